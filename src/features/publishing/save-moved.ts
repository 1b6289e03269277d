import { addWorkingDays } from '../../kernel/calendar.ts'
import type { Db } from '../../platform/database/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { Site } from '../../platform/site.ts'
import { takeDown } from '../catalogue/index.ts'
import { announceChange } from './announce-change.ts'
import { insertEmergency, saveReviewed } from './emergencies/queries.ts'
import { giveUpCorrection } from './give-up-correction.ts'
import { releaseRules } from './load-release-rules.ts'
import type { Move } from './move.ts'
import { pseudonymOf, type Officer } from './officer.ts'
import { saveDocument, type StoredDocument } from './queries.ts'
import type { WholeDocument } from './read-document.ts'
import type { MoveRequest } from './request.ts'
import { refreshSearch, release } from './release-document.ts'

/** Saves what a move that was allowed makes of the document, inside the move's transaction. */
export async function saveMoved(
  site: Site,
  db: Db,
  officer: Officer,
  whole: WholeDocument,
  move: Move,
  request: MoveRequest,
): Promise<StoredDocument> {
  const moved: StoredDocument = { ...whole.document, stage: move.to }
  switch (move.name) {
    case 'sign':
      return release(site, db, pseudonymOf(officer), { ...whole, document: withoutTime(moved) })
    case 'emergency':
      return releaseInEmergency(site, db, officer, { ...whole, document: withoutTime(moved) }, request)
    case 'schedule':
      return schedule(db, moved, request.releaseAt)
    case 'uphold':
    case 'revoke':
      return endEmergency(site, db, officer, moved, move.name, request.remark)
    case 'drop':
      return moved.publishedVersion === undefined ? save(db, moved) : giveUpCorrection(site, db, moved, moved.publishedVersion)
    case 'unschedule':
      return save(db, withoutTime(moved))
    default:
      return save(db, moved)
  }
}

async function save(db: Db, moved: StoredDocument): Promise<StoredDocument> {
  await saveDocument(db, moved)
  return moved
}

function withoutTime({ releaseAt: _, ...document }: StoredDocument): StoredDocument {
  return document
}

/** The job of its own instant wakes the release; whatever is set anew gets a job anew, and an old one finds nothing to do. */
async function schedule(db: Db, moved: StoredDocument, releaseAt: Date | undefined): Promise<StoredDocument> {
  if (releaseAt === undefined) throw new Error(`document ${moved.id} has no time to be released at`)
  const saved = await save(db, { ...moved, releaseAt })
  await enqueue(db, 'publishing.release-due', {}, { runAt: releaseAt, key: releaseAt.toISOString() })
  return saved
}

async function releaseInEmergency(
  site: Site,
  db: Db,
  officer: Officer,
  whole: WholeDocument,
  { kind = '', remark }: MoveRequest,
): Promise<StoredDocument> {
  const released = await release(site, db, pseudonymOf(officer), whole)
  const { days } = releaseRules.emergency.review
  await insertEmergency(db, {
    documentId: released.id,
    version: released.currentVersion,
    kind,
    reason: remark,
    authors: whole.authors,
    byId: officer.personId,
    at: site.now(),
    dueOn: addWorkingDays(site.calendar, site.today(), days).on,
  })
  return released
}

/** The review that follows: the mark goes, with its day in the history; or the text goes, with its reason in public. */
async function endEmergency(
  site: Site,
  db: Db,
  officer: Officer,
  document: StoredDocument,
  name: 'uphold' | 'revoke',
  opinion: string,
): Promise<StoredDocument> {
  const outcome = name === 'uphold' ? 'upheld' : 'withdrawn'
  await saveReviewed(db, document.id, { outcome, opinion, reviewedBy: officer.personId, reviewedAt: site.now() })
  const isUp = document.standing === 'published' || document.standing === 'cancelled' || document.standing === 'ended'
  if (name === 'uphold' || !isUp) return document
  const withdrawn: StoredDocument = { ...document, standing: 'withdrawn' }
  await saveDocument(db, withdrawn)
  await announceChange(db, document.id, { kind: 'withdrawn', reason: opinion, at: site.now() })
  await refreshSearch(db, withdrawn)
  await takeDown(site, db, pseudonymOf(officer), withdrawn.indexNumber)
  return withdrawn
}
