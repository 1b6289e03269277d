import { beforeAll, expect, test } from 'vitest'
import { anew, answer, decide, decisionOf, handOn, replyOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { workHere } from '../../../../test/support/file-work.ts'
import { must } from '../../../../test/support/given.ts'
import { refused } from '../../../kernel/outcome.ts'
import { listCaseFiles } from '../cases/queries-files.ts'
import { readCase } from '../cases/read-case.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { readDecisions } from '../replying/read-decisions.ts'
import { answerLook, handFile, lookIntoHanded, takeFileAway, type Handed } from './hand-file.ts'

let given: GivenCases

beforeAll(async () => {
  if (hasServer) given = await givenCases('2026-06-15')
})

const txt = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
const opened = async () => {
  const { ref, id } = await given.enter(given.safety, '2026-06-01')
  const { items } = await readCase(given.site, given.site.database.read, ref)
  return { ref, id, itemId: items[0]?.id ?? 0 }
}
type Opened = Awaited<ReturnType<typeof opened>>
const hand = ({ ref, itemId }: Opened, more: Partial<Handed>) =>
  handFile(given.site, given.cast.writer, anew(ref), { itemId, role: 'hand-over', file: txt('预案.txt', '全市防汛应急预案'), ...more })
const filesOf = ({ id }: Opened) => listCaseFiles(given.site.database.read, id)
const look = async (one: Opened) => {
  for (const file of await filesOf(one)) await lookIntoHanded(given.site, file.id, workHere)
}
const missingIn = async ({ ref }: Opened) => {
  const view = await readCase(given.site, given.site.database.read, ref)
  const { items } = await readDecisions(given.site.database.read, { ...view, events: [...view.events] }, given.site.today())
  return items.flatMap(({ missing }) => missing)
}

describeWithDatabase('a document that goes with a reply', () => {
  test('is looked into before it may go out', async () => {
    const one = await opened()
    must(await hand(one, {}))
    await decide(given, one.ref, decisionOf({ leaf: 'G1', facts: '在我局' }))
    expect(await missingIn(one)).toEqual(['file-not-checked'])
    await look(one)
    await look(one)
    expect(await missingIn(one)).toEqual([])
  })

  test('with a personal number in it stays, whatever anybody says, until it is replaced', async () => {
    const one = await opened()
    must(await hand(one, { file: txt('名单.txt', '王小明，身份证号 11010519491231002X') }))
    await decide(given, one.ref, decisionOf({ leaf: 'G1', facts: '在我局' }))
    await look(one)
    expect(await missingIn(one)).toEqual(['file-not-checked'])
    const [file] = await filesOf(one)
    const at = anew(one.ref)
    must(await answerLook(given.site, given.cast.writer, at, { fileId: file?.id ?? 0, words: '无妨' }))
    expect(await missingIn(one)).toEqual(['file-not-checked'])
    must(await takeFileAway(given.site, given.cast.writer, anew(one.ref), file?.id ?? 0))
    must(await hand(one, { file: txt('名单.txt', '王某某等三人') }))
    await look(one)
    expect(await missingIn(one)).toEqual([])
  })

  test('with something that wants an answer goes out once somebody has said why', async () => {
    const one = await opened()
    must(await hand(one, { file: txt('联系.txt', '联系人王小明 13912345678') }))
    await decide(given, one.ref, decisionOf({ leaf: 'G1', facts: '在我局' }))
    await look(one)
    expect(await missingIn(one)).toEqual(['file-not-checked'])
    const [file] = await filesOf(one)
    const answerIt = (words: string) => answerLook(given.site, given.cast.writer, anew(one.ref), { fileId: file?.id ?? 0, words })
    expect(await answerIt('')).toEqual(refused('words-missing'))
    must(await answerIt('公开的值班电话'))
    expect(await missingIn(one)).toEqual([])
  })

  test('partly withheld is a copy of its own, bound to the original, and only the copy goes out', async () => {
    const one = await opened()
    expect(await hand(one, { role: 'redacted' })).toEqual(refused('original-missing'))
    must(await hand(one, { role: 'original', file: txt('全文.txt', '预案全文') }))
    const [original] = await filesOf(one)
    const copy = { role: 'redacted', originalId: original?.id ?? 0 }
    expect(await hand(one, { ...copy, file: txt('copy.txt', '预案全文') })).toEqual(refused('same-as-original'))
    must(await hand(one, { ...copy, file: txt('copy.txt', '预案■■') }))
    expect((await filesOf(one))[1]).toMatchObject({ role: 'redacted', originalHash: original?.sha256 })
    await look(one)
    const partly = { leaf: 'G2', ground: '第三十七条', facts: '部分内部事务', discretion: '权衡后不公开', withheld: ['D5'] }
    await decide(given, one.ref, decisionOf(partly))
    expect(await missingIn(one)).toEqual([])
    const elsewhere = await opened()
    expect(await hand(elsewhere, { ...copy, file: txt('copy.txt', '预案■■') })).toEqual(refused('original-missing'))
  })

  test('added or taken away after a signature takes the reply back to its writer', async () => {
    const one = await opened()
    await decide(given, one.ref)
    await handOn(given, one.ref)
    must(await hand(one, {}))
    expect((await replyOf(given, one.ref)).stage).toBe('draft')
    await look(one)
    await handOn(given, one.ref)
    must(await takeFileAway(given.site, given.cast.writer, anew(one.ref), (await filesOf(one))[0]?.id ?? 0))
    expect((await replyOf(given, one.ref)).stage).toBe('draft')
    expect(await filesOf(one)).toEqual([])
  })

  test('is refused with every reason', async () => {
    const one = await opened()
    const wrong = { itemId: 0, role: 'proof', file: txt('a.exe', 'MZ') }
    expect(await hand(one, wrong)).toEqual(refused('item-missing', 'role-missing', 'file-kind-not-allowed'))
    expect(await hand(one, { file: undefined })).toEqual(refused('file-missing'))
    expect(await takeFileAway(given.site, given.cast.writer, anew(one.ref), 0)).toEqual(refused('file-missing'))
    await answer(given, one.ref, '2026-06-15')
    expect(await hand(one, {})).toEqual(refused('ended'))
  })
})
