import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { personIn, type CaseActor } from '../cases/actor.ts'
import { livingEvents, storedForm, type StoredApplication, type StoredEvent } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'
import type { Officer } from '../../publishing/index.ts'

export type ReasonsRefusal = 'words-missing' | 'not-running' | 'asked-before' | 'not-asked' | CaseRefusal

/** Asks somebody who asks much and often for their reasons (OGI-2019 art. 35). */
export async function askReasons(
  site: Site,
  officer: Officer,
  at: CaseAt,
  words: string,
): Promise<Outcome<StoredApplication, ReasonsRefusal>> {
  return changeCase<ReasonsRefusal>(site, officer, at, async (_, { clock, events }) => {
    const refusals: ReasonsRefusal[] = [
      ...(words === '' ? (['words-missing'] as const) : []),
      ...(clock.state === 'running' ? [] : (['not-running'] as const)),
      ...(happened(events, 'reasons-asked') ? (['asked-before'] as const) : []),
    ]
    if (refusals.length > 0) return refused(...refusals)
    const event = storedForm({ kind: 'reasons-asked', on: site.today() }, officer.personId, words)
    return done({ act: 'applications.ask-reasons', events: [event], tells: 'reasons' })
  })
}

/** Takes the reasons of the applicant. */
export async function takeReasons(
  site: Site,
  actor: CaseActor,
  at: CaseAt,
  words: string,
): Promise<Outcome<StoredApplication, ReasonsRefusal>> {
  return changeCase<ReasonsRefusal>(site, actor, at, async (_, { events }) => {
    const isAsked = happened(events, 'reasons-asked') && !happened(events, 'reasons-given')
    const refusals: ReasonsRefusal[] = [...(words === '' ? (['words-missing'] as const) : []), ...(isAsked ? [] : (['not-asked'] as const))]
    if (refusals.length > 0) return refused(...refusals)
    const event = storedForm({ kind: 'reasons-given', on: site.today() }, personIn(actor), words)
    return done({ act: 'applications.give-reasons', events: [event] })
  })
}

export type DateRefusal = 'reason-missing' | 'due-missing' | 'not-running' | 'not-reasoned' | 'date-not-later' | CaseRefusal

/**
 * Sets a later day of reply for a request whose reasons are sound but which cannot be answered in time (OGI-2019 art. 35); the applicant
 * is told the same day. Reasons must have been asked first.
 */
export async function setDate(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { reason, dueOn }: { reason: string; dueOn: Day | undefined },
): Promise<Outcome<StoredApplication, DateRefusal>> {
  return changeCase<DateRefusal>(site, officer, at, async (_, { clock, events }) => {
    const refusals: DateRefusal[] = [
      ...(reason === '' ? (['reason-missing'] as const) : []),
      ...(dueOn === undefined ? (['due-missing'] as const) : []),
      ...(clock.state === 'running' ? [] : (['not-running'] as const)),
      ...(happened(events, 'reasons-asked') ? [] : (['not-reasoned'] as const)),
      ...(dueOn !== undefined && clock.dueOn !== undefined && dueOn <= clock.dueOn ? (['date-not-later'] as const) : []),
    ]
    if (dueOn === undefined || refusals.length > 0) return refused(...refusals)
    const event = storedForm({ kind: 'date-set', toldOn: site.today(), dueOn }, officer.personId, reason)
    return done({ act: 'applications.set-date', events: [event], reason, tells: 'date-set' })
  })
}

function happened(events: readonly StoredEvent[], kind: StoredEvent['kind']): boolean {
  return livingEvents(events).some((event) => event.kind === kind)
}
