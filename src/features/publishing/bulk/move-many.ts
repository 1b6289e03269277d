import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { moveDocument } from '../move-document.ts'
import { moves } from '../move.ts'
import { officerMay, type Officer } from '../officer.ts'
import { readDocument, type WholeDocument } from '../read-document.ts'
import type { MoveRefusal } from '../request.ts'
import { isBulkMove, type BulkMove, type Ticked } from './batch.ts'

/** What became of one document of a batch. */
export interface Moved {
  id: number
  title: string
  indexNumber: string
  move?: BulkMove | undefined
  refusals: readonly (MoveRefusal | 'not-in-bulk')[]
}

/**
 * Makes the next move of each document, one transaction each: what is refused stops nobody else. A second sending finds the move made by
 * the same hand on the same text, and says so instead of refusing.
 */
export async function moveMany(site: Site, officer: Officer, batch: readonly Ticked[]): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const ticked of batch) {
    const whole = await readDocument(site.database.read, ticked.id)
    const path = whole && (await findUnit(site.database.read, whole.document.unitId))?.path
    if (whole !== undefined && path !== undefined && officerMay(officer, 'documents.read', path))
      moved.push(await moveOne(site, officer, ticked, whole))
  }
  return moved
}

async function moveOne(site: Site, officer: Officer, ticked: Ticked, whole: WholeDocument): Promise<Moved> {
  const about = { id: ticked.id, title: whole.version.title, indexNumber: whole.document.indexNumber }
  const done = doneBefore(officer, ticked, whole)
  if (done !== undefined) return { ...about, move: done, refusals: [] }
  const name = moves.find((move) => move.from === whole.document.stage && move.secondPerson && move.way === undefined)?.name ?? ''
  if (!isBulkMove(name)) return { ...about, refusals: [name === 'clear' ? 'not-in-bulk' : 'wrong-stage'] }
  const outcome = await moveDocument(site, officer, ticked.id, { move: name, version: ticked.version, seen: ticked.seen, remark: '' })
  return { ...about, move: name, refusals: outcome.ok ? [] : outcome.refusals }
}

function doneBefore(officer: Officer, ticked: Ticked, { steps }: WholeDocument): BulkMove | undefined {
  const last = steps.at(-1)
  const isMine = last !== undefined && last.personId === officer.personId && last.contentHash === ticked.seen
  return isMine && isBulkMove(last.move) ? last.move : undefined
}
