import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  type Calendar,
  isAnnounced,
  isWorkingDay,
  kindOfDay,
  withOverlay,
  workingDayFrom,
  workingDaysBetween,
  workingDaysLeft,
} from './calendar.ts'
import { addDays, asDay } from './day.ts'

// One invented week of holidays: Wednesday 8 to Monday 13 January 2025 off, the Sundays 5 and 19 January worked for it.
const feast = { nameZh: '节日', nameEn: 'Feast' }
const calendar: Calendar = {
  announcedFrom: asDay('2025-01-01'),
  announcedUntil: asDay('2025-12-31'),
  off: new Map(['2025-01-08', '2025-01-09', '2025-01-10', '2025-01-11', '2025-01-12', '2025-01-13'].map((day) => [asDay(day), feast])),
  makeUp: new Map(['2025-01-05', '2025-01-19'].map((day) => [asDay(day), feast])),
  sources: [],
}
const on = asDay
const someDay = fc.integer({ min: -400, max: 800 }).map((n) => addDays(on('2025-01-01'), n))

describe('what a day is', () => {
  it('tells working, weekend, holiday, make-up and unannounced days apart', () => {
    expect(kindOfDay(calendar, on('2025-01-07'))).toBe('working')
    expect(kindOfDay(calendar, on('2025-01-04'))).toBe('weekend')
    expect(kindOfDay(calendar, on('2025-01-05'))).toBe('make-up')
    expect(kindOfDay(calendar, on('2025-01-08'))).toBe('holiday')
    expect(kindOfDay(calendar, on('2025-01-11'))).toBe('holiday')
    expect(kindOfDay(calendar, on('2024-12-31'))).toBe('unannounced')
    expect(kindOfDay(calendar, on('2026-01-03'))).toBe('unannounced')
  })

  it('guesses Monday to Friday where nothing is announced, and says that nothing is', () => {
    expect(isWorkingDay(calendar, on('2026-01-01'))).toBe(true)
    expect(isWorkingDay(calendar, on('2026-01-03'))).toBe(false)
    expect(isAnnounced(calendar, on('2026-01-01'))).toBe(false)
    expect(isAnnounced(calendar, on('2025-12-31'))).toBe(true)
  })
})

describe('the n-th working day', () => {
  it('skips holidays and counts make-up days', () => {
    expect(addWorkingDays(calendar, on('2025-01-03'), 1)).toEqual({ on: '2025-01-05', provisional: false })
    expect(addWorkingDays(calendar, on('2025-01-07'), 1)).toEqual({ on: '2025-01-14', provisional: false })
    expect(addWorkingDays(calendar, on('2025-01-10'), 1)).toEqual({ on: '2025-01-14', provisional: false })
    expect(addWorkingDays(calendar, on('2025-01-14'), -1)).toEqual({ on: '2025-01-07', provisional: false })
    expect(addWorkingDays(calendar, on('2025-01-11'), 0)).toEqual({ on: '2025-01-11', provisional: false })
  })

  it('is provisional as soon as it touches an unannounced day', () => {
    expect(addWorkingDays(calendar, on('2025-12-30'), 1).provisional).toBe(false)
    expect(addWorkingDays(calendar, on('2025-12-30'), 2)).toEqual({ on: '2026-01-01', provisional: true })
    expect(addWorkingDays(calendar, on('2025-01-02'), -2)).toEqual({ on: '2024-12-31', provisional: true })
  })

  it('refuses half days', () => {
    expect(() => addWorkingDays(calendar, on('2025-01-03'), 0.5)).toThrow(RangeError)
  })

  it('is undone by counting back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (day, n) => {
        expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, n).on)).toBe(n < 0 ? backwards(day, n) : n)
      }),
    )
  })
})

describe('the working days that are left', () => {
  const friday = on('2025-06-06')

  it('end with the due day', () => {
    expect(workingDaysLeft(calendar, on('2025-06-02'), friday)).toBe(4)
    expect(workingDaysLeft(calendar, friday, friday)).toBe(0)
  })

  it('turn negative by the working days that it is late', () => {
    expect(workingDaysLeft(calendar, on('2025-06-07'), friday)).toBe(0)
    expect(workingDaysLeft(calendar, on('2025-06-09'), friday)).toBe(-1)
    expect(workingDaysLeft(calendar, on('2025-06-13'), friday)).toBe(-5)
  })
})

describe('the first working day from a day', () => {
  it('is the day itself or the next one worked', () => {
    expect(workingDayFrom(calendar, on('2025-01-07'))).toBe('2025-01-07')
    expect(workingDayFrom(calendar, on('2025-01-08'))).toBe('2025-01-14')
  })
})

describe('a regional overlay', () => {
  const local = { nameZh: '地方节日', nameEn: 'Local feast', basis: 'Local rule 1' }
  const overlay = {
    off: new Map([
      [on('2025-01-05'), local],
      [on('2025-01-06'), local],
    ]),
    working: new Map([[on('2025-01-08'), local]]),
  }
  const regional = withOverlay(calendar, overlay)

  it('wins over the calendar below it, in both directions', () => {
    expect(kindOfDay(regional, on('2025-01-05'))).toBe('holiday')
    expect(kindOfDay(regional, on('2025-01-06'))).toBe('holiday')
    expect(kindOfDay(regional, on('2025-01-08'))).toBe('make-up')
    expect(regional.off.get(on('2025-01-06'))).toEqual(local)
  })

  it('leaves the calendar below it as it was', () => {
    expect(kindOfDay(calendar, on('2025-01-05'))).toBe('make-up')
    expect(kindOfDay(calendar, on('2025-01-08'))).toBe('holiday')
  })

  it('does not make a year announced', () => {
    const early = withOverlay(calendar, { off: new Map([[on('2026-01-01'), local]]), working: new Map() })
    expect(addWorkingDays(early, on('2025-12-31'), 1)).toEqual({ on: '2026-01-02', provisional: true })
  })

  it('may not call a day both off and worked', () => {
    expect(() => withOverlay(calendar, { off: overlay.off, working: overlay.off })).toThrow('2025-01-05 both off and worked')
  })
})

/** Going back from a day off lands one working day short of coming forward, since the day itself is not worked. */
function backwards(day: Parameters<typeof isWorkingDay>[1], n: number): number {
  return isWorkingDay(calendar, day) ? n : n + 1
}
