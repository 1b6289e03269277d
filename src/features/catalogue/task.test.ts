import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { loadPack } from '../../platform/pack.ts'
import { countOf, dueUnder, innerDeadlines, movedTo, stateOf, workingDaysLate } from './task.ts'

const { calendar } = loadPack()
const task = { opensOn: asDay('2025-09-15'), dueOn: asDay('2025-10-17') }
const stateOn = (day: string, fulfilledOn?: string) =>
  stateOf({ ...task, fulfilledOn: fulfilledOn === undefined ? undefined : asDay(fulfilledOn) }, asDay(day), 5, calendar)

describe('how a task stands', () => {
  it('is told from its days and today, and from nothing else', () => {
    expect(stateOn('2025-09-14')).toBe('not-open')
    expect(stateOn('2025-09-15')).toBe('open')
    expect(stateOn('2025-10-10')).toBe('open')
    expect(stateOn('2025-10-11')).toBe('due-soon')
    expect(stateOn('2025-10-17')).toBe('due-soon')
    expect(stateOn('2025-10-18')).toBe('overdue')
  })

  it('is on time on the due day itself and late the day after', () => {
    expect(stateOn('2025-12-01', '2025-10-17')).toBe('on-time')
    expect(stateOn('2025-12-01', '2025-10-18')).toBe('late')
  })
})

it('lateness is counted in working days, up to the publication or up to today', () => {
  expect(workingDaysLate(task, asDay('2025-10-22'), calendar)).toBe(3)
  expect(workingDaysLate({ ...task, fulfilledOn: asDay('2025-10-20') }, asDay('2026-01-01'), calendar)).toBe(1)
  expect(workingDaysLate({ ...task, fulfilledOn: asDay('2025-10-16') }, asDay('2026-01-01'), calendar)).toBe(0)
})

it('the inner days of the chain step back over the holiday and count the make-up Sunday', () => {
  const days = { submit: 5, approve: 3, clear: 2, sign: 1 }
  expect(innerDeadlines(asDay('2025-10-10'), days, calendar)).toEqual({
    submit: '2025-09-26',
    approve: '2025-09-29',
    clear: '2025-09-30',
    sign: '2025-10-09',
  })
})

describe('why a task is due on its day', () => {
  const atOnce = { days: 1, count: 'working' } as const
  const rule = { kind: 'within', days: 20, count: 'working', anchor: 'formation' } as const
  const formed = { ...task, formedOn: asDay('2025-09-15') }

  it('is told day by day, twenty of them counted', () => {
    const count = countOf(formed, rule, atOnce, calendar)
    expect(count?.due).toBe('2025-10-17')
    expect(count?.days.filter((day) => day.counted)).toHaveLength(20)
    expect(count?.days.find((day) => day.on === '2025-10-11')).toEqual({ on: '2025-10-11', counted: true, why: 'make-up' })
  })

  it('is not told by a rule that has been changed since', () => {
    expect(countOf(formed, { ...rule, days: 15 }, atOnce, calendar)).toBeUndefined()
  })

  it('has nothing to count where the rule names a day', () => {
    expect(countOf(task, { kind: 'standing', confirm: 'year', by: '10-17' }, atOnce, calendar)).toBeUndefined()
  })
})

describe('another calendar', () => {
  const atOnce = { days: 1, count: 'working' } as const
  const rule = { kind: 'within', days: 20, count: 'working', anchor: 'formation' } as const
  const flood = { nameZh: '防汛', nameEn: 'Floods' }
  const after = { ...calendar, off: new Map([...calendar.off, [asDay('2025-09-18'), flood] as const]) }
  const formed = { ...task, period: 'event-1', formedOn: asDay('2025-09-15'), isProvisional: false }

  it('moves an open task whose due day was counted with the one before, and no other', () => {
    expect(movedTo(formed, rule, atOnce, calendar, after)).toEqual({ dueOn: '2025-10-20', isProvisional: false })
    expect(movedTo(formed, rule, atOnce, calendar, calendar)).toBeUndefined()
    expect(movedTo(formed, { ...rule, days: 15 }, atOnce, calendar, after)).toBeUndefined()
    expect(movedTo({ ...formed, fulfilledOn: asDay('2025-10-01') }, rule, atOnce, calendar, after)).toBeUndefined()
  })

  it('moves what comes round by the calendar, by the name of its period, and not what names a day', () => {
    const monthly = { kind: 'periodic', every: 'month', within: 12, count: 'working' } as const
    const august = { period: '2025-08', opensOn: asDay('2025-08-31') }
    expect(dueUnder(august, monthly, atOnce, calendar)).toEqual({ dueOn: '2025-09-16', isProvisional: false })
    expect(dueUnder({ ...august, period: '2025-07' }, monthly, atOnce, calendar)).toBeUndefined()
    const early = { ...calendar, off: new Map([...calendar.off, [asDay('2025-09-10'), flood] as const]) }
    const open = { ...august, dueOn: asDay('2025-09-16'), isProvisional: false }
    expect(movedTo(open, monthly, atOnce, calendar, early)).toEqual({ dueOn: '2025-09-17', isProvisional: false })
    const fixed = { kind: 'standing', confirm: 'year', by: '09-16' } as const
    expect(movedTo({ ...open, period: '2025', opensOn: asDay('2025-01-01') }, fixed, atOnce, calendar, early)).toBeUndefined()
  })

  it('makes a provisional day certain even where the day stays', () => {
    const unknown = { ...calendar, announcedUntil: asDay('2025-09-30') }
    const guessed = dueUnder(formed, { ...rule, days: 13 }, atOnce, unknown)
    expect(guessed?.isProvisional).toBe(true)
    const open = { ...formed, ...guessed }
    expect(movedTo({ ...open, dueOn: guessed?.dueOn ?? open.dueOn }, { ...rule, days: 13 }, atOnce, unknown, calendar)).toEqual({
      ...{ dueOn: guessed?.dueOn, isProvisional: false },
    })
  })
})
