import type { Db } from '../../platform/database/index.ts'
import { listUnits } from './queries.ts'
import { unitContent, unitSubject } from './subject.ts'

export { addUnit, type NewUnit } from './add-unit.ts'
export { changeProfile } from './change-profile.ts'
export { closeUnit } from './close-unit.ts'
export { findKeeper } from './find-keeper.ts'
export { keeperOf } from './keeper.ts'
export { renameUnit } from './rename-unit.ts'
export { unitsThat } from './facts.ts'
export { GuidePage } from './pages/guide-page.tsx'
export type { GuidePageProps } from './pages/guide-props.ts'
export { UnitPage, type UnitPageProps } from './pages/unit-page.tsx'
export { UnitsPage } from './pages/units-page.tsx'
export { routes } from './routes.tsx'
export { findUnit, findUnitByCode, listUnitEvents, listTelephones, listUnitIdsUnder, listUnits, type UnitEvent } from './queries.ts'
export {
  exists,
  existsWithin,
  isProfileOutdated,
  missingFields,
  profileKeys,
  type Profile,
  type ProfileField,
  type Unit,
  type UnitKind,
  type UnitLevel,
} from './unit.ts'

/** Every unit as the record should know it. */
export async function* recordedUnits(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const unit of await listUnits(db)) yield { subject: unitSubject(unit.id), content: unitContent(unit) }
}
