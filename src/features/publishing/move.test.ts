import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../kernel/policy.ts'
import type { Stage } from './document.ts'
import { moveFrom, moves, obstacles, type Hand, type MoveName, type Mover, type Situation } from './move.ts'

const stages: readonly Stage[] = ['draft', 'with-head', 'with-secrecy', 'with-signer', 'released', 'dropped']
const names = [...new Set(moves.map((move) => move.name))]
const everything = (): boolean => true

const ready: Situation = {
  stage: 'draft',
  contentHash: 'text-1',
  missing: [],
  findings: [],
  isBeingRead: false,
  authors: [1],
  hands: [],
  hasWaiver: false,
}

function mover(id: number, rest: Partial<Mover> = {}): Mover {
  return { id, may: everything, remark: 'because', conclusion: 'may-publish', basis: 'art. 14', ...rest }
}

/** The hands that a text at a stage has been through, each another person's. */
function handsAt(stage: Stage, contentHash = 'text-1'): Hand[] {
  const order: MoveName[] = ['submit', 'approve', 'clear']
  const length = { draft: 0, 'with-head': 1, 'with-secrecy': 2, 'with-signer': 3, released: 3, dropped: 0 }[stage]
  return order.slice(0, length).map((move, at) => ({ move, personId: at + 1, contentHash }))
}

describe('the moves of a document', () => {
  test('lead from every stage but released and dropped to a release, and end nowhere else', () => {
    for (const stage of stages) {
      const from = moves.filter((move) => move.from === stage)
      if (stage === 'released' || stage === 'dropped') expect(from).toEqual([])
      else expect(reachable(stage)).toContain('released')
    }
  })

  test('are all reachable from a draft', () => {
    expect([...reachable('draft')].sort()).toEqual([...stages].sort())
  })

  test('are refused wherever the table has no such move, whoever asks', () => {
    for (const stage of stages) {
      for (const name of names) {
        const found = obstacles({ ...ready, stage, hands: handsAt(stage) }, name, mover(9))
        expect([stage, name, found]).toEqual([stage, name, moveFrom(stage, name) === undefined ? ['wrong-stage'] : []])
      }
    }
  })

  test('need the right of their row, and no other', () => {
    for (const move of moves) {
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

describe('any sequence of edits, tampering and moves', () => {
  const step = fc.record({
    person: fc.integer({ min: 1, max: 4 }),
    does: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom<MoveName | 'edit' | 'tamper'>('submit', 'approve', 'clear', 'sign') },
      { weight: 1, arbitrary: fc.constantFrom<MoveName | 'edit' | 'tamper'>('take-back', 'send-back', 'drop', 'edit', 'tamper') },
    ),
  })

  test('releases only what three further people saw, each for themselves, exactly as it is', () => {
    let releases = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 100 }), (steps) => {
        const end = play(steps)
        if (end.stage !== 'released') return
        releases++
        expect(end.hands.map((hand) => hand.move)).toEqual(['submit', 'approve', 'clear', 'sign'])
        expect(new Set(end.hands.map((hand) => hand.contentHash))).toEqual(new Set([end.contentHash]))
        const deciders = end.hands.slice(1).map((hand) => hand.personId)
        expect(new Set(deciders).size).toBe(3)
        for (const person of deciders) expect([...end.authors, end.hands[0]?.personId]).not.toContain(person)
      }),
      { numRuns: 1000 },
    )
    expect(releases).toBeGreaterThan(10)
  })
})

function play(steps: readonly { person: number; does: MoveName | 'edit' | 'tamper' }[]): Situation {
  let now: Situation = { ...ready, authors: [1] }
  let texts = 1
  for (const { person, does } of steps) {
    if (now.stage === 'released' || now.stage === 'dropped') return now
    if (does === 'tamper') now = { ...now, contentHash: `text-${++texts}` }
    else if (does === 'edit') now = { ...now, stage: 'draft', contentHash: `text-${++texts}`, hands: [], authors: [...now.authors, person] }
    else if (obstacles(now, does, mover(person)).length === 0) {
      const to = moveFrom(now.stage, does)?.to ?? now.stage
      const hand: Hand = { move: does, personId: person, contentHash: now.contentHash }
      now = { ...now, stage: to, hands: to === 'draft' ? [] : does === 'submit' ? [hand] : [...now.hands, hand] }
    }
  }
  return now
}

function reachable(from: Stage): Set<Stage> {
  const found = new Set<Stage>([from])
  for (const stage of found) for (const move of moves) if (move.from === stage) found.add(move.to)
  return found
}
