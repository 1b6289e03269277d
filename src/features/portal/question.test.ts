import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { longestWords, readPlace, readQuestion, writePlace, writeQuestion } from './question.ts'

describe('a question', () => {
  it('keeps what it understands and leaves out the rest', () => {
    expect(readQuestion({ q: ' 低保\u0000标准 ', unit: 'finance', category: "x' or 1=1", year: '20245', before: 'x' })).toEqual({
      words: '低保 标准',
      isCut: false,
      unit: 'finance',
      before: undefined,
    })
  })

  it('is shortened when it is too long, and says so', () => {
    const question = readQuestion({ q: '公开'.repeat(5000) })
    expect(Array.from(question.words)).toHaveLength(longestWords)
    expect(question.isCut).toBe(true)
  })

  it('comes back the same through an address, for whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1900, max: 2099 }), (q, year) => {
        const question = readQuestion({ q, unit: 'a-1', year: String(year) })
        const query = Object.fromEntries(new URLSearchParams(writeQuestion(question)))
        expect(readQuestion(query)).toEqual({ ...question, isCut: false })
      }),
    )
  })
})

describe('a place in a list', () => {
  it.each([
    { publishedOn: asDay('2026-11-20'), id: 7 },
    { fit: 2 as const, publishedOn: asDay('2024-02-29'), id: 123456 },
  ])('comes back the same through an address', (place) => {
    expect(readPlace(writePlace(place))).toEqual(place)
  })

  it.each(['', '2026-02-30.1', '3.2026-11-20.1', "2026-11-20.1'--", '2026-11-20.-1', '2026-11-20.1e9'])('is not %j', (text) => {
    expect(readPlace(text)).toBeUndefined()
  })
})
