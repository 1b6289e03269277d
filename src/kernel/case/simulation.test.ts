import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseFrom, numbersPerCase } from '../../../test/support/random-case.ts'
import { simulateCase, type SimulatedCase } from '../../../test/support/simulate-case.ts'
import { loadPack } from '../../platform/pack.ts'
import { isWorkingDay } from '../calendar.ts'
import { addDays } from '../day.ts'
import { caseBreaches, caseClock, caseDates, type CaseDay, type CasePause } from './index.ts'

const { calendar, editions } = loadPack()
/** Three numbers in one, because drawing them costs more than the rest. */
const someNumbers = fc
  .array(fc.nat(999_999_999), { minLength: numbersPerCase / 3, maxLength: numbersPerCase / 3 })
  .map((drawn) => drawn.flatMap((n) => [n % 1000, Math.floor(n / 1000) % 1000, Math.floor(n / 1_000_000)]))
const fields = [
  ...(['state', 'receivedOn', 'receivedBy', 'startOn', 'startedBy', 'clarifyBy', 'supplementBy', 'payBy', 'baseDueOn', 'dueOn'] as const),
  ...(['dueBy', 'termDays', 'isProvisional', 'endedOn', 'isInTime'] as const),
]
const runs = 100_000

/** Whether two clocks say the same; quicker than comparing them as things, which is left to the few that differ. */
function isSame(a: SimulatedCase, b: SimulatedCase): boolean {
  return (
    fields.every((field) => a[field] === b[field]) &&
    a.faults.join() === b.faults.join() &&
    a.breaches.toSorted().join() === b.breaches.toSorted().join() &&
    a.days.length === b.days.length &&
    a.days.every((row, at) => isSameDay(row, b.days[at]))
  )
}

function isSameDay(a: CaseDay, b: CaseDay | undefined): boolean {
  if (a.on !== b?.on || a.counted !== b.counted || a.why !== b.why || a.forReasons !== b.forReasons) return false
  return a.consultations?.join() === b.consultations?.join()
}

/** A list in another order, chosen by a number. */
function shuffled<Value>(list: readonly Value[], seed: number): Value[] {
  const rest = [...list]
  const mixed: Value[] = []
  for (let left = seed; rest.length > 0; left = Math.floor(left / 7) + 3) mixed.push(...rest.splice(left % rest.length, 1))
  return mixed
}

const seen = new Set<string>()

function note({ state, dueBy, breaches, faults }: SimulatedCase, pauses: readonly CasePause[]): void {
  for (const what of [state, dueBy ?? 'no due day', ...breaches, ...faults]) seen.add(what)
  if (pauses.length > 1) seen.add('several pauses')
  if (pauses.some(({ consultations }) => consultations.length > 1)) seen.add('joined pauses')
  if (pauses.some(({ until }) => until === undefined)) seen.add('endless pause')
}

describe('the clock of any case', () => {
  it(`is what a walk through its days gives, for ${runs} lists of events in whatever order`, () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        const { edition, events, choices } = caseFrom(numbers, editions)
        const { pauses, ...clock } = caseClock(edition, shuffled(events, numbers[0] ?? 0), calendar, choices)
        const simulated = simulateCase(edition, events, calendar, choices)
        if (!isSame(clock, simulated)) expect({ events, choices, clock }).toEqual({ events, choices, clock: simulated })
        note(clock, pauses)
      }),
      { numRuns: runs },
    )
  })

  it('met on that way every state, every kind of due day, every breach, and pauses of every kind', () => {
    const states = ['unconfirmed', 'running', 'awaiting-supplement', 'awaiting-payment', 'replied', 'closed']
    const dues = ['term', 'extension', 'set-date', 'no due day']
    const kinds = ['several pauses', 'joined pauses', 'endless pause', 'date-not-later']
    expect([...states, ...dues, ...kinds, ...caseBreaches].filter((what) => !seen.has(what))).toEqual([])
  })

  it('has as many counted rows as the term has days, one after the other, the due day last', () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        const { edition, events, choices } = caseFrom(numbers, editions)
        const { days, dueOn, dueBy, startOn, termDays } = caseClock(edition, events, calendar, choices)
        expect(days.map(({ on }) => on)).toEqual(days.map((_, at) => startOn && addDays(startOn, at + 1)))
        if (dueOn === undefined || dueBy === 'set-date') return
        expect(days.filter(({ counted }) => counted)).toHaveLength(termDays ?? 0)
        expect(days.at(-1)).toMatchObject({ on: dueOn, counted: true })
      }),
      { numRuns: 1000 },
    )
  })

  it('has pauses apart from each other, and names in its rows the consultations of the pause in which they lie', () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        const { edition, events, choices } = caseFrom(numbers, editions)
        const { days, pauses } = caseClock(edition, events, calendar, choices)
        const edges = pauses.flatMap(({ after, until }) => [after, until ?? '9999'])
        expect(edges).toEqual(edges.toSorted())
        for (const { on, why, consultations = [] } of days) {
          const pause = pauses.find(({ after, until = '9999' }) => after < on && until >= on)
          expect([on, why === 'paused']).toEqual([on, pause !== undefined && isWorkingDay(calendar, on)])
          expect(pause?.consultations ?? []).toEqual(expect.arrayContaining([...consultations]))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('has the same dates without its table', () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        const { edition, events, choices } = caseFrom(numbers, editions)
        const { days: _, ...dates } = caseClock(edition, events, calendar, choices)
        expect(caseDates(edition, shuffled(events, numbers[1] ?? 0), calendar, choices)).toEqual(dates)
      }),
      { numRuns: 3000 },
    )
  })
})
