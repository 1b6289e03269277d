import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import type { Action } from '../../kernel/policy.ts'
import type { Stage } from './document.ts'
import { runningHands } from './hand.ts'
import { moveFrom, moves, obstacles, type Hand, type MoveName, type Mover, type Situation } from './move.ts'

const stages: readonly Stage[] = ['draft', 'with-head', 'with-secrecy', 'with-signer', 'scheduled', 'released', 'dropped']
const names = [...new Set(moves.map((move) => move.name))]
const everything = (): boolean => true
const now = new Date('2026-06-15T02:00:00Z')
const tomorrow = new Date('2026-06-16T02:00:00Z')

const ready: Situation = {
  stage: 'draft',
  contentHash: 'text-1',
  missing: [],
  findings: [],
  isBeingRead: false,
  authors: [1],
  hands: [],
  hasWaiver: false,
  isProactive: true,
  isSecret: false,
  longestYears: { low: 10, high: 20, top: 30 },
  agreements: [],
  now,
  releaseAt: now,
  emergencyKinds: ['warning'],
  emergency: { authors: [1], byId: 2 },
}

function mover(id: number, rest: Partial<Mover> = {}): Mover {
  return {
    id,
    may: everything,
    remark: 'because',
    conclusion: 'may-publish',
    basis: 'art. 14',
    releaseAt: tomorrow,
    kind: 'warning',
    ...rest,
  }
}

/** The hands that a text at a stage has been through, each another person's. */
function handsAt(stage: Stage, contentHash = 'text-1'): Hand[] {
  const order: MoveName[] = ['submit', 'approve', 'clear', 'schedule']
  const length = { draft: 0, 'with-head': 1, 'with-secrecy': 2, 'with-signer': 3, scheduled: 4, released: 3, dropped: 0 }[stage]
  return order.slice(0, length).map((move, at) => ({ move, personId: at + 1, contentHash }))
}

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

describe('the clock', () => {
  const scheduled: Situation = { ...ready, stage: 'scheduled', hands: handsAt('scheduled') }

  test('releases what a person set a time for, and makes no other move; no person makes its move', () => {
    expect(obstacles(scheduled, 'release', mover(9, { isClock: true, may: () => false }))).toEqual([])
    expect(obstacles(scheduled, 'release', mover(9))).toEqual(['no-right'])
    for (const move of moves.filter((one) => one.way !== 'clock')) {
      const situation = { ...ready, stage: move.from, hands: handsAt(move.from) }
      expect(obstacles(situation, move.name, mover(9, { isClock: true }))).toEqual(['no-right'])
    }
  })

  test('releases nothing before its time, nothing that a check forbids now, and nothing that was changed', () => {
    const clock = mover(9, { isClock: true })
    expect(obstacles({ ...scheduled, releaseAt: tomorrow }, 'release', clock)).toEqual(['not-yet'])
    expect(obstacles({ ...scheduled, findings: [{ weight: 'block', isAnswered: false }] }, 'release', clock)).toEqual(['blocked'])
    expect(obstacles({ ...scheduled, contentHash: 'text-2' }, 'release', clock)).toEqual(['text-changed'])
  })

  test('a time lies ahead, and after the legal day only where that is meant', () => {
    const signing: Situation = { ...ready, stage: 'with-signer', hands: handsAt('with-signer') }
    expect(obstacles(signing, 'schedule', mover(9, { releaseAt: undefined }))).toEqual(['time-missing'])
    expect(obstacles(signing, 'schedule', mover(9, { releaseAt: now }))).toEqual(['time-past'])
    const due = { ...signing, dueOn: asDay('2026-06-15') }
    expect(obstacles(due, 'schedule', mover(9))).toEqual(['would-be-late'])
    expect(obstacles(due, 'schedule', mover(9, { knowsLate: true }))).toEqual([])
    expect(obstacles({ ...due, dueOn: asDay('2026-06-16') }, 'schedule', mover(9))).toEqual([])
  })
})

