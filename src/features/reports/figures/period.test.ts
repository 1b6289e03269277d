import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDay } from '../../../kernel/day.ts'
import { before, periodFrom, periodKinds, periodsBefore, periodWith, yearBefore } from './period.ts'

describe('a period', () => {
  it.each([
    ['quarter', 1, '2026-Q3'],
    ['quarter', 4, '2025-Q4'],
    ['half-year', 1, '2026-H1'],
    ['year', 0, '2026'],
  ] as const)('that is a %s, %i before that of today, is found', (kind, ago, code) => {
    expect(periodsBefore(kind, asDay('2026-11-20'), ago).code).toBe(code)
  })

  it.each([
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-H1', 'half-year', '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half-year', '2026-07-01', '2026-12-31'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2100-02', 'month', '2100-02-01', '2100-02-28'],
    ['1900', 'year', '1900-01-01', '1900-12-31'],
    ['9999-12', 'month', '9999-12-01', '9999-12-31'],
  ])('is read from its code with both its days: %s', (code, kind, from, until) => {
    expect(periodFrom(code)).toEqual({ code, kind, from, until })
  })

  it.each([
    '',
    '26',
    '2026-',
    '2026-00',
    '2026-13',
    '2026-1',
    '2026-Q0',
    '2026-Q5',
    '2026-H3',
    '2026-q1',
    '2026-H',
    '1899',
    '0000',
    '２０２６',
  ])('is not read from what names none: %j', (code) => expect(periodFrom(code)).toBeUndefined())

  it('is that in which a day lies, on its first and its last day too', () => {
    expect(periodKinds.map((kind) => periodWith(kind, asDay('2024-02-29')).code)).toEqual(['2024', '2024-H1', '2024-Q1', '2024-02'])
    expect(periodKinds.map((kind) => periodWith(kind, asDay('2026-12-31')).code)).toEqual(['2026', '2026-H2', '2026-Q4', '2026-12'])
    expect(periodKinds.map((kind) => periodWith(kind, asDay('2027-01-01')).code)).toEqual(['2027', '2027-H1', '2027-Q1', '2027-01'])
  })

  it('has one of its kind before it, across the year too, and the same a year before', () => {
    const codes = ['2026', '2026-H1', '2026-Q1', '2026-01', '2026-03']
    const read = codes.map((code) => periodFrom(code)!)
    expect(read.map((one) => before(one).code)).toEqual(['2025', '2025-H2', '2025-Q4', '2025-12', '2026-02'])
    expect(read.map((one) => yearBefore(one).code)).toEqual(['2025', '2025-H1', '2025-Q1', '2025-01', '2025-03'])
    expect(yearBefore(periodFrom('2024-02')!).until).toBe('2023-02-28')
    expect(yearBefore(periodFrom('1900')!).code).toBe('1899')
  })

  it('tiles the calendar with the others of its kind, and is read again from its code', () => {
    const days = fc.integer({ min: 0, max: 90_000 }).map((n) => addDays(asDay('1901-01-01'), n))
    fc.assert(
      fc.property(days, fc.constantFrom(...periodKinds), (day, kind) => {
        const period = periodWith(kind, day)
        expect(period.from <= day && day <= period.until).toBe(true)
        expect(periodFrom(period.code)).toEqual(period)
        expect(addDays(before(period).until, 1)).toBe(period.from)
      }),
      { numRuns: 300 },
    )
  })
})
