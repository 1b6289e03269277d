import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { monthsOf, periodOf, yearsOf } from './period.ts'

const today = asDay('2026-11-27')

describe('the period of an account', () => {
  it('is twelve months up to yesterday unless somebody asks for another', () => {
    expect(periodOf({}, today)).toEqual({ from: '2025-12-01', until: '2026-11-26' })
    expect(periodOf({}, asDay('2026-11-01'))).toEqual({ from: '2025-11-01', until: '2026-10-31' })
    expect(monthsOf(periodOf({}, asDay('2026-03-31')))).toHaveLength(12)
  })

  it('is a whole month or year that has gone by, and ends yesterday in the running one', () => {
    expect(periodOf({ month: '2025-02' }, today)).toEqual({ from: '2025-02-01', until: '2025-02-28' })
    expect(periodOf({ month: '2026-11' }, today)).toEqual({ from: '2026-11-01', until: '2026-11-26' })
    expect(periodOf({ year: 2024 }, today)).toEqual({ from: '2024-01-01', until: '2024-12-31' })
    expect(periodOf({ year: 2026 }, today)).toEqual({ from: '2026-01-01', until: '2026-11-26' })
  })

  it('has no day and no month where nothing has gone by yet', () => {
    const ahead = periodOf({ month: '2027-03' }, today)
    expect(ahead.until < ahead.from).toBe(true)
    expect(monthsOf(ahead)).toEqual([])
    expect(monthsOf(periodOf({ year: 2026 }, asDay('2026-01-01')))).toEqual([])
  })

  it('names every month that it touches, across a new year', () => {
    expect(monthsOf({ from: asDay('2025-11-27'), until: asDay('2026-01-03') })).toEqual(['2025-11', '2025-12', '2026-01'])
  })

  it('goes back three calendar years', () => {
    expect(yearsOf(today)).toEqual([2026, 2025, 2024])
  })
})
