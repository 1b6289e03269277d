import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { yearOf } from '../../../kernel/day.ts'
import { canonical } from '../../../kernel/canonical.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { CaseEvent, ReceiptChannel } from '../../../kernel/case/event.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import { keyedHash } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personIn, pseudonymIn, type CaseActor } from '../cases/actor.ts'
import type { Applicant } from '../cases/applicant.ts'
import { projectionOf, storedForm, type NewEvent } from '../cases/application.ts'
import { caseSubject, contentWith } from '../cases/case-content.ts'
import { insertEvents } from '../cases/queries-events.ts'
import { insertItems } from '../cases/queries-items.ts'
import { findByForm, insertApplication, takeSerial, type NewRow } from '../cases/queries.ts'
import { runEvents } from '../cases/read-clock.ts'
import { sealApplicant } from '../cases/seal-applicant.ts'
import type { Wish } from '../cases/wish.ts'
import { makeCode } from './make-code.ts'
import type { Taker } from './find-taker.ts'

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
function hashOfRequest(site: Pick<Site, 'keys'>, unitId: number, request: Request): string {
  const { wish, applicant, channel, arrivedOn, confirmedOn } = request
  const text = canonical({ unitId, wish, applicant, channel, arrivedOn, confirmedOn: confirmedOn ?? null })
  return keyedHash(site.keys, text, 'request').toString('hex')
}

export type OpenRefusal = 'key-used' | 'sent-before'

/**
 * Enters a request in the unit's register: number, code, seal, items, receipt, clock, and the first entry of the record. `ref` is given
 * where something was sealed for the case before. Refused where the same form made a case before: 'sent-before' with the same content,
 * 'key-used' with another. Whoever began the transaction must answer with the refusal, so that no number is left out.
 */
export async function openCase(
  site: Site,
  db: Db,
  actor: CaseActor,
  { unit, promiseDays }: Taker,
  request: Request,
  ref: string = randomUUID(),
): Promise<Outcome<Opened, OpenRefusal>> {
  const { wish, applicant, channel, arrivedOn, confirmedOn, formKey } = request
  const { code, codeHash } = makeCode()
  const received: CaseEvent = { kind: 'received', channel, arrivedOn, ...(confirmedOn && { confirmedOn }) }
  const { clock, edition, promisedOn } = runEvents(site, [received], promiseDays)
  if (clock.faults.length > 0) throw new Error(`a new case contradicts itself: ${clock.faults.join()}`)
  const year = yearOf(arrivedOn)
  const serial = await takeSerial(db, unit.id, year)
  const number = `${unit.code}-${year}-${String(serial).padStart(4, '0')}`
  const by = personIn(actor)
  const formHash = hashOfRequest(site, unit.id, request)
  const row: NewRow = {
    ...{ ref, unitId: unit.id, year, serial, number, edition: edition.id, kind: wish.kind, channel, language: request.language },
    ...{ applicantKind: applicant.kind, ...sealApplicant(site, ref, applicant), isMailed: request.isMailed },
    ...{ wanted: wish.wanted, documentHint: wish.documentHint, reason: wish.reason, formWanted: wish.form, wayWanted: wish.way },
    ...{ arrivedOn, confirmedOn: confirmedOn ?? null, promisedOn: promisedOn ?? null, typedAt: site.now(), typedBy: by ?? null },
    ...{ formKey, formHash, codeHash },
  }
  const saved = await insertApplication(db, row, projectionOf(clock))
  if (saved === undefined) return refused((await findByForm(db, formKey))?.formHash === formHash ? 'sent-before' : 'key-used')
  const { id } = saved.application
  const items = await insertItems(db, id, wish.items.length > 0 ? wish.items : [wish.wanted])
  const events = await insertEvents(db, id, [storedForm(received, by), ...originOf(request, by)], site.now())
  await record(db, {
    ...{ at: site.now(), actor: pseudonymIn(actor), act: 'applications.receive', subject: caseSubject(id), unitId: unit.id },
    content: contentWith(saved, items, events),
  })
  return done({ id, ref, number, code })
}

function originOf({ cameFrom, arrivedOn }: Request, byId: number | undefined): NewEvent[] {
  if (cameFrom === undefined) return []
  const fields = { from: cameFrom.unit, case: cameFrom.number }
  return [{ kind: 'handed-over', on: arrivedOn, fields, words: cameFrom.number, ...(byId === undefined ? {} : { byId }) }]
}
