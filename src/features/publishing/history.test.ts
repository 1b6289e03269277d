import { describe, expect, test } from 'vitest'
import { openVersions, versionsOf, type Past } from './history.ts'

const past: Past[] = [
  { kind: 'released', version: 1 },
  { kind: 'corrected', version: 3 },
  { kind: 'cancelled' },
  { kind: 'changed', version: 4 },
]

describe('the versions that the public may hold against each other', () => {
  test('are those that were released, in order', () => {
    expect(openVersions('published', past, [])).toEqual([1, 3, 4])
    expect(openVersions('ended', past, [])).toEqual([1, 3, 4])
  })

  test('are none while the text is taken back', () => {
    for (const standing of ['withdrawn', 'replaced', 'removed', 'kept', 'unpublished'] as const)
      expect(openVersions(standing, past, [])).toEqual([])
  })

  test('begin with the one that hides what was before it', () => {
    const leaked: Past[] = [...past.slice(0, 1), { kind: 'corrected', version: 3, hidesEarlier: true }, ...past.slice(2)]
    expect(openVersions('published', leaked, [])).toEqual([3, 4])
  })
})

test('a change of old knows its version by the signature of the same rank', () => {
  expect(
    versionsOf([{ kind: 'released' }, { kind: 'withdrawn' }, { kind: 'corrected' }, { kind: 'changed', version: 7 }], [1, 4, 6]),
  ).toEqual([1, undefined, 4, 7])
})
