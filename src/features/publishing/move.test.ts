import { describe, expect, test } from 'vitest'
import type { Action } from '../../kernel/policy.ts'
import type { Stage } from './document.ts'
import { moveFrom, moves, obstacles, type Situation } from './move.ts'
import { handsAt, mover, ready, stages } from '../../../test/support/situation.ts'

const names = [...new Set(moves.map((move) => move.name))]

describe('the moves of a document', () => {
  test('lead from every stage but released and dropped to a release, and end nowhere else', () => {
    for (const stage of stages) {
      const leadsTo = moves.filter((move) => move.from === stage).map((move) => move.to)
      if (stage === 'dropped') expect(leadsTo).toEqual([])
      // Reviewed after an emergency, a document stays where it is in the chain.
      else if (stage === 'released') expect(new Set(leadsTo)).toEqual(new Set(['released']))
      else expect(reachable(stage)).toContain('released')
    }
  })

  test('are all reachable from a draft', () => {
    expect([...reachable('draft')].sort()).toEqual([...stages].sort())
  })

  test('are refused wherever the table has no such move, whoever asks', () => {
    for (const stage of stages) {
      for (const name of names) {
        const isClock = moveFrom(stage, name)?.way === 'clock'
        const found = obstacles({ ...ready, stage, hands: handsAt(stage) }, name, mover(9, { isClock }))
        expect([stage, name, found]).toEqual([stage, name, moveFrom(stage, name) === undefined ? ['wrong-stage'] : []])
      }
    }
  })

  test('need the right of their row, and no other', () => {
    for (const move of moves.filter((one) => one.way !== 'clock')) {
      const only = (action: Action): boolean => action === move.action
      const situation = { ...ready, stage: move.from, hands: handsAt(move.from) }
      expect(obstacles(situation, move.name, mover(9, { may: only }))).toEqual([])
      expect(obstacles(situation, move.name, mover(9, { may: (action) => !only(action) }))).toEqual(['no-right'])
    }
  })

  test('are refused with every reason at once', () => {
    const situation: Situation = {
      ...ready,
      stage: 'with-secrecy',
      hands: handsAt('with-secrecy', 'text-0'),
      findings: [
        { weight: 'block', isAnswered: false },
        { weight: 'answer', isAnswered: false },
      ],
    }
    const found = obstacles(situation, 'clear', mover(1, { may: () => false, conclusion: 'may-not', basis: ' ' }))
    expect(found).toEqual(['no-right', 'own-text', 'basis-missing', 'not-cleared', 'blocked', 'unanswered', 'text-changed'])
  })
})

describe('different people', () => {
  test.each(['approve', 'clear', 'sign'] as const)('%s is refused to a writer of the text and to anybody who had it in hand', (name) => {
    const stage = moves.find((move) => move.name === name)?.from ?? 'draft'
    const situation = { ...ready, stage, authors: [1, 7], hands: handsAt(stage) }
    expect(obstacles(situation, name, mover(7))).toEqual(['own-text'])
    for (const hand of situation.hands.filter((one) => one.personId !== 1))
      expect(obstacles(situation, name, mover(hand.personId))).toEqual(['second-hand'])
    expect(obstacles(situation, name, mover(9))).toEqual([])
  })

  test('a waiver lets one person do everything, and nothing else is loosened', () => {
    for (const name of ['approve', 'clear', 'sign'] as const) {
      const stage = moves.find((move) => move.name === name)?.from ?? 'draft'
      const situation = { ...ready, stage, hasWaiver: true, hands: handsAt(stage) }
      expect(obstacles(situation, name, mover(1))).toEqual([])
      expect(obstacles({ ...situation, findings: [{ weight: 'block', isAnswered: true }] }, name, mover(1))).toEqual(['blocked'])
      expect(obstacles({ ...situation, contentHash: 'text-2' }, name, mover(1))).toEqual(['text-changed'])
    }
  })

  test('a stage that no recorded hand led to is refused: nothing is signed that was not submitted, approved and cleared', () => {
    for (const stage of ['with-head', 'with-secrecy', 'with-signer'] as const) {
      const name = moves.find((move) => move.from === stage && move.secondPerson)?.name ?? ''
      for (const hand of handsAt(stage)) {
        const hands = handsAt(stage).filter((one) => one.move !== hand.move)
        expect(obstacles({ ...ready, stage, hands }, name, mover(9))).toEqual(['text-changed'])
      }
    }
  })
})

function reachable(from: Stage): Set<Stage> {
  const found = new Set<Stage>([from])
  for (const stage of found) for (const move of moves) if (move.from === stage) found.add(move.to)
  return found
}
