import { beforeEach, describe, expect, it, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenCategory, givenDuty, must } from '../../../../test/support/given.ts'
import { registerMatter } from '../../catalogue/index.ts'
import { findTask } from '../../catalogue/index.ts'
import { asDay } from '../../../kernel/day.ts'
import { givenRelease, type GivenRelease } from '../given-release.ts'
import { moveDocument } from '../move-document.ts'
import { countPublic, listPublic } from '../queries-public.ts'
import type { StoredDocument } from '../queries.ts'
import { readDocument } from '../read-document.ts'
import { saveDraft } from '../save-draft.ts'
import { answerAgreement, type AnswerRequest } from './answer-agreement.ts'
import { askAgreement } from './ask-agreement.ts'
import { mentionedIn } from './mention.ts'
import { readAgreements, suggestUnits } from './read-agreements.ts'
import { takeBackAgreement } from './take-back-agreement.ts'

describe('units whose names stand in a text', () => {
  const units = [
    { id: 1, nameZh: '明川市教育局', nameEn: 'Education Bureau', shortZh: '市教育局', shortEn: 'Education' },
    { id: 2, nameZh: '明川市教育局考试中心', nameEn: 'Examination Centre', shortZh: '考试中心', shortEn: 'Exams' },
    { id: 3, nameZh: '明川市水利局', nameEn: 'Water Bureau', shortZh: '市水利局', shortEn: 'Water' },
  ]
  const ids = (text: string) => mentionedIn(text, units).map((unit) => unit.id)

  test('are found by name and short name, in the order of the text, each once', () => {
    expect(ids('由市水利局会同明川市教育局办理，市水利局牵头。')).toEqual([3, 1])
  })

  test('a name inside a longer one counts for the longer one only', () => {
    expect(ids('考点由明川市教育局考试中心设置。')).toEqual([2])
    expect(ids('考点由明川市教育局考试中心设置，市教育局监督。')).toEqual([2, 1])
  })

  test('Latin names count as whole words only', () => {
    expect(ids('The Water Bureau and the exams office')).toEqual([3, 2])
    expect(ids('waterways and reexamsx')).toEqual([])
  })
})

