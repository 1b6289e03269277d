import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { yearOf } from '../../../kernel/day.ts'
import { canonical } from '../../../kernel/canonical.ts'
import { editionOn } from '../../../kernel/case/index.ts'
import type { ReceiptChannel } from '../../../kernel/case/event.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import { keyedHash } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Unit } from '../../organisations/index.ts'
import { personIn, pseudonymIn, type CaseActor } from '../cases/actor.ts'
import type { Applicant } from '../cases/applicant.ts'
import { projectionOf, storedForm, type NewEvent, type StoredEvent } from '../cases/application.ts'
import { caseSubject, contentOf } from '../cases/case-content.ts'
import { findPromise } from '../cases/queries-counters.ts'
import { insertEvents } from '../cases/queries-events.ts'
import { insertItems } from '../cases/queries-items.ts'
import { findById, insertApplication, saveProjection, takeSerial } from '../cases/queries.ts'
import { readClock } from '../cases/read-clock.ts'
import { sealApplicant } from '../cases/seal-applicant.ts'
import type { Wish } from '../cases/wish.ts'
import { makeCode } from './make-code.ts'

/** A complete request, examined. */
export interface Request {
  wish: Wish
  applicant: Applicant
  channel: ReceiptChannel
  arrivedOn: Day
  confirmedOn?: Day
  /** Wants to be told by mail. */
  isMailed: boolean
  language: 'zh' | 'en'
  formKey: string
  /** The case out of which another unit handed it over. */
  cameFrom?: { unit: string; number: string }
}

/** What the applicant is given, once: the code is kept nowhere. */
export interface Opened {
  id: number
  ref: string
  number: string
  code: string
}

/** The fingerprint of what a form said: the same key with another fingerprint is another request. */
export function hashOfRequest(site: Pick<Site, 'keys'>, unitId: number, request: Request): string {
  const { wish, applicant, channel, arrivedOn, confirmedOn } = request
  const text = canonical({ unitId, wish, applicant, channel, arrivedOn, confirmedOn: confirmedOn ?? null })
  return keyedHash(site.keys, text, 'request').toString('hex')
}

/**
 * Enters a request in the unit's register: number, code, seal, items, receipt, clock, and the first entry of the record. `ref` is given
 * where something was sealed for the case before.
 */
export async function openCase(
  site: Site,
  db: Db,
  actor: CaseActor,
  unit: Unit,
  request: Request,
  ref: string = randomUUID(),
): Promise<Opened> {
  const { wish, applicant, channel, arrivedOn, confirmedOn } = request
  const { code, codeHash } = makeCode()
  const year = yearOf(arrivedOn)
  const serial = await takeSerial(db, unit.id, year)
  const number = `${unit.code}-${year}-${String(serial).padStart(4, '0')}`
  const edition = editionOn(site.pack.editions, confirmedOn ?? arrivedOn)?.id ?? ''
  const by = personIn(actor)
  const id = await insertApplication(db, {
    ...{ ref, unitId: unit.id, year, serial, number, edition, kind: wish.kind, channel, language: request.language },
    ...{ applicantKind: applicant.kind, ...sealApplicant(site, ref, applicant), isMailed: request.isMailed },
    ...{ wanted: wish.wanted, documentHint: wish.documentHint, reason: wish.reason, formWanted: wish.form, wayWanted: wish.way },
    ...{ arrivedOn, confirmedOn: confirmedOn ?? null, typedAt: site.now(), typedBy: by ?? null },
    ...{ formKey: request.formKey, formHash: hashOfRequest(site, unit.id, request), codeHash },
  })
  await insertItems(db, id, wish.items.length > 0 ? wish.items : [wish.wanted])
  const received = { kind: 'received', channel, arrivedOn, ...(confirmedOn && { confirmedOn }) } as const
  const events = await insertEvents(db, id, [storedForm(received, by), ...originOf(request, by)], site.now())
  const content = await startClock(site, db, id, unit.id, events)
  await record(db, {
    ...{ at: site.now(), actor: pseudonymIn(actor), act: 'applications.receive', subject: caseSubject(id), unitId: unit.id },
    content,
  })
  return { id, ref, number, code }
}

function originOf({ cameFrom, arrivedOn }: Request, byId: number | undefined): NewEvent[] {
  if (cameFrom === undefined) return []
  const fields = { from: cameFrom.unit, case: cameFrom.number }
  return [{ kind: 'handed-over', on: arrivedOn, fields, words: cameFrom.number, ...(byId === undefined ? {} : { byId }) }]
}

/** Sets the clock of a new case going; answers the case as the record is to know it. */
async function startClock(
  site: Site,
  db: Db,
  id: number,
  unitId: number,
  events: readonly StoredEvent[],
): Promise<Record<string, unknown>> {
  const application = await findById(db, id)
  if (application === undefined) throw new Error(`${caseSubject(id)} is gone`)
  const { clock, promisedOn } = readClock(site, events, await findPromise(db, unitId))
  if (clock.faults.length > 0) throw new Error(`a new case contradicts itself: ${clock.faults.join()}`)
  return contentOf(db, await saveProjection(db, id, projectionOf(clock), { ...application, promisedOn }), events)
}
