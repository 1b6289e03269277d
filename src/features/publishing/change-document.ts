import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { takeDown } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import { changeRefusals, changes, type ChangeName, type ChangeRefusal, type Replacement } from './change.ts'
import { leaksIn } from './examine-document.ts'
import { giveUpCorrection } from './give-up-correction.ts'
import { officerMay, pseudonymOf, roleFor, type Officer } from './officer.ts'
import { insertPublicChange, insertStep, type PublicChange } from './queries-chain.ts'
import { findByIndexNumber, findDocument, saveDocument, type StoredDocument } from './queries.ts'
import { documentContent, documentSubject, publishedText, readLocked, type WholeDocument } from './read-document.ts'
import { refreshSearch } from './release-document.ts'

export interface ChangeRequest {
  change: Exclude<ChangeName, 'correct'>
  /** The public reads it. */
  reason: string
  /** Index number of the document that takes its place. */
  replacedBy?: string
}

const kinds = { cancel: 'cancelled', withdraw: 'withdrawn', replace: 'replaced', remove: 'removed' } as const satisfies Record<
  ChangeRequest['change'],
  PublicChange['kind']
>
// `remove` takes the page away, not the record of it: the row stays, so the act is named for what the public sees.
const acts = {
  cancel: 'publishing.cancel',
  withdraw: 'publishing.withdraw',
  replace: 'publishing.replace',
  remove: 'publishing.take-down',
} as const satisfies Record<ChangeRequest['change'], string>

/** Cancels, withdraws, replaces or removes a published document, with a public reason; the page keeps explaining what happened. */
export async function changeDocument(
  site: Site,
  officer: Officer,
  id: number,
  request: ChangeRequest,
): Promise<Outcome<StoredDocument, ChangeRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    await mustBeAllowed(db, officer, whole)
    const other = request.replacedBy === undefined ? undefined : await findByIndexNumber(db, request.replacedBy)
    const replacement = other && { standing: await standingForAll(db, other), leadsTo: await pathFrom(db, other) }
    const refusals = changeRefusals(situation(whole), request.change, request.reason, replacement)
    refusals.push(...(await leakRefusals(site, db, whole, request.reason)))
    if (refusals.length > 0) return refused(...refusals)
    const { stage, publishedVersion } = whole.document
    const isCorrected = stage !== 'released' && publishedVersion !== undefined
    const settled = isCorrected ? await giveUpCorrection(site, db, whole.document, publishedVersion) : whole.document
    const changed: StoredDocument = { ...settled, standing: changes[request.change].to, replacedBy: other?.id }
    await saveDocument(db, changed)
    await insertPublicChange(db, id, { kind: kinds[request.change], reason: request.reason, at: site.now() })
    await refreshSearch(db, changed)
    await takeDown(site, db, pseudonymOf(officer), changed.indexNumber)
    await recordChange(site, db, officer, changed, acts[request.change], request.reason)
    return done(changed)
  })
}

/** Begins a correction: the published text stays up while a new version goes through the same hands. */
export async function startCorrection(
  site: Site,
  officer: Officer,
  id: number,
  reason: string,
): Promise<Outcome<StoredDocument, ChangeRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = await mustBeAllowed(db, officer, whole)
    const refusals = changeRefusals(situation(whole), 'correct', reason)
    refusals.push(...(await leakRefusals(site, db, whole, reason)))
    if (refusals.length > 0) return refused(...refusals)
    const changed: StoredDocument = { ...whole.document, stage: 'draft', changeKind: 'corrected', changeReason: reason }
    await saveDocument(db, changed)
    await insertStep(db, id, {
      version: changed.currentVersion,
      move: 'correct',
      personId: officer.personId,
      contentHash: whole.contentHash,
      post: roleFor(officer, 'documents.change', unitPath),
      at: site.now(),
      remark: reason,
    })
    await recordChange(site, db, officer, changed, 'publishing.correct', reason)
    return done(changed)
  })
}

/** The public reads a reason at once, without anybody's hand between: what must not leak is looked for there too. */
async function leakRefusals(site: Site, db: Db, whole: WholeDocument, reason: string): Promise<ChangeRefusal[]> {
  return (await leaksIn(site, db, whole.document.unitId, reason)).length > 0 ? ['reason-leaks'] : []
}

function situation(whole: WholeDocument) {
  const { id, standing, stage } = whole.document
  return { id, standing, isBeingCorrected: stage !== 'released' }
}

async function mustBeAllowed(db: Db, officer: Officer, whole: WholeDocument): Promise<string> {
  const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
  if (!officerMay(officer, 'documents.change', unitPath)) throw new NotAllowed('documents.change')
  return unitPath
}

/** A page that only staff may read is no place to send the public to. */
async function standingForAll(db: Db, other: StoredDocument): Promise<StoredDocument['standing']> {
  return (await publishedText(db, other))?.audience === 'staff' ? 'kept' : other.standing
}

/** Where one arrives when following replacements from a document, itself first. */
async function pathFrom(db: Db, start: StoredDocument): Promise<NonNullable<Replacement['leadsTo']>> {
  const path: number[] = []
  let next: StoredDocument | undefined = start
  while (next !== undefined && !path.includes(next.id)) {
    path.push(next.id)
    next = next.replacedBy === undefined ? undefined : await findDocument(db, next.replacedBy)
  }
  return path
}

async function recordChange(site: Site, db: Db, officer: Officer, document: StoredDocument, act: string, reason: string): Promise<void> {
  await record(db, {
    at: site.now(),
    actor: pseudonymOf(officer),
    act,
    subject: documentSubject(document.id),
    unitId: document.unitId,
    content: await documentContent(db, document.id),
    reason,
  })
}
