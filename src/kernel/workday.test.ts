import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../platform/pack.ts'
import { addWorkingDays, type Calendar, isWorkingDay, kindOfDay, withOverlay, workingDaysBetween } from './calendar.ts'
import { count } from './clock.ts'
import { addDays, asDay } from './day.ts'
import { daysWithin, workingDayAfter, workingDaysWithin } from './workday.ts'

const { calendar } = loadPack()
const someDay = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(asDay('2000-01-01'), n))

describe('the index of working days', () => {
  it('says what counting day by day says, before, within and after the announced years', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 400 }), (day, n) => {
        const found = workingDayAfter(calendar, day, n)
        expect(found).toBe(addWorkingDays(calendar, day, n).on)
        expect(found).toBe(count({ days: n, count: 'working' }, day, calendar).due)
        expect(workingDaysWithin(calendar, day, found)).toBe(n)
        expect(workingDaysBetween(calendar, day, addDays(found, 9))).toBe(workingDaysWithin(calendar, day, addDays(found, 9)))
      }),
      { numRuns: 300 },
    )
  })

  it('gives the days of a span as the calendar has them', () => {
    const days = daysWithin(calendar, asDay('2025-09-26'), asDay('2025-10-12'))
    expect(days[0]?.on).toBe('2025-09-27')
    expect(days).toHaveLength(16)
    for (const { on, kind, isWorked } of days) {
      expect(kind).toBe(kindOfDay(calendar, on))
      expect(isWorked).toBe(isWorkingDay(calendar, on))
    }
    expect(daysWithin(calendar, asDay('2025-10-12'), asDay('2025-10-12'))).toEqual([])
  })

  it('belongs to one calendar: local days change it', () => {
    const note = { nameZh: '地方节日', nameEn: 'Local feast' }
    const local: Calendar = withOverlay(calendar, { off: new Map([[asDay('2025-07-10'), note]]), working: new Map() })
    expect(workingDayAfter(calendar, asDay('2025-07-09'), 1)).toBe('2025-07-10')
    expect(workingDayAfter(local, asDay('2025-07-09'), 1)).toBe('2025-07-11')
  })
})