describeWithDatabase('the word of another unit', () => {
  let given: GivenRelease
  let document: StoredDocument

  beforeEach(async () => {
    given = await givenRelease()
    document = await given.begin({ body: '水库泄洪时间由市水利局另行通知。' })
  })

  const ask = async (kind: 'concern' | 'co-issue') =>
    must(await askAgreement(given.site, given.cast.writer, document.id, { kind, unit: 'water', reason: '泄洪时间是否准确' }))
  const standing = async () => {
    const whole = await readDocument(given.site.database.read, document.id)
    return whole === undefined ? [] : readAgreements(given.site, given.site.database.read, whole)
  }
  const say = async (id: number, officer: Parameters<typeof answerAgreement>[1], request: Partial<AnswerRequest>) =>
    answerAgreement(given.site, officer, id, { kind: 'agree', words: '', seen: (await standing())[0]?.seenHash ?? '', ...request })
  const sign = () =>
    moveDocument(given.site, given.cast.signer, document.id, { move: 'sign', version: document.currentVersion, remark: '' })

  it('is suggested where the text names the unit, until it is asked', async () => {
    const whole = await readDocument(given.site.database.read, document.id)
    if (whole === undefined) throw new Error('no document')
    const named = (asked: { unitId: number }[]) => suggestUnits(given.site, given.site.database.read, whole, asked)
    expect((await named([])).map((unit) => unit.code)).toEqual(['water'])
    expect(await named([{ unitId: given.other.id }])).toEqual([])
  })

  it('holds the release up until it confirms, and a change of the text asks it again', async () => {
    const id = await ask('concern')
    await given.handOn(document, 3)
    expect(await sign()).toEqual({ ok: false, refusals: ['awaits-confirmation'] })
    must(await say(id, await given.another('reviewer'), {}))
    const version = (await readDocument(given.site.database.read, document.id))?.version
    if (version === undefined) throw new Error('no version')
    document = must(await saveDraft(given.site, given.cast.writer, document.id, 1, { ...version, body: '泄洪时间为八时。' }))
    expect((await standing())[0]).toMatchObject({ state: 'open', isVoided: true })
    await given.handOn(document, 3)
    expect(await sign()).toEqual({ ok: false, refusals: ['awaits-confirmation'] })
    must(await say(id, await given.another('signer'), {}))
    must(await sign())
  })

  it('is nobody else’s to give, not an author’s, and needs words where it is no', async () => {
    const id = await ask('concern')
    await expect(say(id, await given.another('information-officer'), {})).rejects.toThrow('coordination.confirm')
    await expect(say(id, given.cast.head, {})).rejects.toThrow('coordination.confirm')
    const author = { personId: given.cast.writer.personId, posts: [{ role: 'signer' as const, unitPath: '/' }] }
    expect(await say(id, author, {})).toEqual({ ok: false, refusals: ['own-text'] })
    const reviewer = await given.another('reviewer')
    expect(await say(id, reviewer, { kind: 'object' })).toEqual({ ok: false, refusals: ['words-missing'] })
    expect(await say(id, reviewer, { seen: 'another' })).toEqual({ ok: false, refusals: ['read-another-text'] })
  })

  it('an objection stops the release until the office decides with a reason; silence too, once the term is over', async () => {
    const id = await ask('concern')
    await given.handOn(document, 3)
    const office = await given.another('office')
    expect(await say(id, office, { kind: 'decide', words: '情况紧急' })).toEqual({ ok: false, refusals: ['not-yet-due'] })
    // Five working days after Monday 15 June 2026, with the Dragon Boat holiday on Friday 19.
    expect((await standing())[0]?.dueOn).toBe('2026-06-23')
    given.site.day = '2026-06-24'
    must(await say(id, office, { kind: 'decide', words: '逾期未答复，内容已核' }))
    must(await sign())
  })

  it('a co-issuer consents to exactly this text; the page is on both units’ lists, counted once, and its task is done', async () => {
    const duty = await givenDuty(given.site, await givenCategory(given.site, 'plans', '规划', 'Plans'), [given.other], {
      ...{ code: 'floods', titleZh: '防汛', titleEn: 'Floods' },
    })
    const matter = { dutyId: duty.id, unitId: given.other.id, matter: '防汛', formedOn: asDay('2026-06-01') }
    const task = must(await registerMatter(given.site, 'system', matter))
    const id = await ask('co-issue')
    await given.handOn(document, 3)
    expect(await sign()).toEqual({ ok: false, refusals: ['awaits-consent'] })
    await expect(say(id, await given.another('reviewer'), {})).rejects.toThrow('documents.sign')
    must(await say(id, await given.another('signer'), { taskId: task.id }))
    must(await sign())
    const db = given.site.database.read
    const lists = await Promise.all([given.unit, given.other].map((unit) => listPublic(db, { unitPath: unit.path, limit: 10 })))
    expect(lists.map((list) => list.map((line) => [line.indexNumber, line.coIssuers]))).toEqual(
      Array(2).fill([[document.indexNumber, [given.other.id]]]),
    )
    expect(await countPublic(db, { limit: 10 })).toBe(1)
    expect(await findTask(db, task.id)).toMatchObject({ fulfilledOn: '2026-06-15', fulfilledBy: document.indexNumber })
  })

  it('a co-issuer can be taken off the draft; a unit that the text concerns cannot, for that would be a way around it', async () => {
    const [joint, concerned] = [await ask('co-issue'), await ask('concern')]
    expect(await takeBackAgreement(given.site, given.cast.writer, document.id, concerned)).toEqual({
      ok: false,
      refusals: ['not-to-take-back'],
    })
    must(await takeBackAgreement(given.site, given.cast.writer, document.id, joint))
    expect((await standing()).map((one) => one.id)).toEqual([concerned])
  })
})
