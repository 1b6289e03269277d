import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'
import { literal } from '../../platform/text/literal.ts'
import { unescaped } from './escape.ts'

test('a guarded star is a star again, and every character knows where it stood', () => {
  const { text, placeIn } = unescaped('20\\*\\*年 \\\\* \\# x')
  expect(text).toBe('20**年 \\\\* \\# x')
  expect([0, 2, 3, 4].map(placeIn)).toEqual([0, 3, 5, 6])
  expect(placeIn(text.length)).toBe('20\\*\\*年 \\\\* \\# x'.length)
})

test('a text without stars is the text itself', () => {
  const { text, placeIn } = unescaped('第20条\\_')
  expect([text, placeIn(3)]).toEqual(['第20条\\_', 3])
})

test.each(['以20**年为准', 'up to now, * * * towns have', 'in 20 * * * the town'])(
  'what was never filled in is found in plain text and in the Markdown made of it: %s',
  (plain) => {
    const markdown = literal(plain)
    expect(markdown).not.toBe(plain)
    const found = findingsIn(markdown).filter((finding) => finding.check === 'placeholder')
    expect(found.map((finding) => finding.because)).toEqual(
      findingsIn(plain)
        .filter((finding) => finding.check === 'placeholder')
        .map((finding) => finding.because),
    )
    expect(found).toHaveLength(1)
    for (const { passage, start, end } of found) expect(markdown.slice(start, end)).toBe(passage)
  },
)

test('masked numbers and names stay no remainder', () => {
  expect(foundBy('placeholder', literal('联系人李**，电话138****1234'))).toEqual([])
})
