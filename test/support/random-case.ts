import type { CaseChoices, CaseEdition, CaseEvent } from '../../src/kernel/case/index.ts'
import { addDays, asDay, type Day } from '../../src/kernel/day.ts'

/** A case without contradictions, as far as its days can tell. */
export interface RandomCase {
  edition: CaseEdition
  choices: CaseChoices
  events: CaseEvent[]
}

/** How many numbers a case is made of. */
export const numbersPerCase = 48

/**
 * Makes a case out of numbers from 0 to 999: where the numbers are small, little happens and early. Every kind of event occurs, also on
 * days off, late, in clusters and on one day; before 2008 and after the announced years too.
 */
export function caseFrom(numbers: readonly number[], editions: readonly CaseEdition[]): RandomCase {
  let at = 0
  const next = (bound: number) => (numbers[at++] ?? 0) % bound
  const edition = editions[next(4) === 1 ? 0 : 1]
  if (edition === undefined) throw new Error('two editions are needed')
  const choices: CaseChoices = {
    pauseBegins: next(3) === 1 ? 'delivered' : 'sent',
    lateClarificationRestarts: next(3) !== 1,
    askingReasonsPauses: next(3) === 1,
  }
  const from = edition.id === '2007' ? asDay('2008-04-20') : asDay('2019-05-15')
  const arrivedOn = addDays(from, (next(1000) * 1000 + next(1000)) % (edition.id === '2007' ? 4000 : 2900))
  const after = (day: Day, most: number) => addDays(day, next(most))
  const channel = (['counter', 'online', 'ordinary-post', 'email'] as const)[next(4)] ?? 'counter'
  const confirms = next(8)
  const confirmedOn = channel === 'counter' || confirms === 1 ? undefined : confirms < 5 ? arrivedOn : after(arrivedOn, 6)
  const events: CaseEvent[] = [{ kind: 'received', channel, arrivedOn, confirmedOn }]
  const reached = confirmedOn ?? arrivedOn
  events.push(...clarifications(edition, next, after, reached, arrivedOn), ...consultations(next, after, arrivedOn))
  if (edition.fee && arrivedOn >= '2021') events.push(...fee(next, after, reached))
  events.push(...moves(edition, next, after, arrivedOn))
  return { edition, choices, events: [...events, ...end(events, next, after, reached)] }
}

type Next = (bound: number) => number
type After = (day: Day, most: number) => Day

function clarifications(edition: CaseEdition, next: Next, after: After, reached: Day, arrivedOn: Day): CaseEvent[] {
  const kind = next(6)
  if (kind < 3) return []
  const on = after(arrivedOn, kind === 3 ? 9 : 45)
  const events: CaseEvent[] = [{ kind: 'clarification-asked', on, answerBy: after(on, 30) }]
  if (next(4) === 1) return events
  const given = after(on > reached ? on : reached, 40)
  events.push({ kind: 'supplemented', on: given })
  if (edition.clarification.isOnce || next(2) === 0) return events
  const again = after(on, 50)
  events.push({ kind: 'clarification-asked', on: again, answerBy: after(again, 20) })
  if (again <= given || next(2) === 0) return events
  return [...events, { kind: 'supplemented', on: after(again, 20) }]
}

function consultations(next: Next, after: After, arrivedOn: Day): CaseEvent[] {
  return ['a', 'b', 'c'].slice(0, Math.max(0, next(6) - 2)).flatMap((consultation): CaseEvent[] => {
    const party = next(3) === 1 ? 'co-agency' : 'third-party'
    const on = after(arrivedOn, next(3) === 0 ? 70 : 25)
    const what = next(8)
    return [
      { kind: 'consultation-sent', consultation, with: party, on },
      ...(what < 6 ? [{ kind: 'consultation-delivered' as const, consultation, on: after(on, 8) }] : []),
      ...(what % 2 === 0 ? [{ kind: 'consultation-answered' as const, consultation, on: after(on, 40) }] : []),
    ]
  })
}

function fee(next: Next, after: After, reached: Day): CaseEvent[] {
  const kind = next(5)
  if (kind < 3) return []
  const sentOn = after(reached, kind === 3 ? 30 : 70)
  const receivedOn = next(5) === 1 ? undefined : after(sentOn, 5)
  const noticed: CaseEvent = { kind: 'fee-noticed', sentOn, receivedOn }
  return next(3) === 1 ? [noticed] : [noticed, { kind: 'fee-paid', on: after(sentOn, 45) }]
}

function moves(edition: CaseEdition, next: Next, after: After, arrivedOn: Day): CaseEvent[] {
  const events: CaseEvent[] = []
  if (next(2) === 1) {
    const decidedOn = after(arrivedOn, 55)
    events.push({ kind: 'extended', decidedOn, toldOn: after(decidedOn, 4) })
  }
  if (next(5) === 1) {
    const on = after(arrivedOn, 40)
    events.push({ kind: 'reasons-asked', on })
    if (next(4) > 0) events.push({ kind: 'reasons-given', on: after(on, 20) })
  }
  if (edition.maySetDate && next(5) === 1) {
    const toldOn = after(arrivedOn, 60)
    events.push({ kind: 'date-set', toldOn, dueOn: after(toldOn, 250) })
  }
  return events
}

/** No earlier than everything that the unit or the applicant did. */
function end(events: readonly CaseEvent[], next: Next, after: After, reached: Day): CaseEvent[] {
  const kind = next(4)
  if (kind < 2) return []
  const own = events.filter((event) => event.kind !== 'received' && !event.kind.startsWith('consultation-'))
  const sent = events.filter((event) => event.kind === 'consultation-sent')
  const days = [...own, ...sent].map((event) => {
    if (event.kind === 'extended' || event.kind === 'date-set') return event.toldOn
    return event.kind === 'fee-noticed' ? event.sentOn : event.kind === 'received' ? event.arrivedOn : event.on
  })
  const latest = [reached, ...days].reduce((a, b) => (a > b ? a : b))
  return [{ kind: kind === 2 ? 'replied' : 'closed', on: after(latest, 60) }]
}
