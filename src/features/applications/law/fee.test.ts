import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { feeLaw } from '../load-fees.ts'
import { type FeeBasis, feeFor } from './fee.ts'

const law = { ...feeLaw, isCharged: true }
const today = asDay('2026-06-15')
const yuanOf = (basis: FeeBasis) => {
  const outcome = feeFor(basis, law, today)
  return outcome.ok ? outcome.value.yuan : outcome.refusals
}
const byItem = (items: number, itemsBefore = 0) => yuanOf({ kind: 'item', itemsBefore, items })
const byPage = (pages: number) => yuanOf({ kind: 'page', pages })
const nothing = ['nothing-to-charge']

describe('the fee by item', () => {
  test.each([
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
    [60, 11_000],
    [100, 37_000],
  ])('for %i items in a month is %i yuan', (items, yuan) => {
    expect(byItem(items)).toBe(yuan)
  })

  test('is nothing for the first ten of a month', () => {
    expect(byItem(0)).toEqual(nothing)
    expect(byItem(10)).toEqual(nothing)
  })

  test('goes on from the items of the same month before, so that splitting requests saves nothing', () => {
    expect(byItem(1, 10)).toBe(100)
    expect(byItem(10, 30)).toBe(2000)
    expect(byItem(2, 9)).toBe(100)
  })

  test('is told line by line', () => {
    const outcome = feeFor({ kind: 'item', itemsBefore: 9, items: 33 }, law, today)
    expect(outcome.ok && outcome.value.lines).toEqual([
      { from: 10, to: 10, yuanEach: 0, yuan: 0 },
      { from: 11, to: 30, yuanEach: 100, yuan: 2000 },
      { from: 31, to: 40, yuanEach: 200, yuan: 2000 },
      { from: 41, to: 42, yuanEach: 300, yuan: 600 },
    ])
  })
})

describe('the fee by page', () => {
  test.each([
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
    [1000, 34_700],
  ])('for %i pages is %i yuan', (pages, yuan) => {
    expect(byPage(pages)).toBe(yuan)
  })

  test('is nothing for the first thirty of a request, nor where nothing is copied', () => {
    expect(byPage(30)).toEqual(nothing)
    expect(byPage(0)).toEqual(nothing)
  })
})

describe('no fee', () => {
  const pages: FeeBasis = { kind: 'page', pages: 31 }

  test('is taken unless the city has chosen to', () => {
    expect(feeLaw.isCharged).toBe(false)
    expect(feeFor(pages, feeLaw, today)).toEqual({ ok: false, refusals: ['not-charged-here'] })
  })

  test('is taken before the measures of 2021-01-01', () => {
    expect(feeFor(pages, law, asDay('2020-12-31'))).toEqual({ ok: false, refusals: ['no-tariff'] })
    expect(feeFor(pages, law, asDay('2021-01-01')).ok).toBe(true)
    expect(feeFor(pages, feeLaw, asDay('2020-12-31'))).toEqual({ ok: false, refusals: ['not-charged-here', 'no-tariff'] })
  })

  test('is reckoned from numbers that are none', () => {
    for (const wrong of [-1, 1.5, Number.NaN, 1_000_001]) expect(() => byPage(wrong)).toThrow(RangeError)
    expect(() => byItem(1, -1)).toThrow(RangeError)
  })
})

describe('for any number', () => {
  /** Written without the pack: what the n-th item of a month and the n-th page of a request cost by the measures. */
  const priceOfItem = (n: number) => (n <= 10 ? 0 : n <= 30 ? 100 : 100 * (Math.ceil(n / 10) - 2))
  const priceOfPage = (n: number) => (n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40)
  const sum = (price: (n: number) => number, before: number, more: number) => {
    let yuan = 0
    for (let n = before + 1; n <= before + more; n++) yuan += price(n)
    return yuan
  }
  const number = fc.nat({ max: 1500 })

  test('the fee by item is the sum of what each one costs', () => {
    fc.assert(
      fc.property(number, number, (before, more) => {
        expect(byItem(more, before)).toEqual(sum(priceOfItem, before, more) || nothing)
      }),
      { numRuns: 2000 },
    )
  })

  test('the fee by page is the sum of what each one costs', () => {
    fc.assert(
      fc.property(number, (pages) => {
        expect(byPage(pages)).toEqual(sum(priceOfPage, 0, pages) || nothing)
      }),
      { numRuns: 2000 },
    )
  })

  test('its lines follow each other without a gap and add up', () => {
    fc.assert(
      fc.property(number, number, (itemsBefore, items) => {
        const outcome = feeFor({ kind: 'item', itemsBefore, items }, law, today)
        if (!outcome.ok) return
        let next = itemsBefore + 1
        for (const line of outcome.value.lines) {
          expect([line.from, line.yuan]).toEqual([next, (line.to - line.from + 1) * line.yuanEach])
          next = line.to + 1
        }
        expect(next).toBe(itemsBefore + items + 1)
      }),
    )
  })
})
