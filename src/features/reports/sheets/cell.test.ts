import { describe, expect, it } from 'vitest'
import { asShown, isNegative, periodIn, truthIn } from './cell.ts'

describe('a cell of a sheet of figures', () => {
  it.each([
    ['2026', '2026'],
    ['2026-h1', '2026-H1'],
    ['２０２６－Ｑ３', '2026-Q3'],
    ['2026 - 09', '2026-09'],
    ['2026-09-01', '2026-09'],
    ['Sep-26', '2026-09'],
    ['2026-09-02', undefined],
    ['2026-Q5', undefined],
    ['Foo-26', undefined],
    ['第三季度', undefined],
    ['', undefined],
  ])('the period %s is %s, also where a spreadsheet program took a month for a day', (text, code) => {
    expect(periodIn(text)?.code).toBe(code)
  })

  it('a sum of fractions is read as the sheet showed it, everything else as it stands', () => {
    expect(asShown('0.30000000000000004')).toBe('0.3')
    expect(['12', '12.3456', '1,204', '十二', '1e21'].map(asShown)).toEqual(['12', '12.3456', '1,204', '十二', '1e21'])
  })

  it('a number below zero is told from a word', () => {
    expect(['-3', '−3', '－３', '- 3'].map(isNegative)).toEqual([true, true, true, true])
    expect(['3', '-', '减三'].map(isNegative)).toEqual([false, false, false])
  })

  it('yes is said in either language or ticked, no is said or left out, and anything else is not guessed', () => {
    expect(['是', 'Yes', 'TRUE', '√'].map(truthIn)).toEqual([true, true, true, true])
    expect(['', '否', 'no'].map(truthIn)).toEqual([false, false, false])
    expect(truthIn('大约')).toBeUndefined()
  })
})
