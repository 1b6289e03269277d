import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { hasWaiver } from '../accounts/index.ts'
import { findDuty } from '../catalogue/index.ts'
import { findUnit } from '../organisations/index.ts'
import { missingForDuty, missingIn, missingInCorrection, type Missing, type Stage } from './document.ts'
import { examine, type AnsweredFinding } from './examine-document.ts'
import { examineFiles, type ExaminedFile } from './files/examine-files.ts'
import { runningHands } from './hand.ts'
import { moveFrom, obstacles, type MoveName, type Obstacle, type Situation } from './move.ts'
import { officerMay, pseudonymOf, roleFor, type Officer } from './officer.ts'
import { insertRemark, insertSecrecyReview, insertStep, type SecrecyReview } from './queries-chain.ts'
import { giveUpCorrection } from './give-up-correction.ts'
import { saveDocument, type StoredDocument } from './queries.ts'
import { documentContent, documentSubject, publishedText, readLocked, type WholeDocument } from './read-document.ts'
import { release } from './release-document.ts'

export interface MoveRequest {
  move: MoveName
  /** The version the person looked at: another one since then is not what was read. */
  version: number
  /** The fingerprint of what the person looked at: files can change without a new version. */
  seen?: string
  remark: string
  passages?: readonly { passage: string; words: string }[]
  review?: Omit<SecrecyReview, 'version' | 'byId' | 'at' | 'conclusion'> & { conclusion: SecrecyReview['conclusion'] | '' }
}

export type MoveRefusal = Obstacle | 'read-another-version'

/** What decides about the moves of a document now; pages ask it for their buttons, the act for its decision. */
export async function situationOf(site: Site, db: Db, whole: WholeDocument, unitPath: string): Promise<Situation> {
  const findings = await examine(site, db, whole.document, whole.version)
  return situationWith(site, db, whole, unitPath, findings, await examineFiles(db, whole.document.id, whole.files))
}

/** The same for a page that shows the findings too. */
export async function situationWith(
  site: Site,
  db: Db,
  whole: WholeDocument,
  unitPath: string,
  findings: readonly AnsweredFinding[],
  files: readonly ExaminedFile[],
): Promise<Situation> {
  return {
    stage: whole.document.stage,
    contentHash: whole.contentHash,
    missing: await missingNow(site, db, whole),
    findings: [...findings, ...files.flatMap((one) => one.findings)].map(({ weight, answer }) => ({
      weight,
      isAnswered: answer !== undefined,
    })),
    isBeingRead: files.some((one) => one.state === 'waiting'),
    authors: whole.authors,
    hands: runningHands(whole.steps),
    hasWaiver: await hasWaiver(db, unitPath, site.today()),
  }
}

async function missingNow(site: Site, db: Db, whole: WholeDocument): Promise<Missing[]> {
  const { dutyId } = whole.document
  const duty = dutyId === undefined ? undefined : await findDuty(db, dutyId)
  const missing = [...missingIn(whole.version, site.today()), ...missingForDuty(whole.version, duty?.audience)]
  const before = await publishedText(db, whole.document)
  if (before === undefined || whole.document.stage === 'released') return missing
  return [...missing, ...missingInCorrection(before, whole.version, whole.publicHash === whole.contentHash)]
}

/** Hands a document on, or back. Refuses with every obstacle; the signature at the end releases it. */
export async function moveDocument(
  site: Site,
  officer: Officer,
  id: number,
  request: MoveRequest,
): Promise<Outcome<StoredDocument, MoveRefusal>> {
  return site.database.transaction(async (db) => {
    const whole = await readLocked(db, id)
    if (whole === undefined) throw new NotFound(documentSubject(id))
    const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
    const refusals: MoveRefusal[] = obstacles(await situationOf(site, db, whole, unitPath), request.move, {
      id: officer.personId,
      may: (action) => officerMay(officer, action, unitPath),
      remark: request.remark,
      conclusion: request.review?.conclusion,
      basis: request.review?.basis,
    })
    const isRead = request.version === whole.document.currentVersion && (request.seen ?? whole.contentHash) === whole.contentHash
    if (!isRead) refusals.push('read-another-version')
    const move = moveFrom(whole.document.stage, request.move)
    if (refusals.length > 0 || move === undefined) return refused(...refusals)
    await saveHand(site, db, officer, whole, request, roleFor(officer, move.action, unitPath))
    const saved = await saveMoved(site, db, officer, whole, move.to)
    await record(db, {
      at: site.now(),
      actor: pseudonymOf(officer),
      act: `publishing.${request.move}`,
      subject: documentSubject(id),
      unitId: saved.unitId,
      content: await documentContent(db, id),
      reason: request.remark,
    })
    return done(saved)
  })
}

async function saveMoved(site: Site, db: Db, officer: Officer, whole: WholeDocument, to: Stage): Promise<StoredDocument> {
  const moved: StoredDocument = { ...whole.document, stage: to }
  if (to === 'released') return release(site, db, officer, { ...whole, document: moved })
  if (to === 'dropped' && moved.publishedVersion !== undefined) return giveUpCorrection(site, db, moved, moved.publishedVersion)
  await saveDocument(db, moved)
  return moved
}

async function saveHand(site: Site, db: Db, officer: Officer, whole: WholeDocument, request: MoveRequest, post: string): Promise<void> {
  const at = site.now()
  const version = whole.document.currentVersion
  const stepId = await insertStep(db, whole.document.id, {
    version,
    move: request.move,
    personId: officer.personId,
    contentHash: whole.contentHash,
    post,
    at,
    remark: request.remark,
  })
  for (const { passage, words } of request.passages ?? []) await insertRemark(db, whole.document.id, { version, stepId, passage, words })
  const review = request.review
  const isReview = whole.document.stage === 'with-secrecy'
  if (isReview && review !== undefined && review.conclusion !== '') {
    await insertSecrecyReview(db, whole.document.id, { ...review, conclusion: review.conclusion, version, byId: officer.personId, at })
  }
}
