import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { askedScopes, askedWords, filterWords, scopesOf, spansOfTime } from './filter-words.ts'
import { indexTokens } from './tokens.ts'

const standing = {
  unitPath: '/1/12/',
  categoryPath: '/3/',
  dutyId: 9,
  publishedOn: asDay('2026-03-31'),
  genre: 'plan',
  language: 'zh',
}

describe('filter words', () => {
  it('name every unit and category above a document, its line, month, year, language and genre', () => {
    expect(filterWords(standing).sort()).toEqual(['@c3', '@d9', '@gplan', '@lzh', '@m202603', '@u1', '@u12', '@y2026'].sort())
    expect(scopesOf(standing)).toEqual(['u1', 'u12', 'c3', 'd9'])
  })

  it('ask only for the place itself, because what lies below it carries its word too', () => {
    expect(askedScopes({ unitPath: '/1/12/', categoryPath: '/3/' })).toEqual(['u12', 'c3'])
    expect(askedWords({ unitPath: '/1/12/', year: 2026, genre: 'plan', language: 'en' })).toEqual(['@u12', '@y2026', '@gplan', '@len'])
    expect(askedWords({})).toEqual([])
  })

  it('cannot be typed by a reader', () => {
    expect(indexTokens('@u12 @m202603').filter((token) => token.startsWith('@'))).toEqual([])
  })
})

describe('spans of time', () => {
  const monthsIn = (span: string | undefined) => [...(span ?? '').matchAll(/@m(\d{6})/g)].map((match) => match[1])

  it('go back from the newest month, and hold each day once', () => {
    const spans = spansOfTime(asDay('2026-02-10'), asDay('2019-05-01'))
    expect(monthsIn(spans[0])).toEqual(['202602'])
    expect(monthsIn(spans[1])).toEqual(['202601', '202512'])
    const months = spans.flatMap(monthsIn)
    expect(months).toHaveLength(14)
    expect(new Set(months).size).toBe(14)
    expect(months.at(-1)).toBe('202501')
    expect(spans.slice(-3)).toEqual(["('@y2024')", "('@y2023' | '@y2022' | '@y2021')", "('@y2020' | '@y2019')"])
  })

  it('leave out spans in which there is nothing', () => {
    expect(spansOfTime(asDay('2026-02-10'), asDay('2026-01-05')).join()).not.toContain('@y')
    expect(spansOfTime(asDay('2026-02-10'), asDay('2024-12-31')).at(-1)).toBe("('@y2024')")
  })
})
