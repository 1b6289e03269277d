import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexTokens } from './tokens.ts'

describe('index tokens', () => {
  it('are the pairs of a Han run and its last character', () => {
    expect(indexTokens('政务公开')).toEqual(['政务', '务公', '公开', '开'])
    expect(indexTokens('税')).toEqual(['税'])
  })

  it('do not reach across marks, digits or words', () => {
    expect(indexTokens('公开，2015年Open')).toEqual(['公开', '开', '2015', '年', 'open'])
  })

  it('are the same for full and half width, capitals and small letters, and possessives', () => {
    expect(indexTokens('ＡＢＣ１２３ People’s')).toEqual(indexTokens("abc123 PEOPLE'S"))
    expect(indexTokens("people's")).toEqual(indexTokens('people'))
  })

  it('take the parts of a document number apart, whatever brackets it has', () => {
    expect(indexTokens('国办发〔2007〕138号')).toEqual(indexTokens('国办发[2007]138号'))
  })

  it('keep rare characters whole', () => {
    expect(indexTokens('𠀀𠀁')).toEqual(['𠀀𠀁', '𠀁'])
  })

  it('hold letters, digits, accents and Han signs only, none too long, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = indexTokens(text)
        expect(new Set(tokens).size).toBe(tokens.length)
        for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Script=Han}]{1,64}$/u)
      }),
      { numRuns: 2000 },
    )
  })
})
