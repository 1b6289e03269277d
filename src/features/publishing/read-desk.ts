import type { Db } from '../../platform/database/index.ts'
import { history, type HistoryLine } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import type { HeldPost, Role } from '../../kernel/policy.ts'
import { findPeople, listPeopleWithRole, type Colleague } from '../accounts/index.ts'
import { findDuty, findTask, innerDeadlines, type StoredDuty, type StoredTask } from '../catalogue/index.ts'
import { findUnit, type Unit } from '../organisations/index.ts'
import { examine, type AnsweredFinding } from './examine-document.ts'
import { examineFiles, type ExaminedFile } from './files/examine-files.ts'
import { situationWith } from './move-document.ts'
import type { Situation } from './move.ts'
import { listPublicChanges, listRemarks, listSecrecyReviews, type PublicChange, type Remark, type SecrecyReview } from './queries-chain.ts'
import { findDocument, listVersions, type StoredDocument, type StoredVersion } from './queries.ts'
import { documentSubject, type WholeDocument } from './read-document.ts'
import { readRelated, type Related } from './read-related.ts'

/** Everything that the desk shows about one document. */
export interface DeskDocument {
  whole: WholeDocument
  unit: Unit
  situation: Situation
  findings: AnsweredFinding[]
  files: ExaminedFile[]
  /** Everybody who is named on the page, by id. */
  people: Map<number, Colleague>
  /** Who may give the missing hand: holders of its post, without those who wrote or decided already. */
  holders: Colleague[]
  remarks: Remark[]
  reviews: SecrecyReview[]
  versions: StoredVersion[]
  changes: PublicChange[]
  related: Related[]
  replacedBy?: StoredDocument
  promise?: DocumentPromise
  history: HistoryLine[]
}

/** The task that a document fulfils, and the days by which each hand should be done. */
export interface DocumentPromise {
  task: StoredTask
  duty: StoredDuty
  inner: ReturnType<typeof innerDeadlines>
}

const roleAt: Partial<Record<string, Role>> = {
  draft: 'information-officer',
  'with-head': 'reviewer',
  'with-secrecy': 'secrecy-reviewer',
  'with-signer': 'signer',
}

/** Reads what belongs to the desk page of a document, for somebody with these posts. */
export async function readDesk(site: Site, whole: WholeDocument, posts: readonly HeldPost[]): Promise<DeskDocument> {
  const db = site.database.read
  const { document } = whole
  const unit = await findUnit(db, document.unitId)
  if (unit === undefined) throw new Error(`document ${document.id} has no unit`)
  const findings = await examine(site, db, document, whole.version)
  const files = await examineFiles(db, document.id, whole.files)
  const situation = await situationWith(site, db, whole, unit.path, findings, files)
  const versions = await listVersions(db, document.id)
  const reviews = await listSecrecyReviews(db, document.id)
  const lines = await history(db, documentSubject(document.id))
  return {
    ...{ whole, unit, situation, findings, files, versions, reviews, history: lines },
    people: await findPeople(db, namedIds(whole, versions, lines)),
    holders: await holdersFor(site, db, whole, unit, situation),
    remarks: await listRemarks(db, document.id),
    changes: await listPublicChanges(db, document.id),
    related: await readRelated(db, whole.relatedIds, posts),
    replacedBy: document.replacedBy === undefined ? undefined : await findDocument(db, document.replacedBy),
    promise: await promiseOf(site, db, document),
  }
}

function namedIds(whole: WholeDocument, versions: StoredVersion[], lines: HistoryLine[]): number[] {
  const actors = lines.flatMap((line) => /^person:(\d+)$/.exec(line.actor)?.[1] ?? []).map(Number)
  return [...whole.steps.map((step) => step.personId), ...versions.map((version) => version.savedBy), ...actors]
}

async function holdersFor(site: Site, db: Db, whole: WholeDocument, unit: Unit, situation: Situation): Promise<Colleague[]> {
  const role = roleAt[whole.document.stage]
  if (role === undefined) return []
  const people = await listPeopleWithRole(db, role, unit.path, site.today())
  if (whole.document.stage === 'draft' || situation.hasWaiver) return people
  const busy = new Set([...situation.authors, ...situation.hands.map((hand) => hand.personId)])
  return people.filter((person) => !busy.has(person.id))
}

async function promiseOf(site: Site, db: Db, document: StoredDocument): Promise<DocumentPromise | undefined> {
  const task = document.taskId === undefined ? undefined : await findTask(db, document.taskId)
  const duty = task && (await findDuty(db, task.dutyId))
  return task && duty && { task, duty, inner: innerDeadlines(task.dueOn, site.houseRules.chain, site.calendar) }
}
