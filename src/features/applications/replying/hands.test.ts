import { describe, expect, test } from 'vitest'
import type { Action } from '../../../kernel/policy.ts'
import { policy } from '../../../kernel/policy.ts'
import { letterMoveFrom, letterMoves, letterObstacles, letterStages, type LetterSituation, type LetterStage } from './hands.ts'

const ready: LetterSituation = {
  ...{ stage: 'draft', contentHash: 'text-1', missing: [], writerId: 1, hasWaiver: false },
  hands: [],
}
const mover = (id: number, may: (action: Action) => boolean = () => true, remark = '因为') => ({ id, may, remark })
const handsAt = (stage: LetterStage) =>
  ['with-head', 'with-secrecy', 'with-signer', 'signed']
    .slice(0, ['with-head', 'with-secrecy', 'with-signer', 'signed'].indexOf(stage) + 1)
    .map((_, at) => ({ personId: at + 1, contentHash: 'text-1' }))
const at = (stage: LetterStage, more: Partial<LetterSituation> = {}): LetterSituation => ({
  ...ready,
  ...{ stage, hands: handsAt(stage) },
  ...more,
})

describe('the moves of a letter', () => {
  test('lead from every stage to a signature, or end where it was dropped or sent', () => {
    for (const stage of letterStages) {
      const leadsTo = letterMoves.filter((move) => move.from === stage)
      if (stage === 'sent' || stage === 'dropped') expect(leadsTo).toEqual([])
      else expect(reachable(stage), stage).toContain('signed')
    }
  })

  test('are reachable from a draft, all but sending, which is an act of its own', () => {
    expect([...reachable('draft'), 'sent'].sort()).toEqual([...letterStages].sort())
  })

  test('each has somebody who may make it, and nobody else', () => {
    for (const move of letterMoves) {
      expect(policy[move.action].who.length, move.name).toBeGreaterThan(0)
      expect(
        letterObstacles(
          at(move.from),
          move.name,
          mover(9, (action) => action === move.action),
        ),
      ).toEqual([])
      expect(
        letterObstacles(
          at(move.from),
          move.name,
          mover(9, (action) => action !== move.action),
        ),
      ).toEqual(['no-right'])
    }
  })

  test('are refused from every other stage', () => {
    for (const stage of letterStages) {
      for (const { name } of letterMoves) {
        const isThere = letterMoveFrom(stage, name) !== undefined
        expect([stage, name, letterObstacles(at(stage), name, mover(9))]).toEqual([stage, name, isThere ? [] : ['wrong-stage']])
      }
    }
  })

  test.each(['approve', 'clear', 'sign'] as const)('%s is refused to its writer and to whoever had it in hand, unless waived', (name) => {
    const stage = letterMoves.find((move) => move.name === name)?.from ?? 'draft'
    expect(letterObstacles(at(stage, { writerId: 7 }), name, mover(7))).toEqual(['own-text'])
    for (const hand of at(stage).hands.filter(({ personId }) => personId !== 1)) {
      expect(letterObstacles(at(stage), name, mover(hand.personId))).toEqual(['second-hand'])
    }
    expect(letterObstacles(at(stage, { hasWaiver: true }), name, mover(1))).toEqual([])
  })

  test('forward need a complete decision and the text that every hand has seen; back they need a remark', () => {
    for (const { name, from, needs } of letterMoves) {
      const now = at(from, { missing: ['1:facts'], contentHash: 'text-2' })
      const found = letterObstacles(
        now,
        name,
        mover(9, () => true, ''),
      )
      const expected = [
        ...(needs.includes('complete') ? ['not-complete'] : []),
        ...(needs.includes('same-text') ? ['other-text'] : []),
        ...(needs.includes('remark') ? ['remark-missing'] : []),
      ]
      expect([from, name, found]).toEqual([from, name, expected])
      if (['submit', 'approve', 'clear', 'sign'].includes(name)) expect(needs).toContain('complete')
      if (['send-back', 'drop'].includes(name)) expect(needs).toContain('remark')
    }
  })
})

function reachable(from: LetterStage): Set<LetterStage> {
  const found = new Set<LetterStage>([from])
  for (const stage of found) for (const move of letterMoves) if (move.from === stage) found.add(move.to)
  return found
}
