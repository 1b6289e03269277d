import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { situationOf } from '../move-document.ts'
import { moves, obstacles } from '../move.ts'
import { officerMay, type Officer } from '../officer.ts'
import { readDocument, type WholeDocument } from '../read-document.ts'
import type { MoveRefusal } from '../request.ts'
import { isBulkMove, type BulkMove } from './batch.ts'

/** One document of a batch before anything is done: what would happen, or everything that stands in the way. */
export interface Planned {
  whole: WholeDocument
  unit: Unit
  move?: BulkMove | undefined
  stops: readonly (MoveRefusal | 'not-in-bulk')[]
}

/** What would become of each of these documents. What this person may not even read is left out. */
export async function readBatch(site: Site, officer: Officer, ids: readonly number[]): Promise<Planned[]> {
  const planned: Planned[] = []
  for (const id of ids) {
    const whole = await readDocument(site.database.read, id)
    const unit = whole && (await findUnit(site.database.read, whole.document.unitId))
    if (whole === undefined || unit === undefined || !officerMay(officer, 'documents.read', unit.path)) continue
    planned.push(await plan(site, officer, whole, unit))
  }
  return planned
}

async function plan(site: Site, officer: Officer, whole: WholeDocument, unit: Unit): Promise<Planned> {
  const name = moves.find((move) => move.from === whole.document.stage && move.secondPerson && move.way === undefined)?.name ?? ''
  if (!isBulkMove(name)) return { whole, unit, stops: [name === 'clear' ? 'not-in-bulk' : 'wrong-stage'] }
  const stops = obstacles(await situationOf(site, site.database.read, whole, unit.path), name, {
    id: officer.personId,
    may: (action) => officerMay(officer, action, unit.path),
    remark: '',
  })
  return { whole, unit, move: name, stops }
}
