import { beforeEach, describe, expect, it, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import { cleared, givenRelease, type GivenRelease } from '../given-release.ts'
import { moveDocument } from '../move-document.ts'
import { findDocument, type StoredDocument } from '../queries.ts'
import { readDocument } from '../read-document.ts'
import { listKept } from './queries.ts'
import { assessmentDue } from './reassessment.ts'
import { reassessDocument } from './reassess-document.ts'

describe('the next assessment', () => {
  const kept = { keptSince: asDay('2025-06-15'), isDeclassified: false }

  test('is due a year after the last one, or after it was kept', () => {
    expect(assessmentDue(kept, 12)).toBe('2026-06-15')
    expect(assessmentDue({ ...kept, lastOn: asDay('2026-05-01') }, 12)).toBe('2027-05-01')
  })

  test('is due when a classification ends, if that comes first, and not after it was lifted', () => {
    expect(assessmentDue({ ...kept, secretUntil: asDay('2026-01-31') }, 12)).toBe('2026-01-31')
    expect(assessmentDue({ ...kept, secretUntil: asDay('2026-01-31'), isDeclassified: true }, 12)).toBe('2026-06-15')
  })
})

describeWithDatabase('what is kept from the public', () => {
  let given: GivenRelease
  let document: StoredDocument

  beforeEach(async () => {
    given = await givenRelease()
  })

  const keep = async (ground: string, review: Parameters<GivenRelease['handOn']>[2]) => {
    document = await given.begin({ attribute: 'withheld', ground, groundReason: '内部事务' })
    await given.handOn(document, 3, review)
    must(await moveDocument(given.site, given.cast.signer, document.id, { move: 'sign', version: 1, remark: '' }))
  }
  const assess = (request: Partial<Parameters<typeof reassessDocument>[3]>) =>
    reassessDocument(given.site, given.cast.signer, document.id, {
      outcome: 'keep',
      ground: 'internal-affairs',
      reason: '仍属内部',
      ...request,
    })

  it('is on the list with its day, and stays with its ground and reason', async () => {
    await keep('internal-affairs', cleared)
    given.site.day = '2027-06-15'
    expect(await assess({ ground: '', reason: '' })).toEqual({ ok: false, refusals: ['reason-missing', 'ground-missing'] })
    must(await assess({}))
    const [line] = await listKept(given.site.database.read, [given.unit.id], 10)
    expect(line).toMatchObject({ id: document.id, keptSince: '2026-06-15', lastOn: '2027-06-15' })
  })

  it('becomes a draft for the public where it can be released, and goes through all hands', async () => {
    await keep('internal-affairs', cleared)
    must(await assess({ outcome: 'publish', reason: '事项已办结' }))
    const whole = await readDocument(given.site.database.read, document.id)
    expect(whole).toMatchObject({
      document: { stage: 'draft', standing: 'kept' },
      version: { number: 2, attribute: 'proactive', ground: '' },
    })
    expect(await listKept(given.site.database.read, [given.unit.id], 10)).toEqual([])
    for (const [officer, move] of [
      [given.cast.writer, { move: 'submit' }],
      [given.cast.head, { move: 'approve' }],
      [given.cast.secrecy, { move: 'clear', review: cleared }],
    ] as const)
      must(await moveDocument(given.site, officer, document.id, { ...move, version: 2, remark: '' }))
    const { posts } = given.cast.signer
    const { personId } = await given.another('signer', given.unit)
    must(await moveDocument(given.site, { personId, posts }, document.id, { move: 'sign', version: 2, remark: '' }))
    expect(await findDocument(given.site.database.read, document.id)).toMatchObject({
      standing: 'published',
      publishedAt: given.site.now(),
    })
  })

  it('a state secret is extended or declassified formally before anything else; its end alone opens nothing', async () => {
    await keep('state-secret', { ...cleared, conclusion: 'may-not', level: 'low', classifiedUntil: asDay('2027-06-15') })
    given.site.day = '2027-06-15'
    expect(await assess({ outcome: 'publish' })).toEqual({ ok: false, refusals: ['still-secret'] })
    expect(await assess({ ground: 'state-secret' })).toEqual({ ok: false, refusals: ['expired'] })
    expect(await assess({ outcome: 'extend', untilOn: asDay('2037-06-16') })).toEqual({ ok: false, refusals: ['until-too-late'] })
    must(await assess({ outcome: 'extend', untilOn: asDay('2028-06-15') }))
    must(await assess({ outcome: 'declassify', reason: '依法解密' }))
    expect(await assess({ ground: 'state-secret' })).toEqual({ ok: false, refusals: ['not-secret'] })
    must(await assess({ outcome: 'publish', reason: '已解密' }))
    expect((await findDocument(given.site.database.read, document.id))?.stage).toBe('draft')
  })
})
