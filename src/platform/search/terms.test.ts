import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSynonyms } from './load-synonyms.ts'
import { synonymsOf } from './synonyms.ts'
import { queryTerms, tsquery } from './terms.ts'

const words = (query: string, groups: string[][] = []) => queryTerms(query, synonymsOf(groups)).map((term) => term.text)

describe('query terms', () => {
  it('are the words of a Chinese query', () => {
    expect(words('土地征收补偿')).toEqual(['土地', '征收', '补偿'])
  })

  it('glue single characters that the dictionary does not know as a word', () => {
    expect(words('低保')).toEqual(['低保'])
    expect(words('公租房')).toEqual(['公租房'])
    expect(words('加装电梯')).toEqual(['加装', '电梯'])
  })

  it('glue nothing across a blank', () => {
    expect(words('土地 税')).toEqual(['土地', '税'])
  })

  it('keep a known phrase whole, in either language', () => {
    const groups = [['最低生活保障', 'minimum living allowance']]
    expect(words('申请最低生活保障', groups)).toEqual(['申请', '最低生活保障'])
    expect(words('Minimum Living Allowances 2019', groups)).toEqual(['minimum living allowances', '2019'])
  })

  it('see no known phrase across the border of two words', () => {
    expect(words('今年报名', [['年报', 'annual report']])).toEqual(['今年', '报名'])
  })

  it('keep a quoted phrase whole', () => {
    expect(words('“征收补偿安置” 土地')).toEqual(['征收补偿安置', '土地'])
    expect(words('"flow chart" fees')).toEqual(['flow chart', 'fees'])
  })

  it('pass over words without content, unless there are no others', () => {
    expect(words('如何申请低保的补助')).toEqual(['申请', '低保', '补助'])
    expect(words('how do I find the mayor')).toEqual(['find', 'mayor'])
    expect(words('的')).toEqual(['的'])
  })

  it('are at most twelve, from the first two hundred characters, each once', () => {
    expect(queryTerms(Array.from({ length: 50 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12)
    expect(words(`${' '.repeat(200)}late`)).toEqual([])
    expect(words('税 税 费')).toEqual(['税', '费'])
  })
})

describe('tsquery', () => {
  it('asks for the pairs of every word', () => {
    expect(tsquery('土地征收')).toBe("'土地' & '征收'")
    expect(tsquery('公租房 fees')).toBe("'公租' & '租房' & 'fee'")
  })

  it('asks for a single character as the beginning of a pair', () => {
    expect(tsquery('税')).toBe("'税':*")
  })

  it('accepts a synonym instead', () => {
    expect(tsquery('低保 2019', synonymsOf([['低保', '最低生活', 'allowance']]))).toBe(
      "( '低保' | '最低' & '低生' & '生活' | 'allowanc' ) & '2019'",
    )
  })

  it('leaves out a synonym that could find no more than another', () => {
    expect(tsquery('village affairs', synonymsOf([['village affairs', 'openness of village affairs']]))).toBe("'villag' & 'affair'")
  })

  it('does not demand the small words of a phrase', () => {
    expect(tsquery('"summary of work"')).toBe("'summary' & 'work'")
  })

  it.each(['', '   ', "';--", '&|!():*', '\\', "'", '😀', '\0', '。，！', '\ud800'])(
    'is undefined for %j, which holds no word',
    (query) => {
      expect(tsquery(query)).toBeUndefined()
    },
  )

  it.each([
    ["'; drop table publishing.document; --", "'drop' & 'tabl' & 'publish' & 'document'"],
    ["a':* | !b & (c", "'b' & 'c'"],
    ['x\\', "'x'"],
  ])('takes only the words of %s', (query, expected) => {
    expect(tsquery(query)).toBe(expected)
  })

  it('is well formed and bounded for anything typed', () => {
    const synonyms = loadSynonyms()
    const bits = [
      "'",
      '"',
      '\\',
      '&',
      '|',
      '!',
      '(',
      ')',
      ':*',
      '<->',
      '\0',
      '“',
      '”',
      '低保',
      '政务',
      '税',
      'annual reports',
      '-',
      ' ',
      '１',
      'é',
      '😀',
      '\ud800',
    ]
    const typed = fc.oneof(
      fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.string({ minLength: 10_000, maxLength: 10_240 }),
    )
    const lexeme = String.raw`'[\p{L}\p{N}\p{M}\p{Script=Han}]{1,64}'(?::\*)?`
    const all = `${lexeme}(?: & ${lexeme})*`
    const whole = new RegExp(`^(?:(?:${lexeme}|\\( ${all}(?: \\| ${all})+ \\))(?: & (?!$)|$))+$`, 'u')
    fc.assert(
      fc.property(typed, (query) => {
        const written = tsquery(query, synonyms)
        if (written === undefined) return
        expect(written).toMatch(whole)
        expect(written.length).toBeLessThan(40_000)
      }),
      { numRuns: 2000 },
    )
  })
})
