import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeRefusals, changes, type ChangeName } from './change.ts'
import type { Standing } from './document.ts'

const names = Object.keys(changes) as ChangeName[]
const standings: Standing[] = ['unpublished', 'published', 'cancelled', 'withdrawn', 'replaced', 'removed', 'kept']
const other = { standing: 'published' as const, leadsTo: [2] }

describe('changes after release', () => {
  test('are possible only from the standings of their row, and every one needs a public reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...standings),
        fc.constantFrom('', '  ', '内容有误'),
        (name, standing, reason) => {
          const found = changeRefusals({ id: 1, standing, isBeingCorrected: false }, name, reason, other)
          const from: readonly Standing[] = changes[name].from
          expect(found.includes('wrong-standing')).toBe(!from.includes(standing))
          expect(found.includes('reason-missing')).toBe(reason.trim() === '')
        },
      ),
    )
  })

  test('leave nothing that was never published and nothing that was removed to change', () => {
    for (const name of names) {
      for (const standing of ['unpublished', 'kept', 'removed'] as const) {
        expect(changeRefusals({ id: 1, standing, isBeingCorrected: false }, name, 'reason', other)).toEqual(['wrong-standing'])
      }
    }
  })

  test('wait until a correction under way is finished, but for what takes the page down', () => {
    for (const name of names) {
      const expected = name === 'withdraw' || name === 'remove' ? [] : ['being-corrected']
      expect(changeRefusals({ id: 1, standing: 'published', isBeingCorrected: true }, name, 'reason', other)).toEqual(expected)
    }
  })
})

describe('a replacement', () => {
  const published = { id: 1, standing: 'published' as const, isBeingCorrected: false }

  test('must be named, be public, and not lead back in a circle', () => {
    expect(changeRefusals(published, 'replace', 'reason')).toEqual(['replacement-missing'])
    expect(changeRefusals(published, 'replace', 'reason', { standing: 'withdrawn', leadsTo: [2] })).toEqual(['replacement-not-public'])
    expect(changeRefusals(published, 'replace', 'reason', { standing: 'kept', leadsTo: [2] })).toEqual(['replacement-not-public'])
    expect(changeRefusals(published, 'replace', 'reason', { standing: 'published', leadsTo: [2, 3, 1] })).toEqual(['circle'])
    expect(changeRefusals(published, 'replace', 'reason', { standing: 'published', leadsTo: [1] })).toEqual(['circle'])
    expect(changeRefusals(published, 'replace', 'reason', other)).toEqual([])
  })
})
