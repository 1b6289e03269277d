import { isOrganisationCode } from '../../kernel/identity.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findUnit, findUnitByCode, insertUnit, isOrganisationCodeTaken, saveUnitEvent } from './queries.ts'
import { unitSubject, unitContent } from './subject.ts'
import { exists, isCode, profileRefusals, type Unit, type UnitRefusal } from './unit.ts'

export type NewUnit = Omit<Unit, 'id' | 'path' | 'version' | 'profileOn'>

/**
 * Adds a unit to the tree, below a living parent (or as the root). Refuses a code that is taken, an organisation code whose check
 * character is wrong (GB 11714) or that another unit has, and a profile that cannot be read.
 */
export async function addUnit(site: Site, actor: string, unit: NewUnit): Promise<Outcome<Unit, UnitRefusal>> {
  return site.database.transaction(async (db) => {
    const parent = unit.parentId === undefined ? undefined : await findUnit(db, unit.parentId)
    const refusals = newUnitRefusals(unit)
    if (unit.parentId !== undefined && (parent === undefined || !exists(parent, site.today()))) refusals.push('parent-missing')
    if ((await findUnitByCode(db, unit.code)) !== undefined) refusals.push('code-taken')
    if (unit.organisationCode !== undefined && (await isOrganisationCodeTaken(db, bare(unit.organisationCode)))) {
      refusals.push('organisation-code-taken')
    }
    if (refusals.length > 0) return refused(...refusals)
    const organisationCode = unit.organisationCode && bare(unit.organisationCode)
    const added = await insertUnit(db, { ...unit, organisationCode, parentPath: parent?.path ?? '/', profileOn: site.today() })
    if (added === undefined) return refused('code-taken')
    await saveUnitEvent(db, { unitId: added.id, kind: 'founded', happenedOn: unit.sinceOn, nameZh: '', nameEn: '', reason: '' })
    await record(db, { at: site.now(), actor, act: 'organisations.add', subject: unitSubject(added.id), content: unitContent(added) })
    return done(added)
  })
}

/** Index numbers begin with the code without its hyphen. */
function bare(organisationCode: string): string {
  return organisationCode.replace('-', '')
}

function newUnitRefusals(unit: NewUnit): UnitRefusal[] {
  const refusals: UnitRefusal[] = profileRefusals(unit)
  if (unit.nameZh.trim() === '' || unit.nameEn.trim() === '') refusals.push('name-missing')
  if (!isCode(unit.code) || unit.code === 'new') refusals.push('code-wrong')
  if (unit.organisationCode !== undefined && !isOrganisationCode(unit.organisationCode)) refusals.push('organisation-code-wrong')
  return refusals
}
