import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { moves, obstacles, type Mover, type Situation } from './move.ts'
import { handsAt, mover, now, ready, tomorrow } from '../../../test/support/situation.ts'

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
