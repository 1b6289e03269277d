import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findPeople } from '../../accounts/index.ts'
import { listCategories } from '../../catalogue/index.ts'
import { exists, findUnit } from '../../organisations/index.ts'
import { channels } from '../load-kinds.ts'
import { carrierContent, carrierSubject } from '../subject.ts'
import { carrierRefusals, type Carrier, type CarrierDraft, type CarrierRefusal } from './carrier.ts'
import { insertCarrier, lockCarrier, saveCarrier } from './queries.ts'

export type KeepRefusal = CarrierRefusal | 'unit-gone' | 'keeper-unknown' | 'category-unknown' | 'edited-meanwhile'

/** Enters a carrier into the register. */
export async function keepCarrier(site: Site, actor: string, draft: CarrierDraft): Promise<Outcome<Carrier, KeepRefusal>> {
  return site.database.transaction(async (db) => {
    const refusals = await allRefusals(site, db, draft)
    const unit = await findUnit(db, draft.unitId)
    if (unit === undefined || refusals.length > 0) return refused<KeepRefusal>(...refusals)
    const carrier = await insertCarrier(db, draft, unit.code)
    await note(site, db, actor, 'channels.keep', carrier)
    return done(carrier)
  })
}

/**
 * Changes what the register says of a carrier; `version` is the one the form was opened with. The unit and the kind stay: what hung
 * on it was counted as that.
 */
export async function changeCarrier(
  site: Site,
  actor: string,
  id: number,
  version: number,
  draft: CarrierDraft,
): Promise<Outcome<Carrier, KeepRefusal>> {
  return site.database.transaction(async (db) => {
    const before = await lockCarrier(db, id)
    if (before === undefined) throw new NotFound(carrierSubject(id))
    const wanted = { ...draft, unitId: before.unitId, kind: before.kind }
    const refusals = await allRefusals(site, db, wanted)
    if (before.version !== version) refusals.push('edited-meanwhile')
    if (refusals.length > 0) return refused(...refusals)
    const carrier = await saveCarrier(db, { ...before, ...wanted })
    await note(site, db, actor, 'channels.change', carrier)
    return done(carrier)
  })
}

/** Puts a picture of the carrier into the register; `photo` is the name of a kept one. */
export async function pictureCarrier(site: Site, actor: string, id: number, photo: string): Promise<Outcome<Carrier, never>> {
  return site.database.transaction(async (db) => {
    const before = await lockCarrier(db, id)
    if (before === undefined) throw new NotFound(carrierSubject(id))
    const carrier = await saveCarrier(db, { ...before, photo })
    await note(site, db, actor, 'channels.picture', carrier)
    return done(carrier)
  })
}

async function allRefusals(site: Site, db: Db, draft: CarrierDraft): Promise<KeepRefusal[]> {
  const refusals: KeepRefusal[] = carrierRefusals(draft, channels.kinds, channels.rhythms)
  const unit = await findUnit(db, draft.unitId)
  if (unit === undefined || !exists(unit, site.today())) refusals.push('unit-gone')
  const { keeperId, categoryId } = draft
  if (keeperId !== undefined && !(await findPeople(db, [keeperId])).has(keeperId)) refusals.push('keeper-unknown')
  if (categoryId !== undefined && !(await listCategories(db)).some((one) => one.id === categoryId)) refusals.push('category-unknown')
  return refusals
}

async function note(site: Site, db: Db, actor: string, act: string, carrier: Carrier): Promise<void> {
  const subject = carrierSubject(carrier.id)
  await record(db, { at: site.now(), actor, act, subject, unitId: carrier.unitId, content: carrierContent(carrier) })
}
