import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  asDay,
  compareDays,
  type Day,
  dayOf,
  daysBetween,
  isCalendarDay,
  isDay,
  monthOf,
  weekdayOf,
  yearOf,
} from './day.ts'

const someDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(asDay('1949-10-01'), n))

describe('a day', () => {
  it('exists or is refused', () => {
    for (const text of ['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31']) expect(isDay(text)).toBe(true)
    for (const text of ['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '2024-1-1', '20240101']) {
      expect(isDay(text), text).toBe(false)
    }
    for (const text of ['', ' 2024-01-01', '2024-01-01 ', '2024-01-01\n', '2024-01-01T00:00:00Z', '+002024-01-01', 'today']) {
      expect(isDay(text), JSON.stringify(text)).toBe(false)
    }
  })

  it('is asked for in the years 1900 to 2199, and in any other year only written about', () => {
    for (const text of ['0000-01-01', '1842-08-29', '1899-12-31', '2200-01-01', '9999-12-31']) {
      expect([text, isDay(text), isCalendarDay(text)]).toEqual([text, false, true])
    }
    expect(isCalendarDay('1842-08-32')).toBe(false)
    expect(addDays(asDay('2199-12-31'), 3660)).toBe('2210-01-08')
    expect(addMonths(asDay('2199-12-31'), 2)).toBe('2200-02-28')
  })

  it('quotes the text that is not one', () => {
    expect(() => asDay('31.12.2024')).toThrow(new RangeError('not a day (YYYY-MM-DD): "31.12.2024"'))
  })

  it('begins in Shanghai eight hours before it begins in Greenwich', () => {
    expect(dayOf(new Date('2025-09-27T15:59:59.999Z'))).toBe('2025-09-27')
    expect(dayOf(new Date('2025-09-27T16:00:00.000Z'))).toBe('2025-09-28')
    expect(dayOf(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01')
  })

  it('agrees with the zone tables about Shanghai at any instant since 1992', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
    const instants = fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(instants, (instant) => dayOf(instant) === shanghai.format(instant)))
  })

  it('is refused for an instant that is none', () => {
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays(asDay('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(asDay('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(asDay('2025-12-31'), 1)).toBe('2026-01-01')
    expect(addDays(asDay('2025-01-01'), -1)).toBe('2024-12-31')
    expect(daysBetween(asDay('2024-01-01'), asDay('2025-01-01'))).toBe(366)
  })

  it('leads there and back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const other = addDays(day, n)
        expect(daysBetween(day, other)).toBe(n)
        expect(addDays(other, -n)).toBe(day)
        expect(compareDays(day, other)).toBe(Math.sign(0 - n))
      }),
    )
  })

  it('refuses to leave the four-digit years', () => {
    expect(() => addDays(asDay('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(asDay('0000-01-01'), -1)).toThrow(RangeError)
    expect(() => addDays(asDay('2024-01-01'), Number.NaN)).toThrow(RangeError)
    expect(() => addDays(asDay('2024-01-01'), 1e20)).toThrow(RangeError)
  })
})

describe('counting months', () => {
  it('keeps the day of the month or stops at its end', () => {
    const cases: [string, number, string][] = [
      ['2025-04-01', 6, '2025-10-01'],
      ['2025-01-31', 1, '2025-02-28'],
      ['2024-01-31', 1, '2024-02-29'],
      ['2025-08-31', 1, '2025-09-30'],
      ['2025-12-15', 1, '2026-01-15'],
      ['2025-01-15', -1, '2024-12-15'],
      ['2024-02-29', 12, '2025-02-28'],
      ['2024-02-29', -48, '2020-02-29'],
      ['2025-03-31', -13, '2024-02-29'],
      ['2025-03-31', 0, '2025-03-31'],
    ]
    for (const [from, n, to] of cases) expect(addMonths(asDay(from), n), `${from} ${n}`).toBe(to)
  })

  it('lands in the month meant', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        const index = (of: Day) => yearOf(of) * 12 + Number(monthOf(of).slice(5))
        const other = addMonths(day, n)
        expect(index(other) - index(day)).toBe(n)
        expect(other.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
})

describe('the parts of a day', () => {
  it('number the week from Monday', () => {
    expect(['2025-10-27', '2025-10-31', '2025-11-01', '2025-11-02'].map((text) => weekdayOf(asDay(text)))).toEqual([1, 5, 6, 7])
  })

  it('give month and year', () => {
    expect(monthOf(asDay('2025-09-28'))).toBe('2025-09')
    expect(yearOf(asDay('2025-09-28'))).toBe(2025)
  })

  it('sort by time', () => {
    const days = ['2025-10-01', '2024-12-31', '2025-01-01'].map(asDay)
    expect(days.sort(compareDays)).toEqual(['2024-12-31', '2025-01-01', '2025-10-01'])
  })
})
