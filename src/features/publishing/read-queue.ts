import type { Day } from '../../kernel/day.ts'
import { reach } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { difference, type Change } from '../../platform/text/difference.ts'
import { findTask, innerDeadlines, type StoredTask } from '../catalogue/index.ts'
import { findUnit, listUnitIdsUnder, type Unit } from '../organisations/index.ts'
import type { Ticked } from './bulk/batch.ts'
import { textOf } from './document.ts'
import { situationOf } from './move-document.ts'
import { moves, obstacles, type MoveName, type Situation } from './move.ts'
import { officerMay, type Officer } from './officer.ts'
import { listWaiting, type WaitingLine } from './queries-queue.ts'
import { findVersion } from './queries.ts'
import { readDocument, type WholeDocument } from './read-document.ts'

/** One document that waits for this person's hand. */
export interface Waiting extends WaitingLine {
  /** The hand it waits for. */
  move: MoveName
  unit: Unit
  findings: { block: number; answer: number; advice: number }
  task?: StoredTask
  /** The day by which this step should be done, so that the legal day is kept. */
  innerDueOn?: Day
  /** What was looked at here, for deciding on many at once. */
  ticked: Ticked
  /** Against the version that this person saw last. */
  changes?: Change[]
}

export interface Queue {
  waiting: Waiting[]
  /** How many more have come to this step but need another person's hand. */
  others: number
  /** The queue goes on after this arrival. */
  next?: number
}

/** Which part of the queue is looked at. */
export interface QueueFilter {
  words: string
  /** The path of a unit; '' for every unit. */
  unitPath: string
  /** One hand; '' for every one. */
  move: MoveName | ''
  /** Only what the checks found nothing open in. */
  isClean: boolean
}

const hands = moves.filter((move) => move.secondPerson && move.way === undefined)
const pageLength = 20

/** Exactly what waits for this person now: by stage, by right, by reach, and by the rule that no one decides twice. Oldest first. */
export async function readQueue(site: Site, officer: Officer, after?: number, filter?: QueueFilter): Promise<Queue> {
  const db = site.database.read
  const places = await placesOf(db, officer, filter)
  const lines = await listWaiting(db, { places, personId: officer.personId, words: filter?.words, after, limit: pageLength + 1 })
  const waiting: Waiting[] = []
  let others = 0
  for (const line of lines.slice(0, pageLength)) {
    const one = await readWaiting(site, db, officer, line)
    if (one === undefined) others++
    else if (filter?.isClean !== true || isClean(one)) waiting.push(one)
  }
  return { waiting, others, next: lines.length > pageLength ? lines[pageLength - 1]?.arrival : undefined }
}

async function placesOf(db: Db, officer: Officer, filter: QueueFilter | undefined) {
  const wanted = hands.filter((move) => filter === undefined || filter.move === '' || move.name === filter.move)
  const within = filter === undefined || filter.unitPath === '' ? undefined : new Set(await listUnitIdsUnder(db, [filter.unitPath]))
  return Promise.all(
    wanted.map(async (move) => {
      const unitIds = await listUnitIdsUnder(db, reach(move.action, officer.posts))
      return { stage: move.from, unitIds: within === undefined ? unitIds : unitIds.filter((id) => within.has(id)) }
    }),
  )
}

function isClean({ findings }: Waiting): boolean {
  return findings.block === 0 && findings.answer === 0
}

/** Undefined when somebody else must decide. */
async function readWaiting(site: Site, db: Db, officer: Officer, line: WaitingLine): Promise<Waiting | undefined> {
  const whole = await readDocument(db, line.id)
  const unit = whole && (await findUnit(db, whole.document.unitId))
  const move = hands.find((one) => one.from === whole?.document.stage)?.name
  if (whole === undefined || unit === undefined || move === undefined) return undefined
  const situation = await situationOf(site, db, whole, unit.path)
  const mover = { id: officer.personId, may: () => officerMay(officer, 'documents.read', unit.path), remark: '' }
  if (obstacles(situation, move, mover).some((one) => one === 'own-text' || one === 'second-hand')) return undefined
  const task = whole.document.taskId === undefined ? undefined : await findTask(db, whole.document.taskId)
  return {
    ...line,
    move,
    unit,
    findings: countFindings(situation),
    ticked: { id: line.id, version: whole.document.currentVersion, seen: whole.contentHash },
    task,
    innerDueOn: task && innerDeadlines(task.dueOn, site.houseRules.chain, site.calendar)[move as keyof typeof site.houseRules.chain],
    changes: await changesSince(db, whole, line.seenVersion),
  }
}

/** Open findings by weight: an answered one is settled. */
function countFindings(situation: Situation): Waiting['findings'] {
  const count = (weight: 'block' | 'answer' | 'advice') =>
    situation.findings.filter((one) => one.weight === weight && !one.isAnswered).length
  return { block: count('block'), answer: count('answer'), advice: count('advice') }
}

async function changesSince(db: Db, whole: WholeDocument, seenVersion: number | undefined): Promise<Change[] | undefined> {
  if (seenVersion === undefined || seenVersion === whole.version.number) return undefined
  const seen = await findVersion(db, whole.document.id, seenVersion)
  return seen && difference(textOf(seen), textOf(whole.version))
}
