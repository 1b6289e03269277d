import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { decide, give, type Reason } from '../reasons/reason.ts'
import { answerableFor, type Holder } from './answerable.ts'
import { compare, stateOf, type Finding } from './finding.ts'

const shortfall = (subject: string, seen = {}) => ({ detector: 'overdue' as const, subject, unitId: 1, sinceOn: asDay('2026-05-01'), seen })
const kept = (id: number, subject: string, seen = {}): Finding => ({
  ...shortfall(subject, seen),
  ...{ id, occurrence: 1, openedOn: asDay('2026-05-02') },
})

describe('a run', () => {
  it('opens what is new, closes what is gone, and changes only the figures of what is still there', () => {
    const open = [kept(1, 'task:1', { n: 1 }), kept(2, 'task:2'), kept(3, 'task:3', { n: 1 })]
    const { opened, closed, changed } = compare(open, [shortfall('task:1', { n: 2 }), shortfall('task:3', { n: 1 }), shortfall('task:4')])
    expect(opened.map((one) => one.subject)).toEqual(['task:4'])
    expect(closed.map((one) => one.id)).toEqual([2])
    expect(changed.map((one) => [one.id, one.seen])).toEqual([[1, { n: 2 }]])
  })

  it('opens a fault once, however often it is seen', () => {
    expect(compare([], [shortfall('task:4'), shortfall('task:4')]).opened).toHaveLength(1)
  })
})

it('a reason justifies a column and nothing else', () => {
  const state = (detector: Finding['detector'], isExcused: boolean) => stateOf({ ...kept(1, 'x'), detector }, isExcused)
  expect([state('empty-column', true), state('empty-column', false), state('dead-link', true)]).toEqual(['justified', 'open', 'open'])
  expect(stateOf({ ...kept(1, 'x'), closedOn: asDay('2026-06-01') }, true)).toBe('closed')
})

it('answers for a unit: its officer, else its reviewer, else whoever signs, else those of the unit above, else nobody', () => {
  const holder = (role: Holder['role'], unitId: number, personId: number): Holder => ({ role, unitId, personId, nameZh: '', nameEn: '' })
  const above = holder('information-officer', 1, 10)
  const all = [holder('signer', 2, 12), holder('reviewer', 2, 11), above, holder('information-officer', 2, 13), holder('office', 2, 14)]
  expect(answerableFor('/1/2/', all)?.personId).toBe(13)
  expect(answerableFor('/1/2/', all.slice(0, 3))?.personId).toBe(11)
  expect(answerableFor('/1/2/', [all[0]!, above])?.personId).toBe(12)
  expect(answerableFor('/1/3/', all)?.personId).toBe(10)
  expect(answerableFor('/9/', all)).toBeUndefined()
})

describe('a reason', () => {
  const reason: Reason = {
    ...{
      id: 1,
      dutyId: 1,
      unitId: 2,
      words: '没有',
      untilOn: asDay('2026-12-31'),
      state: 'given',
      givenBy: 5,
      givenOn: asDay('2026-06-01'),
    },
    remark: '',
  }
  const today = asDay('2026-06-15')

  it('is refused with everything that is wrong with it', () => {
    const facts = { isExcusable: false, isWaiting: true, today }
    expect(give({ words: '', untilOn: '2026-06-14' }, facts)).toMatchObject({
      refusals: ['not-excusable', 'waiting-already', 'words-missing', 'until-past'],
    })
    expect(give({ words: '长'.repeat(501), untilOn: 'soon' }, { ...facts, isExcusable: true, isWaiting: false })).toMatchObject({
      refusals: ['words-too-long', 'until-form'],
    })
  })

  it('is judged by somebody else, once, with a remark where it is declined, and without leaking anything', () => {
    const facts = { personId: 6, today, leaks: false }
    const refusals = (draft: object, more: object = {}, of: Reason = reason) =>
      decide(of, { choice: 'accepted', untilOn: '2026-12-31', remark: '', ...draft }, { ...facts, ...more })
    expect(refusals({ choice: 'declined' })).toMatchObject({ refusals: ['remark-missing'] })
    expect(refusals({ untilOn: '2026-06-14' }, { personId: 5, leaks: true })).toMatchObject({
      refusals: ['own-reason', 'leaks', 'until-past'],
    })
    expect(refusals({ choice: '' })).toMatchObject({ refusals: ['choice-missing'] })
    expect(refusals({}, {}, { ...reason, state: 'declined' })).toMatchObject({ refusals: ['decided-already'] })
    expect(refusals({})).toMatchObject({ ok: true, value: { state: 'accepted', decidedBy: 6, decidedOn: today, untilOn: '2026-12-31' } })
  })
})
