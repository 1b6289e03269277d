import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDay, daysBetween } from '../../kernel/day.ts'
import { loadPack } from '../../platform/pack.ts'
import { comesRoundAlike, dueAfter, isLooser, periodsBetween, termOf, type TimeRule } from './rule.ts'

const { calendar } = loadPack()
const atOnce = { days: 1, count: 'working' } as const
const statute = { days: 20, count: 'working' } as const

const within = (days: number, count: 'working' | 'calendar' = 'working') => ({ kind: 'within', days, count, anchor: 'formation' }) as const
const periodic = (every: 'month' | 'quarter' | 'half-year' | 'year', days: number, count: 'working' | 'calendar' = 'working') =>
  ({ kind: 'periodic', every, within: days, count }) as const

describe('a rule that waits for an event', () => {
  it('gives 17 October 2025 for the 20 working days of the law from 15 September', () => {
    expect(dueAfter(within(20), asDay('2025-09-15'), atOnce, calendar)).toEqual({ dueOn: '2025-10-17', isProvisional: false })
  })

  it('gives the make-up Saturday 11 October for a city that allows itself 15 only', () => {
    expect(dueAfter(within(15), asDay('2025-09-15'), atOnce, calendar).dueOn).toBe('2025-10-11')
  })

  it('counts calendar days through a holiday', () => {
    expect(dueAfter(within(20, 'calendar'), asDay('2025-09-15'), atOnce, calendar).dueOn).toBe('2025-10-05')
  })

  it('takes "at once" from the house rule: after a Friday before the holiday, the first working day after it', () => {
    expect(dueAfter({ kind: 'at-once' }, asDay('2025-09-30'), atOnce, calendar).dueOn).toBe('2025-10-09')
  })

  it('says that a day is provisional where the calendar is not announced', () => {
    expect(dueAfter(within(20), asDay('2040-01-10'), atOnce, calendar).isProvisional).toBe(true)
  })

  it('is never due on or before the day on which the thing was formed', () => {
    const days = fc.integer({ min: 0, max: 6000 }).map((n) => addDays(asDay('2010-01-01'), n))
    const rules = fc.record({ days: fc.integer({ min: 1, max: 60 }), count: fc.constantFrom('working' as const, 'calendar' as const) })
    fc.assert(
      fc.property(days, rules, (formedOn, { days: n, count }) => {
        const { dueOn } = dueAfter(within(n, count), formedOn, atOnce, calendar)
        expect(daysBetween(formedOn, dueOn)).toBeGreaterThanOrEqual(n)
      }),
    )
  })
})

describe('a rule that comes round', () => {
  const from = asDay('2025-01-01')
  const until = asDay('2025-12-31')

  it('opens a month on its last day and counts from there', () => {
    const periods = periodsBetween(periodic('month', 10), from, until, calendar)
    expect(periods).toHaveLength(12)
    expect(periods[8]).toEqual({ name: '2025-09', opensOn: '2025-09-30', dueOn: '2025-10-21', isProvisional: false })
  })

  it('names the four quarters', () => {
    const periods = periodsBetween(periodic('quarter', 15), from, until, calendar)
    expect(periods.map((one) => one.name)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'])
    expect(periods[2]).toMatchObject({ opensOn: '2025-09-30', dueOn: '2025-10-28' })
  })

  it('names the two half-years', () => {
    const periods = periodsBetween(periodic('half-year', 31, 'calendar'), from, until, calendar)
    expect(periods).toMatchObject([
      { name: '2025-H1', opensOn: '2025-06-30', dueOn: '2025-07-31' },
      { name: '2025-H2', opensOn: '2025-12-31', dueOn: '2026-01-31' },
    ])
  })

  it('opens a yearly report on New Year, due by its day, and names the year reported on', () => {
    const rule = { kind: 'periodic', every: 'year', by: '01-31' } as const
    expect(periodsBetween(rule, from, until, calendar)).toEqual([
      { name: '2024', opensOn: '2025-01-01', dueOn: '2025-01-31', isProvisional: false },
    ])
  })

  it('asks for what stands all the time to be confirmed within its own year', () => {
    const rule = { kind: 'standing', confirm: 'year', by: '03-31' } as const
    expect(periodsBetween(rule, from, until, calendar)).toMatchObject([{ name: '2025', opensOn: '2025-01-01', dueOn: '2025-03-31' }])
  })

  it('gives every occurrence once, whatever span it is asked for in two parts', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }))
    const every = fc.constantFrom('month' as const, 'quarter' as const, 'half-year' as const, 'year' as const)
    fc.assert(
      fc.property(span, every, ([a, b], one) => {
        const middle = addDays(from, a)
        const end = addDays(middle, b)
        const whole = periodsBetween(periodic(one, 10), from, end, calendar)
        const parts = [
          ...periodsBetween(periodic(one, 10), from, middle, calendar),
          ...periodsBetween(periodic(one, 10), addDays(middle, 1), end, calendar),
        ]
        expect(parts).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a rule of our own beside the law', () => {
  it('may be as strict as the law or stricter', () => {
    for (const rule of [within(20), within(15), within(20, 'calendar'), periodic('month', 20), { kind: 'at-once' } as const]) {
      expect(isLooser(rule, statute)).toBe(false)
    }
  })

  it('may not be looser, neither in working days nor in calendar days that might end later', () => {
    for (const rule of [within(21), within(21, 'calendar'), periodic('quarter', 30)]) expect(isLooser(rule, statute)).toBe(true)
  })

  it('never ends later than the law when it is not looser', () => {
    const days = fc.integer({ min: 0, max: 5500 }).map((n) => addDays(asDay('2010-01-01'), n))
    const rules = fc.record({ n: fc.integer({ min: 1, max: 40 }), count: fc.constantFrom('working' as const, 'calendar' as const) })
    fc.assert(
      fc.property(days, rules, (formedOn, { n, count }) => {
        fc.pre(!isLooser(within(n, count), statute))
        const own = dueAfter(within(n, count), formedOn, atOnce, calendar).dueOn
        expect(own <= dueAfter(within(20), formedOn, atOnce, calendar).dueOn).toBe(true)
      }),
    )
  })
})

it('two rules come round alike when only their number of days differs', () => {
  const yearly: TimeRule = { kind: 'periodic', every: 'year', by: '01-31' }
  expect(comesRoundAlike(periodic('quarter', 10), periodic('quarter', 15))).toBe(true)
  expect(comesRoundAlike(periodic('quarter', 10), periodic('month', 10))).toBe(false)
  expect(comesRoundAlike(yearly, within(20))).toBe(false)
})

it('a fixed day has no length to count', () => {
  expect(termOf({ kind: 'standing', confirm: 'year', by: '03-31' }, atOnce)).toBeUndefined()
  expect(termOf({ kind: 'at-once' }, atOnce)).toEqual(atOnce)
  expect(termOf(periodic('month', 10), atOnce)).toEqual({ days: 10, count: 'working' })
})
