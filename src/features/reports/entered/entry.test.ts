import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { entryRefusals, longestEvidence, numberIn, sumOfEntries, type Entry } from './entry.ts'

describe('a number that is typed', () => {
  it.each([
    ['0', 0],
    ['1204', 1204],
    [' 1,204 ', 1204],
    ['１２０４', 1204],
    ['１，２０４．５', 1204.5],
    ['1，204', 1204],
    ['12,345,678', 12_345_678],
    ['3.5', 3.5],
    ['0.0001', 0.0001],
    ['\u30001204\u3000', 1204],
    ['007', 7],
    ['999999999999', 999_999_999_999],
  ])('is read: %j', (text, value) => expect(numberIn(text)).toBe(value))

  it.each(['', ' ', '-1', '+1', '−1', '1e3', '0x10', '1,20', '1,2345', '1234,567', ',123', '1,', '3.5,000', '.5', '5.', '1.23456'])(
    'is not guessed: %j',
    (text) => expect(numberIn(text)).toBeUndefined(),
  )

  it.each(['1 204', '一百', '约1204', '1204人', '1000000000000', 'NaN', 'Infinity', '1\n2'])('is not guessed: %j', (text) =>
    expect(numberIn(text)).toBeUndefined(),
  )
})

describe('a change that is typed', () => {
  it.each([
    ['-3', -3],
    ['−3', -3],
    ['－１２', -12],
    ['+2', 2],
    ['2', 2],
    ['-0', 0],
    ['-1,204.5', -1204.5],
  ])('may be below zero: %j', (text, value) => expect(numberIn(text, true)).toBe(value))

  it.each(['--3', '- 3', '3-', '-', '+-1', '-x'])('is not guessed: %j', (text) => expect(numberIn(text, true)).toBeUndefined())
})

describe('a number entered by hand', () => {
  const today = asDay('2026-06-15')
  const year = { from: asDay('2026-01-01') }
  const evidence = '登记表'

  it('is taken for a period that has begun, the running one too', () => {
    expect(entryRefusals({ value: '12', evidence }, year, today, { decimals: 0 })).toEqual([])
    expect(entryRefusals({ value: '12', evidence }, { from: today }, today, { decimals: 0 })).toEqual([])
  })

  it('is refused for one that has not, in the same year too', () => {
    expect(entryRefusals({ value: '12', evidence }, { from: asDay('2026-07-01') }, today, { decimals: 0 })).toEqual(['period-to-come'])
    expect(entryRefusals({ value: '12', evidence }, { from: asDay('2027-01-01') }, today, { decimals: 0 })).toEqual(['period-to-come'])
  })

  it('is refused with every reason at once', () => {
    expect(entryRefusals({ value: 'many', evidence: ' ' }, undefined, today, { decimals: 0 })).toEqual([
      'period-wrong',
      'value-wrong',
      'evidence-missing',
    ])
    expect(entryRefusals({ value: '1.5', evidence: '票'.repeat(longestEvidence + 1) }, year, today, { decimals: 0 })).toEqual([
      'value-not-whole',
      'evidence-long',
    ])
  })

  it('has as many digits behind the point as its figure may have, however large it is', () => {
    for (const value of ['123456789.1234', '87654321.0001', '0.1', '12', '1.1000'])
      expect(entryRefusals({ value, evidence }, year, today, { decimals: 4 })).toEqual([])
    expect(entryRefusals({ value: '12.0', evidence }, year, today, { decimals: 0 })).toEqual([])
    expect(entryRefusals({ value: '12.25', evidence }, year, today, { decimals: 1 })).toEqual(['value-not-whole'])
  })
})

describe('what entries come to', () => {
  const entry = (unitId: number, from: string, until: string, value: number, isAtLeast = false): Entry => ({
    ...{ id: value, unitId, figure: 'phone-enquiries', from: asDay(from), until: asDay(until), value, isAtLeast },
    ...{ evidence: '登记表', enteredBy: 1, enteredAt: new Date(0) },
  })
  const q1 = entry(1, '2026-01-01', '2026-03-31', 10)
  const january = entry(1, '2026-01-01', '2026-01-31', 4)
  const april = entry(1, '2026-04-01', '2026-04-30', 7)
  const year = entry(1, '2026-01-01', '2026-12-31', 50)

  it('is nothing where there is none', () => expect(sumOfEntries([])).toBeUndefined())

  it('is their sum, over units too', () => {
    expect(sumOfEntries([q1, april, entry(2, '2026-01-01', '2026-03-31', 3)])?.value).toBe(20)
    expect(sumOfEntries([entry(1, '2026-01-01', '2026-01-31', 0.1), entry(1, '2026-02-01', '2026-02-28', 0.2)])?.value).toBe(0.3)
  })

  it('counts the wider span of a unit and not what lies within it, in whatever order they came', () => {
    for (const entries of [
      [year, q1, january, april],
      [april, january, q1, year],
    ])
      expect(sumOfEntries(entries)).toEqual({ value: 50, isAtLeast: false, entries: [year] })
    expect(sumOfEntries([january, q1, april])?.value).toBe(17)
  })

  it('does not let the year of one unit hide the quarter of another', () => {
    expect(sumOfEntries([year, entry(2, '2026-01-01', '2026-03-31', 3)])?.value).toBe(53)
  })

  it('is "at least" as soon as one of those counted is', () => {
    expect(sumOfEntries([q1, entry(2, '2026-01-01', '2026-03-31', 3, true)])?.isAtLeast).toBe(true)
    expect(sumOfEntries([year, entry(1, '2026-01-01', '2026-03-31', 3, true)])?.isAtLeast).toBe(false)
  })
})
