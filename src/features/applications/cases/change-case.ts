import type { CaseFault } from '../../../kernel/case/fault.ts'
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { personIn, pseudonymIn, type CaseActor } from './actor.ts'
import { projectionOf, type NewEvent, type StoredApplication, type StoredEvent } from './application.ts'
import { calendarOf } from './calendar-of.ts'
import { caseSubject, contentOf } from './case-content.ts'
import { insertEvents, isFormTaken, listEvents } from './queries-events.ts'
import { lockByRef, saveProjection, type Handling } from './queries.ts'
import { readClock, type RunningClock } from './read-clock.ts'

/** A case as an act finds it, locked. */
export interface LockedCase extends RunningClock {
  application: StoredApplication
  unit: Unit
  events: StoredEvent[]
  /** Under which its days are counted. */
  calendar: Calendar
  /** The unit's own promise in working days, where it made one. */
  promiseDays: number | undefined
}

/** The case that an act is about, and the form from which it comes. */
export interface CaseAt {
  ref: string
  /** Made with the form: the same form sent twice happens once. */
  once?: string | undefined
  /** The version that the form showed: what changed meanwhile must be read first. */
  version?: number | undefined
}

/** Why any act on a case may be refused. */
export type CaseRefusal = CaseFault | 'after-today' | 'changed-meanwhile'

/** What an act does to a case: what happened, what changes beside its clock, and how the record and the applicant are told. */
export interface CaseChange {
  /** `applications.verb`, as the record says it. */
  act: string
  events: readonly NewEvent[]
  handling?: Partial<Handling>
  reason?: string
  /** What the applicant is told of, by the name of the letter; left out: nothing. */
  tells?: string
}

/**
 * Changes a case in one transaction: locks it, asks `decide` what is to happen, replays the clock with it, saves, records, and queues
 * the letter to the applicant. The same form again changes nothing. Refused with the reasons of `decide`, or with the contradictions that
 * the new events would bring.
 * Throws NotFound where there is no such case.
 */
export async function changeCase<Refusal extends string>(
  site: Site,
  actor: CaseActor,
  at: CaseAt,
  decide: (db: Db, found: LockedCase) => Promise<Outcome<CaseChange, Refusal>>,
): Promise<Outcome<StoredApplication, Refusal | CaseRefusal>> {
  return site.database.transaction(async (db) => {
    const found = await lockCase(site, db, at.ref)
    if (at.once !== undefined && (await isFormTaken(db, found.application.id, at.once))) return done(found.application)
    if (at.version !== undefined && at.version !== found.application.version) return refused('changed-meanwhile')
    const decided = await decide(db, found)
    if (!decided.ok) return refused(...decided.refusals)
    const change = decided.value
    const events = change.events.map((event) => ({ ...event, byId: event.byId ?? personIn(actor) }))
    if (events.some((event) => isAhead(event, site.today()))) return refused('after-today')
    return saveChange(site, db, actor, found, { ...change, events }, at.once)
  })
}

/** The days on which something was done, in the fields of an event; a day until when somebody has time is none. */
const pastDays = ['arrivedOn', 'confirmedOn', 'decidedOn', 'toldOn', 'sentOn', 'servedOn', 'receivedOn']

function isAhead({ on, fields }: NewEvent, today: Day): boolean {
  return on > today || pastDays.some((name) => (fields[name] ?? today) > today)
}

/** Locks a case and reads what its clock needs. Throws NotFound. */
export async function lockCase(site: Site, db: Db, ref: string): Promise<LockedCase> {
  const locked = await lockByRef(db, ref)
  const unit = locked && (await findUnit(db, locked.application.unitId))
  if (locked === undefined || unit === undefined) throw new NotFound('applications.application')
  const { application, promiseDays } = locked
  const events = await listEvents(db, application.id)
  const calendar = await calendarOf(site, application, events)
  return { application, unit, events, calendar, promiseDays, ...readClock({ pack: site.pack, calendar }, events, promiseDays) }
}

async function saveChange(
  site: Site,
  db: Db,
  actor: CaseActor,
  found: LockedCase,
  change: CaseChange,
  once: string | undefined,
): Promise<Outcome<StoredApplication, CaseFault>> {
  const { application, unit } = found
  const events = [...found.events, ...(await insertEvents(db, application.id, change.events, site.now(), once))]
  const after = readClock({ pack: site.pack, calendar: found.calendar }, events, found.promiseDays)
  if (after.clock.faults.length > 0) return refused(...after.clock.faults)
  const { promisedOn, edition } = after
  const saved = await saveProjection(db, application.id, projectionOf(after.clock), {
    ...application,
    promisedOn,
    edition: edition.id,
    ...change.handling,
  })
  await record(db, {
    ...{ at: site.now(), actor: pseudonymIn(actor), act: change.act, subject: caseSubject(application.id), unitId: unit.id },
    content: await contentOf(db, saved, events),
    reason: change.reason,
  })
  if (change.tells !== undefined) await enqueue(db, 'applications.tell', { id: application.id, letter: change.tells })
  return done(saved.application)
}
