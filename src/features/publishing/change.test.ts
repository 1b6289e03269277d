import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { changeRefusals, changes, isRevision, mergeRefusals, type ChangeName, type Part } from './change.ts'
import type { Standing } from './document.ts'

const names = Object.keys(changes) as ChangeName[]
const standings: Standing[] = ['unpublished', 'published', 'cancelled', 'ended', 'withdrawn', 'replaced', 'removed', 'kept']
const other = { standing: 'published' as const, leadsTo: [2] }
const endsOn = asDay('2026-12-31')
const whole = { reason: '内容有误', endsOn, replacement: other }

describe('changes after release', () => {
  test('are possible only from the standings of their row, and every one needs a public reason', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...standings),
        fc.constantFrom('', '  ', '内容有误'),
        (name, standing, reason) => {
          const found = changeRefusals({ id: 1, standing, isBeingCorrected: false }, name, { ...whole, reason })
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
        expect(changeRefusals({ id: 1, standing, isBeingCorrected: false }, name, whole)).toEqual(['wrong-standing'])
      }
    }
  })

  test('wait until a correction under way is finished, but for what takes the page down', () => {
    for (const name of names) {
      const standing = name === 'reinstate' ? ('withdrawn' as const) : ('published' as const)
      const expected = name === 'withdraw' || name === 'remove' ? [] : ['being-corrected']
      expect(changeRefusals({ id: 1, standing, isBeingCorrected: true }, name, whole)).toEqual(expected)
    }
  })
})

describe('the end of a validity', () => {
  const published = { id: 1, standing: 'published' as const, isBeingCorrected: false, formedOn: asDay('2026-06-01') }

  test('has its day, which may lie ahead, but not before the document was formed', () => {
    expect(changeRefusals(published, 'end', { reason: '活动结束' })).toEqual(['day-missing'])
    expect(changeRefusals(published, 'end', { reason: '活动结束', endsOn: asDay('2026-05-31') })).toEqual(['day-before-formed'])
    expect(changeRefusals(published, 'end', { reason: '活动结束', endsOn: asDay('2027-01-31') })).toEqual([])
  })
})

describe('a change decided on a page that is out of date', () => {
  test('is not made over the head of whoever was faster', () => {
    const document = { id: 1, standing: 'cancelled' as const, isBeingCorrected: false, changeCount: 2 }
    expect(changeRefusals(document, 'withdraw', { reason: '内容有误', seen: 1 })).toEqual(['changed-meanwhile'])
    expect(changeRefusals(document, 'withdraw', { reason: '内容有误', seen: 2 })).toEqual([])
  })
})

describe('a replacement', () => {
  const published = { id: 1, standing: 'published' as const, isBeingCorrected: false }
  const by = (replacement?: { standing: Standing; leadsTo: number[] }) =>
    changeRefusals(published, 'replace', { reason: '已修订', replacement })

  test('must be named, be public, and not lead back in a circle', () => {
    expect(by()).toEqual(['replacement-missing'])
    expect(by({ standing: 'withdrawn', leadsTo: [2] })).toEqual(['replacement-not-public'])
    expect(by({ standing: 'kept', leadsTo: [2] })).toEqual(['replacement-not-public'])
    expect(by({ standing: 'published', leadsTo: [2, 3, 1] })).toEqual(['circle'])
    expect(by({ standing: 'published', leadsTo: [1] })).toEqual(['circle'])
    expect(by(other)).toEqual([])
  })
})

describe('a merger', () => {
  const target = { id: 1, standing: 'published' as const, isBeingCorrected: false }
  const part = (id: number, change: Partial<Part> = {}): Part => ({
    indexNumber: `MC/2026-${id}`,
    situation: { id, standing: 'published', isBeingCorrected: false },
    isInReach: true,
    ...change,
  })

  test('says of every part what stands in its way', () => {
    const parts = [
      part(1),
      part(2, { situation: undefined }),
      part(3, { isInReach: false }),
      part(4, { situation: { id: 4, standing: 'removed', isBeingCorrected: false } }),
      part(5, { situation: { id: 5, standing: 'published', isBeingCorrected: true } }),
      part(6),
    ]
    expect(mergeRefusals(target, parts, { reason: '合并' })).toEqual([
      { why: 'circle', part: 'MC/2026-1' },
      { why: 'part-unknown', part: 'MC/2026-2' },
      { why: 'part-out-of-reach', part: 'MC/2026-3' },
      { why: 'wrong-standing', part: 'MC/2026-4' },
      { why: 'being-corrected', part: 'MC/2026-5' },
    ])
    expect(mergeRefusals(target, [part(6)], { reason: '合并' })).toEqual([])
  })

  test('needs parts, a reason, and a whole that stands in public', () => {
    expect(mergeRefusals({ ...target, standing: 'withdrawn' }, [], { reason: ' ' })).toEqual([
      { why: 'wrong-standing' },
      { why: 'reason-missing' },
      { why: 'parts-missing' },
    ])
  })
})

test('only corrections, changes of content and reinstatements need a new text', () => {
  expect(names.filter(isRevision)).toEqual(['correct', 'change', 'reinstate'])
})
