import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { lockUnit, saveUnit, saveUnitEvent } from './queries.ts'
import { unitContent, unitSubject } from './subject.ts'
import { exists, type Unit, type UnitRefusal } from './unit.ts'

export interface NewName {
  nameZh: string
  nameEn: string
  shortZh: string
  shortEn: string
  on: Day
  reason: string
}

/** Gives a unit a new name from a day on. The old name stays in its history and index numbers stay as they are. */
export async function renameUnit(site: Site, actor: string, id: number, name: NewName): Promise<Outcome<Unit, UnitRefusal>> {
  return site.database.transaction(async (db) => {
    const unit = await lockUnit(db, id)
    if (unit === undefined) throw new NotFound(unitSubject(id))
    const refusals = renameRefusals(unit, name, site.today())
    if (refusals.length > 0) return refused(...refusals)
    const { nameZh, nameEn, shortZh, shortEn } = name
    const saved = await saveUnit(db, { ...unit, nameZh, nameEn, shortZh, shortEn })
    await saveUnitEvent(db, {
      unitId: id,
      kind: 'renamed',
      happenedOn: name.on,
      nameZh: unit.nameZh,
      nameEn: unit.nameEn,
      reason: name.reason,
    })
    await record(db, {
      at: site.now(),
      actor,
      act: 'organisations.rename',
      subject: unitSubject(id),
      content: unitContent(saved),
      reason: name.reason,
    })
    return done(saved)
  })
}

function renameRefusals(unit: Unit, name: NewName, today: Day): UnitRefusal[] {
  const refusals: UnitRefusal[] = []
  if (!exists(unit, today)) refusals.push('gone-already')
  if (name.nameZh.trim() === '' || name.nameEn.trim() === '') refusals.push('name-missing')
  if (name.nameZh === unit.nameZh && name.nameEn === unit.nameEn) refusals.push('same-name')
  if (name.reason.trim() === '') refusals.push('reason-missing')
  if (name.on < unit.sinceOn || name.on > today) refusals.push('date-wrong')
  return refusals
}
