import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, type Change } from './difference.ts'

function joined(changes: Change[], left: Change['kind']): string {
  return changes
    .filter((change) => change.kind !== left)
    .map((change) => change.text)
    .join('')
}

describe('difference', () => {
  it('shows a changed Chinese character', () => {
    expect(difference('自受理之日起五日内答复。', '自受理之日起三日内答复。')).toEqual([
      { kind: 'same', text: '自受理之日起' },
      { kind: 'removed', text: '五' },
      { kind: 'added', text: '三' },
      { kind: 'same', text: '日内答复。' },
    ])
  })

  it('compares English by whole words', () => {
    expect(difference('the governance office', 'the government office')).toEqual([
      { kind: 'same', text: 'the ' },
      { kind: 'removed', text: 'governance' },
      { kind: 'added', text: 'government' },
      { kind: 'same', text: ' office' },
    ])
  })

  it('leaves untouched paragraphs whole around an added one', () => {
    expect(difference('甲\n丙\n', '甲\n乙\n丙\n')).toEqual([
      { kind: 'same', text: '甲\n' },
      { kind: 'added', text: '乙\n' },
      { kind: 'same', text: '丙\n' },
    ])
  })

  it('shows a rewritten paragraph as removed and added, not as confetti', () => {
    expect(difference('春眠不觉晓，处处闻啼鸟。', '白日依山尽，黄河入海流。')).toHaveLength(2)
  })

  it('says nothing about equal or empty texts', () => {
    expect(difference('同', '同')).toEqual([{ kind: 'same', text: '同' }])
    expect(difference('', '')).toEqual([])
  })

  it('falls back to paragraphs when the changed passage is long', () => {
    const long = '政务公开'.repeat(4000)
    expect(difference(`${long}甲`, `${long}乙`)).toEqual([
      { kind: 'removed', text: `${long}甲` },
      { kind: 'added', text: `${long}乙` },
    ])
  })

  it('gives up on paragraphs too when nothing is alike, and loses no text', () => {
    const before = Array.from({ length: 9_000 }, (_, i) => `b${i}\n`).join('')
    const after = Array.from({ length: 9_000 }, (_, i) => `a${i}\n`).join('')
    expect(difference(before, after).map((change) => change.kind)).toEqual(['removed', 'added'])
  })

  it('always gives back both texts', () => {
    const text = fc.array(fc.constantFrom('政务', '公开', '\n', ' ', 'open', '，', '😀', '\u0301', 'x')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = difference(before, after)
        expect(joined(changes, 'added')).toBe(before)
        expect(joined(changes, 'removed')).toBe(after)
      }),
      { numRuns: 1000 },
    )
  })
})
