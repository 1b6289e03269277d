import { describe, expect, test } from 'vitest'
import { liesIn, readWish, writeWish, type ListWish } from './wish.ts'

describe('a wish', () => {
  test('is the same text however it was asked for', () => {
    const asked = readWish({ year: '2026', unit: 'safety', q: '  防汛   预案 ', before: '2026-01-01.5' })
    expect(asked).toEqual({ kind: 'list', words: '防汛 预案', unit: 'safety', year: 2026 })
    const text = writeWish(asked ?? { kind: 'list', words: '' })
    expect(text).toBe('q=%E9%98%B2%E6%B1%9B+%E9%A2%84%E6%A1%88&unit=safety&year=2026')
    expect(readWish(Object.fromEntries(new URLSearchParams(text)))).toEqual(asked)
  })

  test('for one document is its index number, and nothing beside it counts', () => {
    expect(readWish({ document: 'MC0000012/2026-00001', unit: 'safety' })).toEqual({
      kind: 'document',
      indexNumber: 'MC0000012/2026-00001',
    })
  })

  test('for everything must be meant: an empty question wishes for nothing', () => {
    expect(readWish({})).toBeUndefined()
    expect(readWish({ unit: '<script>', year: 'soon' })).toBeUndefined()
    expect(readWish({ all: 'yes' })).toEqual({ kind: 'list', words: '' })
  })
})

describe('a document lies in a list', () => {
  const place = { unitPath: '/1/12/', categoryPath: '/3/7/', dutyCode: 'emergency-plan', year: 2026 }
  const lies = (wish: Partial<ListWish>, paths = {}) => liesIn({ words: '', ...wish }, paths, place)

  test('of everything, of its unit and of those above it, of its category and of those above it', () => {
    expect(lies({})).toBe(true)
    expect(lies({ unit: 'city' }, { unit: '/1/' })).toBe(true)
    expect(lies({ unit: 'safety' }, { unit: '/1/12/' })).toBe(true)
    expect(lies({ category: 'plans' }, { category: '/3/' })).toBe(true)
  })

  test('and not of another unit, category, duty or year, nor of a unit that there is not', () => {
    expect(lies({ unit: 'water' }, { unit: '/1/2/' })).toBe(false)
    expect(lies({ unit: 'gone' })).toBe(false)
    expect(lies({ category: 'money' }, { category: '/4/' })).toBe(false)
    expect(lies({ duty: 'budget' })).toBe(false)
    expect(lies({ year: 2025 })).toBe(false)
  })
})
