import { describe, expect, test } from 'vitest'
import type { Action } from '../../kernel/policy.ts'
import { loadPack } from '../../platform/pack.ts'
import { asDay } from '../../kernel/day.ts'
import { hoursFor } from './load-clarification-rules.ts'
import { clockState, dueAfter, publicClaim, rumourMoveFrom, rumourMoves, rumourObstacles, type RumourSituation } from './rumour.ts'

const states = ['reported', 'assessed', 'verified', 'answered', 'closed'] as const
const everything = (): boolean => true
const ready: RumourSituation = { state: 'reported', unitId: 1, isMajor: true, verdict: 'false', isBriefed: false, document: 'dropped' }
const request = { words: '已核', unitId: 2, verdict: 'false' as const }

describe('the moves of what circulates', () => {
  test('lead from every state but closed to an answer or to the end', () => {
    for (const state of states) {
      const ends = rumourMoves.filter((row) => row.from === state).map((row) => row.to)
      if (state === 'closed') expect(ends).toEqual([])
      else expect(ends).toContain('closed')
    }
  })

  test('are refused wherever the table has no such move, and without their right', () => {
    for (const state of states) {
      for (const name of new Set(rumourMoves.map((row) => row.name))) {
        const row = rumourMoveFrom(state, name)
        const found = (may: (action: Action) => boolean) => rumourObstacles({ ...ready, state }, { ...request, move: name }, may)
        expect([state, name, found(everything)]).toEqual([state, name, row === undefined ? ['wrong-state'] : []])
        if (row !== undefined) expect(found((action) => action !== row.action)).toEqual(['no-right'])
      }
    }
  })

  test('need words, another unit, a verdict', () => {
    const empty = { words: ' ' }
    expect(rumourObstacles(ready, { ...empty, move: 'assess' }, everything)).toEqual(['words-missing'])
    expect(rumourObstacles(ready, { ...empty, move: 'hand-over', unitId: 1 }, everything)).toEqual(['unit-missing', 'words-missing'])
    expect(rumourObstacles({ ...ready, state: 'assessed' }, { ...empty, move: 'verify' }, everything)).toEqual([
      'verdict-missing',
      'words-missing',
    ])
  })

  test('nothing true is clarified, nothing on its way is begun twice, nothing published is closed without an answer', () => {
    const may = everything
    expect(rumourObstacles({ ...ready, state: 'verified', verdict: 'true' }, { ...request, move: 'answer' }, may)).toEqual([
      'nothing-to-clarify',
    ])
    expect(rumourObstacles({ ...ready, state: 'answered', document: 'running' }, { ...request, move: 'answer' }, may)).toEqual([
      'document-running',
    ])
    expect(rumourObstacles({ ...ready, state: 'answered', document: 'published' }, { ...request, move: 'close' }, may)).toEqual([
      'published-already',
    ])
  })
})

describe('the clock of an answer', () => {
  const known = new Date('2026-06-15T02:00:00Z')

  test('runs in hours from the moment in which it was known; a major emergency has its own terms, from the pack', () => {
    const { terms } = loadPack()
    expect(hoursFor(terms, false, asDay('2026-06-15'))).toEqual({ publish: 24 })
    expect(hoursFor(terms, true, asDay('2026-06-15'))).toEqual({ publish: 5, briefing: 24 })
    expect(dueAfter(known, 5).toISOString()).toBe('2026-06-15T07:00:00.000Z')
  })

  test('is kept by the publication, not by its draft', () => {
    const due = dueAfter(known, 5)
    const after = new Date('2026-06-15T07:00:01Z')
    expect(clockState('answered', due, undefined, due)).toBe('running')
    expect(clockState('answered', due, undefined, after)).toBe('overdue')
    expect(clockState('answered', due, due, after)).toBe('in-time')
    expect(clockState('answered', due, after, after)).toBe('late')
    expect(clockState('closed', due, undefined, after)).toBe('closed')
  })
})

test('what circulates stands in public only where the published text says it', () => {
  expect(publicClaim('水库要垮 ', '网传“水库要垮”。')).toBe('水库要垮')
  expect(publicClaim('某人13800138000', '网传某人。')).toBeUndefined()
})
