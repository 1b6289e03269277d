import { describe, expect, it } from 'vitest'
import { dutyOf } from '../../../../test/support/duty.ts'
import { asDay } from '../../../kernel/day.ts'
import type { TimeRule } from '../rule.ts'
import { isAtLeastAsStrict, looserThan, mergedLine } from './inheritance.ts'
import type { Columns } from './template.ts'

const atOnce = { days: 1, count: 'working' } as const
const within = (days: number, count: 'working' | 'calendar' = 'working'): TimeRule => ({ kind: 'within', days, count, anchor: 'formation' })

function lineOf(columns: Partial<Columns> = {}): Columns {
  const { code: _code, sinceOn: _since, untilOn: _until, ...duty } = dutyOf('any')
  return { ...duty, categoryId: 1, channels: ['portal', 'notice-board'], levels: ['county', 'town'], ...columns }
}

describe('a line that is inherited', () => {
  it('may stand as it is', () => {
    expect(looserThan(lineOf(), lineOf(), atOnce)).toEqual([])
  })

  it('may ask more: a shorter time, one more channel and level, more to be said', () => {
    const own = lineOf({
      rule: within(10),
      channels: ['portal', 'notice-board', 'broadcast'],
      levels: ['county', 'town', 'village'],
      elementsZh: '标题、正文、附件',
    })
    expect(looserThan(lineOf(), own, atOnce)).toEqual([])
  })

  it('may not be loosened or removed, and every reason is told at once', () => {
    const own = lineOf({
      rule: within(20, 'calendar'),
      channels: ['portal'],
      audience: 'group',
      mode: 'on-application',
      levels: ['town'],
      elementsZh: '标题',
      isRequired: false,
    })
    expect(looserThan(lineOf({ rule: within(10) }), { ...own, untilOn: asDay('2026-12-31') }, atOnce)).toEqual([
      'inherited-time-looser',
      'inherited-channel-missing',
      'inherited-audience-narrower',
      'inherited-mode-narrower',
      'inherited-level-missing',
      'inherited-elements-missing',
      'inherited-not-required',
      'inherited-removed',
    ])
  })
})

describe('a time rule beside that of the line above', () => {
  const monthly: TimeRule = { kind: 'periodic', every: 'month', within: 10, count: 'working' }
  const quarterly: TimeRule = { ...monthly, every: 'quarter' }
  const before: TimeRule = { kind: 'periodic', every: 'quarter', before: 10, count: 'calendar' }
  const yearly = (by: string): TimeRule => ({ kind: 'periodic', every: 'year', by })
  const standing = (by: string): TimeRule => ({ kind: 'standing', confirm: 'year', by })

  it.each<[string, TimeRule, TimeRule, boolean]>([
    ['fewer days are stricter', within(7), within(20), true],
    ['more days are looser', within(21), within(20), false],
    ['as many calendar days as working days end no later', within(20, 'calendar'), within(20), true],
    ['as many working days as calendar days may end later', within(20), within(20, 'calendar'), false],
    ['at once is stricter than days', { kind: 'at-once' }, within(3), true],
    ['days are looser than at once', within(3), { kind: 'at-once' }, false],
    ['the next working day is as strict as at once', within(1), { kind: 'at-once' }, true],
    ['another event to count from cannot be compared', { kind: 'within', days: 3, count: 'working', anchor: 'change' }, within(20), false],
    ['monthly is stricter than quarterly', monthly, quarterly, true],
    ['quarterly is looser than monthly', quarterly, monthly, false],
    ['fifteen days before the end is stricter than ten', { ...before, before: 15 }, before, true],
    ['five days before the end is looser than ten', { ...before, before: 5 }, before, false],
    ['after the end is looser than before it', quarterly, before, false],
    ['an earlier day of the year is stricter', yearly('02-28'), yearly('03-31'), true],
    ['a later day of the year is looser', yearly('04-30'), yearly('03-31'), false],
    ['a later confirmation is looser', standing('06-30'), standing('03-31'), false],
    ['an earlier confirmation is stricter', standing('02-28'), standing('03-31'), true],
    ['two kinds that cannot be compared are not stricter', within(1), standing('03-31'), false],
  ])('%s', (_, own, above, expected) => {
    expect(isAtLeastAsStrict(own, above, atOnce)).toBe(expected)
  })
})

describe('when the line above changes', () => {
  const held = lineOf()

  it('a unit that asked nothing more of itself takes what is said now, looser or not', () => {
    const above = lineOf({ rule: within(15), channels: ['portal'], titleEn: 'New title' })
    expect(mergedLine(lineOf(), held, above, atOnce)).toEqual(above)
  })

  it('a unit keeps what it asked more, and takes the rest', () => {
    const own = lineOf({ rule: within(5), channels: ['portal', 'notice-board', 'broadcast'] })
    const above = lineOf({ rule: within(10), channels: ['portal', 'gazette'], titleEn: 'New title' })
    expect(mergedLine(own, held, above, atOnce)).toMatchObject({
      titleEn: 'New title',
      rule: within(5),
      channels: ['portal', 'gazette', 'broadcast'],
    })
  })

  it('a time that is looser now than what is asked above gives way', () => {
    expect(mergedLine(lineOf({ rule: within(10) }), held, lineOf({ rule: within(5) }), atOnce).rule).toEqual(within(5))
  })
})