describe('other units', () => {
  test.each([
    ['concern', 'open', 'awaits-confirmation'],
    ['concern', 'objected', 'objected'],
    ['co-issue', 'open', 'awaits-consent'],
    ['co-issue', 'objected', 'co-issuer-objects'],
  ] as const)('a %s that is %s stops the signature, the set time and the clock', (kind, state, obstacle) => {
    const agreements = [
      { kind, state },
      { kind, state: 'agreed' as const },
    ]
    for (const name of ['sign', 'schedule'] as const) {
      const situation: Situation = { ...ready, stage: 'with-signer', hands: handsAt('with-signer'), agreements }
      expect(obstacles(situation, name, mover(9))).toEqual([obstacle])
    }
    const scheduled: Situation = { ...ready, stage: 'scheduled', hands: handsAt('scheduled'), agreements }
    expect(obstacles(scheduled, 'release', mover(9, { isClock: true }))).toEqual([obstacle])
  })

  test('an emergency does not wait for a confirmation, but nobody’s name is used without consent', () => {
    const agreements = [{ kind: 'concern', state: 'open' }] as const
    expect(obstacles({ ...ready, agreements }, 'emergency', mover(9))).toEqual([])
    expect(obstacles({ ...ready, agreements: [{ kind: 'co-issue', state: 'open' }] }, 'emergency', mover(9))).toEqual(['awaits-consent'])
  })
})

describe('an emergency', () => {
  test('skips the hands but not what the checks forbid, nor what is missing', () => {
    const findings = [{ weight: 'block', isAnswered: false }] as const
    expect(obstacles({ ...ready, findings, missing: ['body'] }, 'emergency', mover(9))).toEqual(['incomplete', 'blocked'])
    expect(obstacles({ ...ready, findings: [{ weight: 'answer', isAnswered: false }] }, 'emergency', mover(9))).toEqual([])
  })

  test('is of a kind that fits the document, with a reason, and for the public', () => {
    expect(obstacles(ready, 'emergency', mover(9, { kind: '', remark: ' ' }))).toEqual(['kind-missing', 'remark-missing'])
    expect(obstacles(ready, 'emergency', mover(9, { kind: 'health' }))).toEqual(['kind-not-allowed'])
    expect(obstacles({ ...ready, isProactive: false }, 'emergency', mover(9))).toEqual(['not-for-public'])
  })

  test.each(['uphold', 'revoke'] as const)('%s: by nobody who wrote or released it, and no waiver loosens that', (name) => {
    const released: Situation = { ...ready, stage: 'released', hasWaiver: true }
    expect(obstacles(released, name, mover(1))).toEqual(['own-text'])
    expect(obstacles(released, name, mover(2))).toEqual(['second-hand'])
    expect(obstacles(released, name, mover(3))).toEqual([])
    expect(obstacles({ ...released, emergency: undefined }, name, mover(3))).toEqual(['nothing-to-review'])
  })
})

describe('a state secret', () => {
  const secret: Situation = { ...ready, stage: 'with-secrecy', hands: handsAt('with-secrecy'), isProactive: false, isSecret: true }
  const found = (rest: Partial<Mover>) => obstacles(secret, 'clear', mover(9, { conclusion: 'may-not', ...rest }))

  test('needs its level and an end within what the level allows', () => {
    expect(found({})).toEqual(['level-missing'])
    expect(found({ level: 'low', classifiedUntil: asDay('2036-06-15') })).toEqual([])
    expect(found({ level: 'low', classifiedUntil: asDay('2036-06-16') })).toEqual(['too-long-secret'])
    expect(found({ level: 'top', classifiedUntil: asDay('2026-06-15') })).toEqual(['too-long-secret'])
  })

  test('what stays closed may be found unfit for the public; what is for the public may not', () => {
    const secrecy: Situation = { ...ready, stage: 'with-secrecy', hands: handsAt('with-secrecy') }
    expect(obstacles({ ...secrecy, isProactive: false }, 'clear', mover(9, { conclusion: 'may-not' }))).toEqual([])
    expect(obstacles(secrecy, 'clear', mover(9, { conclusion: 'may-not' }))).toEqual(['not-cleared'])
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

function reachable(from: Stage): Set<Stage> {
  const found = new Set<Stage>([from])
  for (const stage of found) for (const move of moves) if (move.from === stage) found.add(move.to)
  return found
}
