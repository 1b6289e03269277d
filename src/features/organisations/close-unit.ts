import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findUnit, listUnitIdsUnder, listUnits, lockUnit, saveUnit, saveUnitEvent } from './queries.ts'
import { unitContent, unitSubject } from './subject.ts'
import { exists, type Unit, type UnitRefusal } from './unit.ts'

export interface Closing {
  on: Day
  reason: string
  /** The unit it is merged into; without one it is dissolved. */
  intoId?: number
}

/** Ends a unit: merged into another or dissolved. Its documents, numbers and history stay; nothing new can be owed by it. */
export async function closeUnit(site: Site, actor: string, id: number, closing: Closing): Promise<Outcome<Unit, UnitRefusal>> {
  return site.database.transaction(async (db) => {
    const unit = await lockUnit(db, id)
    if (unit === undefined) throw new NotFound(unitSubject(id))
    const refusals = await closeRefusals(db, unit, closing, site.today())
    if (refusals.length > 0) return refused(...refusals)
    const saved = await saveUnit(db, { ...unit, untilOn: closing.on })
    const kind = closing.intoId === undefined ? 'dissolved' : 'merged'
    await saveUnitEvent(db, {
      unitId: id,
      kind,
      happenedOn: closing.on,
      nameZh: unit.nameZh,
      nameEn: unit.nameEn,
      intoId: closing.intoId,
      reason: closing.reason,
    })
    await record(db, {
      at: site.now(),
      actor,
      act: kind === 'merged' ? 'organisations.merge' : 'organisations.dissolve',
      subject: unitSubject(id),
      content: unitContent(saved),
      reason: closing.reason,
    })
    return done(saved)
  })
}

async function closeRefusals(db: Db, unit: Unit, closing: Closing, today: Day): Promise<UnitRefusal[]> {
  const refusals: UnitRefusal[] = []
  if (unit.untilOn !== undefined || !exists(unit, today)) refusals.push('gone-already')
  if (closing.reason.trim() === '') refusals.push('reason-missing')
  if (closing.on < unit.sinceOn || closing.on > today) refusals.push('date-wrong')
  const below = new Set(await listUnitIdsUnder(db, [unit.path]))
  const units = await listUnits(db)
  if (units.some((one) => one.id !== unit.id && below.has(one.id) && exists(one, closing.on))) refusals.push('has-units-below')
  if (closing.intoId !== undefined) {
    const into = await findUnit(db, closing.intoId)
    if (into === undefined || !exists(into, today)) refusals.push('parent-missing')
    else if (into.path.startsWith(unit.path)) refusals.push('into-itself')
  }
  return refusals
}
