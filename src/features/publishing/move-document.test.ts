import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '../../platform/database/index.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenContent, givenDuty, must, release, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { grantWaiver } from '../accounts/index.ts'
import { findTask } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { answerFinding } from './answer-finding.ts'
import { createDocument } from './create-document.ts'
import type { Content } from './document.ts'
import { examine } from './examine-document.ts'
import { moveDocument } from './move-document.ts'
import type { Officer } from './officer.ts'
import { listRemarks, listSecrecyReviews } from './queries-chain.ts'
import { findDocument } from './queries.ts'
import { readDocument } from './read-document.ts'
import { readPublic } from './read-public.ts'
import { saveDraft } from './save-draft.ts'

describeWithDatabase('the way of a document through the hands', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit
  const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const
  const begin = async (content: Partial<Content> = {}) =>
    must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent(content) }))
  const go = (officer: Officer, id: number, move: 'submit' | 'approve' | 'clear' | 'sign', version = 1) =>
    moveDocument(site, officer, id, { move, version, remark: '', review: move === 'clear' ? review : undefined })

  beforeAll(async () => {
    site = await freshSite()
    unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
  })

  test('ends on the public page, and fulfils the task on the day of the signature', async () => {
    const category = await givenCategory(site, 'fees', '收费', 'Fees')
    const duty = await givenDuty(site, category, [unit], { code: 'fees-1', titleZh: '收费标准', titleEn: 'Fees' })
    const content = givenContent({ formedOn: asDay('2026-06-01') })
    const begun = must(await createDocument(site, cast.writer, { unitId: unit.id, dutyId: duty.id, content }))
    expect(await readPublic(site.database.read, begun.indexNumber)).toBe('none')
    const released = await release(site, cast, begun)
    expect(released).toMatchObject({ stage: 'released', standing: 'published', publishedVersion: 1 })
    expect(await readPublic(site.database.read, begun.indexNumber)).toMatchObject({ version: { title: content.title } })
    const task = await findTask(site.database.read, released.taskId ?? 0)
    expect(task).toMatchObject({ fulfilledOn: '2026-06-15', fulfilledBy: begun.indexNumber })
  })

  test('is refused step by step to the wrong person, and to the same person twice', async () => {
    const { id } = await begin()
    const both: Officer = { personId: cast.writer.personId, posts: [...cast.writer.posts, ...cast.head.posts] }
    expect(await go(cast.head, id, 'submit')).toEqual({ ok: false, refusals: ['no-right'] })
    must(await go(cast.writer, id, 'submit'))
    expect(await go(both, id, 'approve')).toEqual({ ok: false, refusals: ['own-text'] })
    must(await go(cast.head, id, 'approve'))
    const twice: Officer = { personId: cast.head.personId, posts: [...cast.head.posts, ...cast.secrecy.posts] }
    expect(await go(twice, id, 'clear')).toEqual({ ok: false, refusals: ['second-hand'] })
    expect(await go(cast.signer, id, 'sign')).toEqual({ ok: false, refusals: ['wrong-stage'] })
  })

  test('with a waiver of the office one person may do it all', async () => {
    const small = await givenUnit(site, { code: 'mc-village' }, unit)
    const until = { sinceOn: '2026-06-01', untilOn: '2026-12-31', reason: '全村仅有一名工作人员' }
    must(await grantWaiver(site, cast.office, { unit: small.code, ...until }))
    const everything = [cast.writer, cast.head, cast.secrecy, cast.signer].flatMap((one) => one.posts)
    const alone: Officer = { personId: cast.writer.personId, posts: everything }
    const { id } = must(await createDocument(site, alone, { unitId: small.id, content: givenContent({ title: '村务公开' }) }))
    for (const move of ['submit', 'approve', 'clear'] as const) must(await go(alone, id, move))
    expect(must(await go(alone, id, 'sign')).standing).toBe('published')
  })

  test('a text changed behind the back of the program is not signed, and can be sent back and go its way again', async () => {
    const { id } = await begin()
    for (const [officer, move] of [
      [cast.writer, 'submit'],
      [cast.head, 'approve'],
      [cast.secrecy, 'clear'],
    ] as const)
      must(await go(officer, id, move))
    await asOwner(site.database, (client) =>
      client.query(`update publishing.version set body = 'something else' where document_id = $1`, [id]),
    )
    expect(await go(cast.signer, id, 'sign')).toEqual({ ok: false, refusals: ['text-changed'] })
    must(await moveDocument(site, cast.signer, id, { move: 'send-back', version: 1, remark: '与审核文本不一致' }))
    expect((await findDocument(site.database.read, id))?.stage).toBe('draft')
  })

  test('a stage set behind the back of the program releases nothing', async () => {
    const { id } = await begin()
    await asOwner(site.database, (client) => client.query(`update publishing.document set stage = 'with-signer' where id = $1`, [id]))
    expect(await go(cast.signer, id, 'sign')).toEqual({ ok: false, refusals: ['text-changed'] })
  })

  test('what was decided on another version than the one that stands is refused', async () => {
    const { id } = await begin()
    must(await saveDraft(site, cast.writer, id, 1, givenContent({ body: '新的正文' })))
    expect(await go(cast.writer, id, 'submit', 1)).toEqual({ ok: false, refusals: ['read-another-version'] })
  })

  test('a blocking finding stops it, an open one waits for its answer, an answer holds while the passage stays', async () => {
    const blocked = await begin({ body: '申请人身份证号码：11010519491231002X。' })
    expect(await go(cast.writer, blocked.id, 'submit')).toMatchObject({
      ok: false,
      refusals: expect.arrayContaining(['blocked']) as unknown,
    })
    const open = await begin({ body: '申请人电话：13912345678，请致电。' })
    expect(await go(cast.writer, open.id, 'submit')).toEqual({ ok: false, refusals: ['unanswered'] })
    const whole = await readDocument(site.database.read, open.id)
    if (whole === undefined) throw new Error('no document')
    for (const { check, passageHash } of await examine(site, site.database.read, whole.document, whole.version)) {
      must(await answerFinding(site, cast.writer, open.id, { check, passageHash, words: '值班电话，本人同意公开' }))
    }
    must(await go(cast.writer, open.id, 'submit'))
  })

  test('sent back, it carries the remark and the passages to the writer, and a secrecy review that says no is kept', async () => {
    const { id } = await begin()
    must(await go(cast.writer, id, 'submit'))
    must(await go(cast.head, id, 'approve'))
    const no = { ...review, conclusion: 'may-not' as const }
    expect(await moveDocument(site, cast.secrecy, id, { move: 'clear', version: 1, remark: '', review: no })).toEqual({
      ok: false,
      refusals: ['not-cleared'],
    })
    expect(await moveDocument(site, cast.secrecy, id, { move: 'send-back', version: 1, remark: ' ', review: no })).toEqual({
      ok: false,
      refusals: ['remark-missing'],
    })
    const passages = [{ passage: '公共自行车', words: '涉及在建项目' }]
    must(await moveDocument(site, cast.secrecy, id, { move: 'send-back', version: 1, remark: '请删去', passages, review: no }))
    expect(await listRemarks(site.database.read, id)).toMatchObject(passages)
    expect(await listSecrecyReviews(site.database.read, id)).toMatchObject([{ conclusion: 'may-not', version: 1 }])
  })

  test('what is withheld is signed and kept, never published, and its task ends with that decision', async () => {
    const category = await givenCategory(site, 'rota', '值班', 'Rota')
    const duty = await givenDuty(site, category, [unit], { code: 'rota-1', titleZh: '值班安排', titleEn: 'Rota' })
    const content = givenContent({
      attribute: 'withheld',
      ground: 'internal-affairs',
      groundReason: '内部轮值安排',
      formedOn: asDay('2026-06-01'),
    })
    const begun = must(await createDocument(site, cast.writer, { unitId: unit.id, dutyId: duty.id, content }))
    const released = await release(site, cast, begun)
    expect(released).toMatchObject({ standing: 'kept', publishedAt: undefined })
    expect(await readPublic(site.database.read, begun.indexNumber)).toBe('none')
    expect(await findTask(site.database.read, released.taskId ?? 0)).toMatchObject({ fulfilledBy: 'withheld', fulfilledOn: '2026-06-15' })
  })
})
