import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../platform/pack.ts'
import { count, longestTerm } from './clock.ts'
import { addDays, asDay, type Day } from './day.ts'

const { calendar } = loadPack()
const someStart = fc.integer({ min: 0, max: 7100 }).map((n) => addDays(asDay('2007-10-01'), n))
const someLength = fc.integer({ min: 0, max: 60 })

/** The definition, written a second time and differently: milliseconds, UTC weekdays, the sets asked directly. */
function naive(start: Day, length: number): { due: string; provisional: boolean } {
  const off = new Set<string>(calendar.off.keys())
  const makeUp = new Set<string>(calendar.makeUp.keys())
  const [year, month, date] = start.split('-').map(Number) as [number, number, number]
  let provisional = false
  let reached = 0
  let ahead = 0
  const dayAhead = () => new Date(Date.UTC(year, month - 1, date + ahead))
  while (reached < length) {
    ahead += 1
    const text = dayAhead().toISOString().slice(0, 10)
    if (text.startsWith('2007') || text.startsWith('2027')) provisional = true
    const weekend = [0, 6].includes(dayAhead().getUTCDay())
    if (makeUp.has(text) || (!weekend && !off.has(text))) reached += 1
  }
  return { due: dayAhead().toISOString().slice(0, 10), provisional }
}

describe('a term of working days', () => {
  it('ends where a naive day-by-day loop ends', () => {
    fc.assert(
      fc.property(someStart, someLength, (start, days) => {
        const { due, provisional } = count({ days, count: 'working' }, start, calendar)
        expect({ due, provisional }).toEqual(naive(start, days))
      }),
      { numRuns: 500 },
    )
  })

  it('explains itself by consecutive days of which exactly its length counted, the due day last', () => {
    fc.assert(
      fc.property(someStart, someLength, (start, length) => {
        const { due, days } = count({ days: length, count: 'working' }, start, calendar)
        expect(days.filter((row) => row.counted)).toHaveLength(length)
        expect(days.map((row) => row.on)).toEqual(days.map((_, index) => addDays(start, index + 1)))
        expect(days.at(-1)?.on ?? start).toBe(due)
        expect(days.at(-1)?.counted ?? true).toBe(true)
      }),
    )
  })

  it('says of each day why it counted or was skipped', () => {
    const { due, days } = count({ days: 9, count: 'working' }, asDay('2025-09-25'), calendar)
    expect(due).toBe('2025-10-14')
    const said = days.map((row) => `${row.on.slice(5)} ${row.counted ? '+' : '-'} ${row.why}`)
    expect(said.slice(0, 6)).toEqual([
      '09-26 + working',
      '09-27 - weekend',
      '09-28 + make-up',
      '09-29 + working',
      '09-30 + working',
      '10-01 - holiday',
    ])
    expect(said.slice(-4)).toEqual(['10-11 + make-up', '10-12 - weekend', '10-13 + working', '10-14 + working'])
  })

  it('is provisional from the first day that is not announced, and never silently', () => {
    expect(count({ days: 1, count: 'working' }, asDay('2026-12-30'), calendar)).toMatchObject({ due: '2026-12-31', provisional: false })
    const beyond = count({ days: 2, count: 'working' }, asDay('2026-12-30'), calendar)
    expect(beyond).toMatchObject({ due: '2027-01-01', provisional: true })
    expect(beyond.days.at(-1)).toEqual({ on: '2027-01-01', counted: true, why: 'unannounced' })
    expect(count({ days: 1, count: 'working' }, asDay('2007-12-28'), calendar).provisional).toBe(true)
    expect(count({ days: 1, count: 'working' }, asDay('2007-12-31'), calendar)).toMatchObject({ due: '2008-01-02', provisional: false })
  })
})

describe('a term of calendar days', () => {
  it('counts every day and ends on a day off unless it says that it rolls', () => {
    const start = asDay('2025-08-05')
    expect(count({ days: 60, count: 'calendar' }, start, calendar).due).toBe('2025-10-04')
    const rolled = count({ days: 60, count: 'calendar', rolls: true }, start, calendar)
    expect(rolled.due).toBe('2025-10-09')
    expect(rolled.days.filter((row) => row.counted)).toHaveLength(60)
    expect(rolled.days.slice(-2)).toEqual([
      { on: '2025-10-08', counted: false, why: 'holiday' },
      { on: '2025-10-09', counted: false, why: 'rolled' },
    ])
  })

  it('does not roll from a make-up working day, though it is a Saturday', () => {
    expect(count({ days: 1, count: 'calendar', rolls: true }, asDay('2025-10-10'), calendar).due).toBe('2025-10-11')
  })

  it('is provisional when it rolls or runs into a year that is not announced', () => {
    expect(count({ days: 30, count: 'calendar' }, asDay('2026-11-30'), calendar).provisional).toBe(false)
    expect(count({ days: 32, count: 'calendar' }, asDay('2026-11-30'), calendar).provisional).toBe(true)
  })

  it('has the same explanation in every zone of the machine', () => {
    const { days } = count({ days: 400, count: 'calendar' }, asDay('2024-01-31'), calendar)
    expect(new Set(days.map((row) => row.on)).size).toBe(400)
    expect(days.at(-1)?.on).toBe('2025-03-06')
  })
})

describe('a term of months', () => {
  it('ends on the day of the same number, or the last of a shorter month', () => {
    expect(count({ months: 6 }, asDay('2025-08-31'), calendar).due).toBe('2026-02-28')
    expect(count({ months: 6, rolls: true }, asDay('2025-08-31'), calendar).due).toBe('2026-02-28')
    expect(count({ months: 6, rolls: true }, asDay('2025-04-01'), calendar).due).toBe('2025-10-09')
  })
})

describe('the length of a term', () => {
  it('of nothing ends on the start', () => {
    expect(count({ days: 0, count: 'working' }, asDay('2025-09-28'), calendar)).toEqual({ due: '2025-09-28', provisional: false, days: [] })
  })

  it('is refused when it is negative, broken or beyond reason', () => {
    for (const days of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, longestTerm + 1]) {
      expect(() => count({ days, count: 'working' }, asDay('2025-09-28'), calendar), String(days)).toThrow(RangeError)
    }
    expect(() => count({ months: 1000 }, asDay('2025-09-28'), calendar)).toThrow(RangeError)
  })
})
