import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {} from '../../kernel/policy.ts'
import type {} from './document.ts'
import { runningHands } from './hand.ts'
import { moveFrom, obstacles, type MoveName, type Situation } from './move.ts'
import { mover, ready } from '../../../test/support/situation.ts'

describe('any sequence of edits, tampering and moves', () => {
  const step = fc.record({
    person: fc.integer({ min: 1, max: 4 }),
    does: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom<Doing>('submit', 'approve', 'clear', 'sign', 'schedule', 'tick') },
      { weight: 1, arbitrary: fc.constantFrom<Doing>('take-back', 'send-back', 'unschedule', 'drop', 'edit', 'tamper') },
    ),
  })

  test('releases only what three further people saw, each for themselves, exactly as it is', () => {
    let [releases, scheduled] = [0, 0]
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 100 }), (steps) => {
        const end = play(steps)
        if (end.stage !== 'released') return
        releases++
        const last = end.hands.slice(3).map((hand) => hand.move)
        if (last.length > 1) scheduled++
        expect(end.hands.slice(0, 3).map((hand) => hand.move)).toEqual(['submit', 'approve', 'clear'])
        expect([['sign'], ['schedule', 'release']]).toContainEqual(last)
        expect(new Set(end.hands.map((hand) => hand.contentHash))).toEqual(new Set([end.contentHash]))
        const deciders = end.hands.slice(1, 4).map((hand) => hand.personId)
        expect(new Set(deciders).size).toBe(3)
        for (const person of deciders) expect([...end.authors, end.hands[0]?.personId]).not.toContain(person)
      }),
      { numRuns: 1000 },
    )
    expect(releases).toBeGreaterThan(10)
    expect(scheduled).toBeGreaterThan(10)
  })
})

/** What somebody, or the clock, does. */
type Doing = MoveName | 'edit' | 'tamper' | 'tick'

function play(steps: readonly { person: number; does: Doing }[]): Situation {
  let now: Situation = { ...ready, authors: [1] }
  let texts = 1
  for (const { person, does } of steps) {
    if (now.stage === 'released' || now.stage === 'dropped') return now
    if (does === 'tamper') now = { ...now, contentHash: `text-${++texts}` }
    else if (does === 'edit') now = { ...now, stage: 'draft', contentHash: `text-${++texts}`, hands: [], authors: [...now.authors, person] }
    else now = moved(now, person, does)
  }
  return now
}

/** The set time comes whenever the clock ticks. */
function moved(now: Situation, person: number, does: MoveName | 'tick'): Situation {
  const name = does === 'tick' ? 'release' : does
  if (obstacles(now, name, mover(person, { isClock: does === 'tick' })).length > 0) return now
  const by = does === 'tick' ? (now.hands.findLast((hand) => hand.move === 'schedule')?.personId ?? 0) : person
  const step = { move: name, personId: by, contentHash: now.contentHash }
  return { ...now, stage: moveFrom(now.stage, name)?.to ?? now.stage, hands: runningHands([...now.hands, step]) }
}
