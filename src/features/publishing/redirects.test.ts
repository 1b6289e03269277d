import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenPublished, must, release, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { changeDocument } from './change-document.ts'
import { recordedDocuments } from './index.ts'
import { mergeDocuments } from './merge-documents.ts'
import { findDocument, type StoredDocument } from './queries.ts'
import { readPublic, type PublicDocument } from './read-public.ts'
import { startCorrection } from './start-correction.ts'

describeWithDatabase('addresses that lead elsewhere', () => {
  let site: TestSite
  let cast: Cast
  let publish: (title: string) => Promise<StoredDocument>

  beforeAll(async () => {
    site = await freshSite()
    const unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
    publish = (title) => givenPublished(site, cast, unit, { title, body: `${title}的正文，各不相同。` })
  })

  const replace = (one: StoredDocument, by: StoredDocument) =>
    changeDocument(site, cast.signer, one.id, { change: 'replace', reason: '已修订', replacedBy: by.indexNumber })
  const merge = (into: StoredDocument, ...parts: StoredDocument[]) =>
    mergeDocuments(site, cast.signer, into.id, { parts: parts.map((one) => one.indexNumber), reason: '内容合并' })
  const face = async (document: StoredDocument): Promise<PublicDocument> => {
    const found = await readPublic(site.database.read, document.indexNumber)
    if (typeof found === 'string') throw new Error(`${document.indexNumber} is ${found}`)
    return found
  }

  test('are shortened: whoever comes by the first goes straight to the last', async () => {
    const [first, second, third] = [await publish('第一版规定'), await publish('第二版规定'), await publish('第三版规定')]
    must(await replace(first, second))
    must(await replace(second, third))
    expect((await face(first)).replacedBy?.indexNumber).toBe(third.indexNumber)
    expect((await face(third)).replaces.map((one) => one.indexNumber)).toEqual([second.indexNumber])
  })

  test('never close a circle, also when two people begin it from both ends at once', async () => {
    const [one, other] = [await publish('甲类收费'), await publish('乙类收费')]
    const outcomes = await Promise.all([replace(one, other), replace(other, one)])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
    expect(refused).toContain('circle')
  })

  test('never close a circle through a merger either', async () => {
    const [part, whole, late] = [await publish('窗口一指南'), await publish('全部窗口指南'), await publish('新版窗口指南')]
    must(await merge(whole, part))
    must(await replace(whole, late))
    expect(await replace(late, part)).toEqual({ ok: false, refusals: ['circle'] })
    expect(await merge(late, part)).toEqual({ ok: false, refusals: [{ why: 'wrong-standing', part: part.indexNumber }] })
    expect((await face(part)).replacedBy?.indexNumber).toBe(late.indexNumber)
  })

  test('of several documents lead to the one into which they went, and the one lists them with the reason', async () => {
    const [a, b, whole] = [await publish('东区停水'), await publish('西区停水'), await publish('全市停水安排')]
    must(await merge(whole, a, b))
    const target = await face(whole)
    expect(target.replaces.map((one) => one.title)).toEqual(['东区停水', '西区停水'])
    expect(target.changes.at(-1)).toMatchObject({ kind: 'absorbed', reason: '内容合并' })
    expect((await face(a)).changes.at(-1)).toMatchObject({ kind: 'merged', reason: '内容合并', otherId: whole.id })
    expect((await face(b)).replacedBy?.indexNumber).toBe(whole.indexNumber)
  })

  test('are moved all together or not at all', async () => {
    const [a, whole] = [await publish('南区停电'), await publish('全市停电安排')]
    const outcome = await mergeDocuments(site, cast.signer, whole.id, { parts: [a.indexNumber, 'MC/2026-99999'], reason: '合并' })
    expect(outcome).toEqual({ ok: false, refusals: [{ why: 'part-unknown', part: 'MC/2026-99999' }] })
    expect((await findDocument(site.database.read, a.id))?.standing).toBe('published')
  })

  test('are not moved by two people in two directions: the second is told', async () => {
    const [old, one, other] = [await publish('旧标准'), await publish('新标准甲'), await publish('新标准乙')]
    const outcomes = await Promise.all([replace(old, one), replace(old, other)])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))).toEqual(['wrong-standing'])
  })

  test('keep what the record vouches for: nothing reads as changed behind its back', async () => {
    const ended = await publish('春季活动')
    must(await changeDocument(site, cast.signer, ended.id, { change: 'end', reason: '活动结束', endsOn: asDay('2026-06-30') }))
    expect((await face(ended)).changes.at(-1)).toMatchObject({ kind: 'ended', effectiveOn: '2026-06-30' })
    const found = await verifyJournal(site.database.read, { 'publishing.document': recordedDocuments })
    expect(found.findings).toEqual([])
  })

  test('of a document withdrawn by mistake lead to its text again once that has passed the hands', async () => {
    const document = await publish('误撤的公告')
    must(await changeDocument(site, cast.signer, document.id, { change: 'withdraw', reason: '误认为过期' }))
    must(await startCorrection(site, cast.signer, document.id, '撤下有误，恢复公开', { change: 'reinstate' }))
    expect((await face(document)).document.standing).toBe('withdrawn')
    const draft = await findDocument(site.database.read, document.id)
    await release(site, cast, draft ?? document)
    const back = await face(document)
    expect(back.document.standing).toBe('published')
    expect(back.changes.map((one) => one.kind)).toEqual(['released', 'withdrawn', 'reinstated'])
    expect(back.changes.at(-1)?.reason).toBe('撤下有误，恢复公开')
  })
})
