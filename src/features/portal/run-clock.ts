import type { z } from 'zod'
import { caseClock, editionOn, type CaseEdition, type CaseEvent } from '../../kernel/case/index.ts'
import { count, type Count } from '../../kernel/clock.ts'
import { asDay } from '../../kernel/day.ts'
import type { Translate } from '../../kernel/words.ts'
import { Problem, type FieldProblem, type ProblemKind } from '../../platform/http/api/problem.ts'
import type { Site } from '../../platform/site.ts'
import { asCaseClock, eventsForm } from './api-forms-case.ts'
import type { clockQuery } from './api-forms-clock.ts'

/**
 * Counts a term from its start; or, where events are given, runs the clock of an application from them alone. Events that cannot be true
 * together are a problem that names each contradiction.
 */
export async function runClock(site: Site, asked: z.infer<typeof clockQuery>, _query: Record<string, string>, t: Translate) {
  const { events: text, edition: id } = asked
  if (text === undefined) return { json: countTerm(site, asked) }
  const events = eventsIn(text)
  const received = events.find((event) => event.kind === 'received')
  if (received?.kind !== 'received') throw problem('form-wrong', ['never-received'], t)
  const edition = editionFor(site, id, received)
  if (edition === undefined) throw new Problem('parameter-wrong', { errors: [wrong('edition', 'edition-unknown', '')] })
  const clock = caseClock(edition, events, site.calendar, site.pack.choices)
  if (clock.faults.length > 0) throw problem('form-wrong', clock.faults, t)
  return { json: asCaseClock(edition.id, clock) }
}

function countTerm({ calendar }: Site, { days, count: kind, start }: z.infer<typeof clockQuery>): Count {
  if (days === undefined || start === undefined) throw new Error('the form lets no term through without length and start')
  return count({ days, count: kind }, asDay(start), calendar)
}

function editionFor({ pack }: Site, id: string | undefined, received: Extract<CaseEvent, { kind: 'received' }>): CaseEdition | undefined {
  if (id !== undefined) return pack.editions.find((edition) => edition.id === id)
  return editionOn(pack.editions, received.confirmedOn ?? received.arrivedOn)
}

function eventsIn(text: string): CaseEvent[] {
  const read = eventsForm.safeParse(jsonOf(text))
  if (read.success) return read.data
  const errors = read.error.issues.map((issue) => wrong(['events', ...issue.path].join('.'), issue.code, issue.message))
  throw new Problem('parameter-wrong', { errors })
}

/** Undefined for what is no JSON, which is then no list either. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problem(kind: ProblemKind, faults: CaseFaults, t: Translate): Problem {
  return new Problem(kind, { errors: faults.map((fault) => wrong('events', fault, t(`applications.refused.${fault}`))) })
}

type CaseFaults = ReturnType<typeof caseClock>['faults']

function wrong(field: string, code: string, message: string): FieldProblem {
  return { field, code, message }
}
