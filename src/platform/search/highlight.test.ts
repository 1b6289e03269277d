import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight, type Segment } from './highlight.ts'
import { synonymsOf } from './synonyms.ts'

const marked = (segments: Segment[]) => segments.map((segment) => (segment.hit ? `[${segment.text}]` : segment.text)).join('')

describe('highlight', () => {
  it('marks the words of the query', () => {
    expect(marked(highlight('本市土地征收的补偿标准。', '征收补偿', 50))).toBe('本市土地[征收]的[补偿]标准。')
  })

  it('marks English words in any form and full-width letters', () => {
    expect(marked(highlight('The Policies were disclosed. ＦＥＥ', 'policy disclose fees', 80))).toBe(
      'The [Policies] were [disclosed]. [ＦＥＥ]',
    )
  })

  it('marks a synonym', () => {
    expect(marked(highlight('发放最低生活保障金', '低保', 50, synonymsOf([['低保', '最低生活保障']])))).toBe('发放[最低生活保障]金')
  })

  it('marks a known phrase where it stands whole, and its words only where it stands nowhere', () => {
    const synonyms = synonymsOf([['disclosure on application', '依申请公开']])
    const text = 'An application. Disclosure on Application is a right.'
    expect(marked(highlight(text, '依申请公开', 80, synonyms))).toBe('An application. [Disclosure on Application] is a right.')
    expect(marked(highlight('an application for disclosure', 'disclosure on application', 80, synonyms))).toBe(
      'an [application] for [disclosure]',
    )
  })

  it('marks a single character that was asked for', () => {
    expect(marked(highlight('关于税的说明', '税', 50))).toBe('关于[税]的说明')
  })

  it('shows the passage where most words stand together', () => {
    const text = `土地。${'无关的文字。'.repeat(30)}这里说土地征收与补偿。${'无关的文字。'.repeat(30)}`
    const shown = marked(highlight(text, '土地征收补偿', 40))
    expect(shown).toContain('[土地][征收]与[补偿]')
    expect(shown.startsWith('…')).toBe(true)
    expect(shown.endsWith('…')).toBe(true)
  })

  it('begins an English excerpt with a whole word', () => {
    const text = `${'alpha bravo charlie '.repeat(20)}the mayor spoke ${'delta echo '.repeat(20)}`
    expect(marked(highlight(text, 'mayor', 60))).toMatch(/^…(?:alpha|bravo|charlie) /)
  })

  it('shows the beginning when nothing is found', () => {
    expect(marked(highlight('abcdefghij', 'zzz', 4))).toBe('abcd…')
  })

  it('returns markup as text', () => {
    expect(marked(highlight('<script>税</script>', '税', 50))).toBe('<script>[税]</script>')
  })

  it('gives back a part of the text, no longer than asked, for anything', () => {
    const part = fc.constantFrom('政务', '公开', '税', ' ', 'open', 'fees', '，', '。', '😀', '\n', '\u0130', '. ')
    const text = fc.array(part, { maxLength: 80 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, fc.integer({ min: 5, max: 60 }), (source, query, max) => {
        const segments = highlight(source, query, max)
        const whole = segments
          .map((segment) => segment.text)
          .join('')
          .replace(/^…|…$/gu, '')
        expect(source.replace(/\s+/gu, ' ')).toContain(whole)
        expect(whole.length).toBeLessThanOrEqual(max)
        expect(whole).not.toMatch(/\p{Cs}/u)
      }),
      { numRuns: 2000 },
    )
  })
})
