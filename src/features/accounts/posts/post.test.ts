import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asDay } from '../../../kernel/day.ts'
import { countsOn, end, grant, nameStandIn, type Post, type PostFacts } from './post.ts'

const today = asDay('2026-06-15')
const unit = { sinceOn: asDay('2010-01-01') }
const post = (rest: Partial<Post> = {}): Post => ({ id: 1, personId: 1, unitId: 1, role: 'signer', sinceOn: today, reason: '', ...rest })
const draft = { role: 'signer', sinceOn: '2026-06-15', untilOn: '', reason: '' }
const facts: PostFacts = { unit, isDisabled: false, held: [], today }

describe('a post', () => {
  test('counts on its first day and on its last, and on no day around them', () => {
    const held = post({ sinceOn: asDay('2026-06-10'), untilOn: asDay('2026-06-12') })
    const days = ['2026-06-09', '2026-06-10', '2026-06-11', '2026-06-12', '2026-06-13'].map(asDay)
    expect(days.map((day) => countsOn(held, unit, day))).toEqual([false, true, true, true, false])
  })

  test('stops counting the day after its unit was dissolved', () => {
    const gone = { ...unit, untilOn: asDay('2026-06-20') }
    expect(countsOn(post(), gone, asDay('2026-06-20'))).toBe(true)
    expect(countsOn(post(), gone, asDay('2026-06-21'))).toBe(false)
    expect(countsOn(post(), undefined, today)).toBe(false)
  })

  test('is refused with every reason at once', () => {
    const outcome = grant(
      { role: 'emperor', sinceOn: 'soon', untilOn: '2026-02-30', reason: '' },
      { ...facts, unit: undefined, isDisabled: true },
    )
    expect(outcome).toEqual({ ok: false, refusals: ['role-unknown', 'unit-unknown', 'person-disabled', 'since-form', 'until-form'] })
  })

  test('is not given in a unit that is gone, nor for days that are over, nor twice', () => {
    expect(grant(draft, { ...facts, unit: { ...unit, untilOn: asDay('2026-06-14') } })).toEqual({ ok: false, refusals: ['unit-dissolved'] })
    expect(grant({ ...draft, sinceOn: '2026-05-01', untilOn: '2026-06-14' }, facts)).toEqual({ ok: false, refusals: ['ended-already'] })
    expect(grant({ ...draft, untilOn: '2026-06-14' }, facts)).toEqual({ ok: false, refusals: ['ends-before-start'] })
    expect(grant(draft, { ...facts, held: [post({ untilOn: today })] })).toEqual({ ok: false, refusals: ['held-already'] })
    expect(grant(draft, { ...facts, held: [post({ role: 'reviewer' })] }).ok).toBe(true)
  })

  test('that was ended never counts after the day it was ended on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 400 }), fc.nat(400), (last, later) => {
        const ended = end(post({ sinceOn: asDay('2026-01-01') }), {
          on: addDays(today, last),
          today,
          isLastOperator: false,
          reason: 'moved',
        })
        return (
          ended.ok && countsOn(ended.value, unit, addDays(today, last)) && !countsOn(ended.value, unit, addDays(today, last + 1 + later))
        )
      }),
    )
  })

  test('ends at once without a day, never in the past, never without a reason, and not when it is the last operator’s', () => {
    const ended = end(post({ sinceOn: asDay('2026-01-01') }), { on: '', today, isLastOperator: false, reason: 'left' })
    expect(ended.ok && countsOn(ended.value, unit, today)).toBe(false)
    expect(end(post(), { on: '2026-06-01', today, isLastOperator: true, reason: ' ' })).toEqual({
      ok: false,
      refusals: ['in-the-past', 'last-operator', 'reason-missing'],
    })
  })
})

describe('a stand-in', () => {
  const original = post({ id: 7, personId: 2, untilOn: asDay('2026-12-31') })
  const asked = { ...draft, untilOn: '2026-07-01', reason: 'leave' }
  const given = { ...facts, original, isOneself: false }

  test('takes the role of the post and counts on the first and the last day', () => {
    const outcome = nameStandIn({ ...asked, role: 'operator' }, given)
    expect(outcome).toMatchObject({ ok: true, value: { role: 'signer', sinceOn: '2026-06-15', untilOn: '2026-07-01' } })
  })

  test('needs an end and a reason, and is somebody else', () => {
    expect(nameStandIn({ ...asked, untilOn: '', reason: ' ' }, { ...given, isOneself: true })).toEqual({
      ok: false,
      refusals: ['oneself', 'until-missing', 'reason-missing'],
    })
  })

  test('is never more than the one stood in for', () => {
    expect(nameStandIn({ ...asked, untilOn: '2027-01-01' }, given)).toEqual({ ok: false, refusals: ['not-held'] })
    expect(nameStandIn(asked, { ...given, original: { ...original, standsInForId: 9 } })).toEqual({ ok: false, refusals: ['not-held'] })
  })
})
