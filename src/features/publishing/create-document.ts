import { yearOf, type Day } from '../../kernel/day.ts'
import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findTask } from '../catalogue/index.ts'
import { exists, findUnit, type Unit } from '../organisations/index.ts'
import { limits, type Content } from './document.ts'
import { numberScope, writeNumber } from './number.ts'
import { officerMay, pseudonymOf, type Officer } from './officer.ts'
import { saveRelated } from './queries-files.ts'
import { findByFormKey, holdFormKey, insertDocument, takeSerial } from './queries-begin.ts'
import { insertVersion, type StoredDocument } from './queries.ts'
import { documentContent, documentSubject } from './read-document.ts'
import { registerEvent, type EventRefusal } from './register-event.ts'

export interface NewDocument {
  unitId: number
  taskId?: number
  dutyId?: number
  content: Content
  relatedIds?: readonly number[]
  /** Made with the form: the same form twice, as by a double click, creates one document. */
  formKey?: string
}

export type CreateRefusal = 'unit-gone' | 'title-too-long' | 'body-too-long' | EventRefusal

/**
 * Begins a document: takes the unit's next index number, which it keeps for ever, and saves the first version. Written from a duty that
 * waits for an event, it registers that event on the way, so that the duty's clock runs.
 */
export async function createDocument(site: Site, officer: Officer, request: NewDocument): Promise<Outcome<StoredDocument, CreateRefusal>> {
  return site.database.transaction((db) => createDocumentIn(site, db, officer, request))
}

/** The same inside another act's transaction: an import creates all of its drafts or none. */
export async function createDocumentIn(
  site: Site,
  db: Db,
  officer: Officer,
  request: NewDocument,
): Promise<Outcome<StoredDocument, CreateRefusal>> {
  if (request.formKey !== undefined) {
    await holdFormKey(db, request.formKey)
    const before = await findByFormKey(db, request.formKey)
    if (before !== undefined) return done(before)
  }
  const unit = await findUnit(db, request.unitId)
  if (unit === undefined) throw new NotFound(`organisations.unit:${request.unitId}`)
  if (!officerMay(officer, 'documents.write', unit.path)) throw new NotAllowed('documents.write')
  const refusals = createRefusals(request.content, unit, site.today())
  if (refusals.length > 0) return refused(...refusals)
  // The number first: an entry in the record, which registering an event makes, is the last thing that anybody waits for.
  const indexNumber = await takeNumber(site, db, unit)
  const task = await taskFor(site, db, officer, request)
  if (!task.ok) return task
  return done(await insertNew(site, db, officer, unit, indexNumber, { ...request, ...task.value }))
}

async function takeNumber(site: Site, db: Db, unit: Unit): Promise<string> {
  const parts = { organisation: unit.organisationCode ?? unit.code, year: yearOf(site.today()) }
  const pattern = site.config.indexPattern
  return writeNumber(pattern, { ...parts, serial: await takeSerial(db, numberScope(pattern, parts)) })
}

function createRefusals(content: Content, unit: Unit, today: Day): CreateRefusal[] {
  const refusals: CreateRefusal[] = []
  if (!exists(unit, today)) refusals.push('unit-gone')
  if (content.title.length > limits.title) refusals.push('title-too-long')
  if (content.body.length > limits.body) refusals.push('body-too-long')
  if (content.formedOn !== undefined && content.formedOn > today) refusals.push('formed-in-future')
  return refusals
}

async function taskFor(
  site: Site,
  db: Db,
  officer: Officer,
  request: NewDocument,
): Promise<Outcome<{ taskId?: number; dutyId?: number }, CreateRefusal>> {
  if (request.taskId !== undefined) {
    const task = await findTask(db, request.taskId)
    if (task === undefined || task.unitId !== request.unitId) throw new NotFound(`catalogue.task:${request.taskId}`)
    return done({ taskId: task.id, dutyId: task.dutyId })
  }
  const event = await registerEvent(site, db, officer, request, request.content)
  return event.ok ? done({ taskId: event.value, dutyId: request.dutyId }) : event
}

async function insertNew(
  site: Site,
  db: Db,
  officer: Officer,
  unit: Unit,
  indexNumber: string,
  request: NewDocument,
): Promise<StoredDocument> {
  const at = site.now()
  const document = await insertDocument(db, {
    indexNumber,
    unitId: unit.id,
    dutyId: request.dutyId,
    taskId: request.taskId,
    createdBy: officer.personId,
    createdAt: at,
    formKey: request.formKey,
  })
  await insertVersion(db, document.id, { ...request.content, number: 1, savedBy: officer.personId, savedAt: at })
  if (request.relatedIds !== undefined) await saveRelated(db, document.id, request.relatedIds)
  await record(db, {
    at,
    actor: pseudonymOf(officer),
    act: 'publishing.create',
    subject: documentSubject(document.id),
    unitId: unit.id,
    content: await documentContent(db, document.id),
  })
  return document
}
