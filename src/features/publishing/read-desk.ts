import type { Db } from '../../platform/database/index.ts'
import { history, type HistoryLine } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import type { HeldPost, Role } from '../../kernel/policy.ts'
import { findPeople, listPeopleWithRole, listSystemNames, type Colleague } from '../accounts/index.ts'
import { findDuty, findTask, innerDeadlines, type StoredDuty, type StoredTask } from '../catalogue/index.ts'
import { findUnit, type Unit } from '../organisations/index.ts'
import { readAgreements, suggestUnits, type StandingAgreement } from './agreements/read-agreements.ts'
import { runningStages } from './document.ts'
import { listEmergencies, type Emergency } from './emergencies/queries.ts'
import { examine, type AnsweredFinding } from './examine-document.ts'
import { examineFiles, type ExaminedFile } from './files/examine-files.ts'
import { releaseRules } from './load-release-rules.ts'
import { situationWith } from './move-document.ts'
import { isLateBy } from './scheduling/moment.ts'
import type { Situation } from './move.ts'
import { listRemarks, listSecrecyReviews, type Remark, type SecrecyReview } from './queries-chain.ts'
import { listPublicChanges, type PublicChange } from './queries-changes.ts'
import { findDocument, listVersions, type StoredDocument, type StoredVersion } from './queries.ts'
import { documentSubject, type WholeDocument } from './read-document.ts'
import { readKept, type KeptDocument } from './reassessments/read-kept.ts'
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
  /** The names of systems, by how the record calls them. */
  systems: Map<string, string>
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
  /** The words of other units that it needs, and those that its text names and nobody asked. */
  agreements: StandingAgreement[]
  suggested: Unit[]
  /** Its last release in an emergency. */
  emergency?: Emergency
  /** It was released later than the time that was set for it. */
  isLateRelease: boolean
  /** It is kept from the public. */
  kept?: KeptDocument
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
const askingStages: readonly string[] = ['draft', ...runningStages]

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
  const agreements = await readAgreements(site, db, whole)
  const emergency = (await listEmergencies(db, document.id)).at(-1)
  const others = [...agreements.flatMap((one) => [one.askedBy, ...one.answers.map((answer) => answer.byId)]), emergency?.byId ?? 0]
  return {
    ...{ whole, unit, situation, findings, files, versions, reviews, history: lines },
    ...{ agreements, emergency, kept: await readKept(db, document) },
    suggested: askingStages.includes(document.stage) ? await suggestUnits(site, db, whole, agreements) : [],
    isLateRelease: isLate(whole),
    people: await findPeople(db, [...namedIds(whole, versions, lines), ...others]),
    systems: await listSystemNames(db),
    holders: await holdersFor(site, db, whole, unit, situation),
    remarks: await listRemarks(db, document.id),
    changes: await listPublicChanges(db, document.id),
    related: await readRelated(db, whole.relatedIds, posts),
    replacedBy: document.replacedBy === undefined ? undefined : await findDocument(db, document.replacedBy),
    promise: await promiseOf(site, db, document),
  }
}

function isLate({ document, steps }: WholeDocument): boolean {
  const released = steps.findLast((step) => step.move === 'release')
  if (document.stage !== 'released' || document.releaseAt === undefined || released === undefined) return false
  return isLateBy(document.releaseAt, released.at, releaseRules.schedule.lateAfterMinutes)
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
