import { NotFound } from '../../kernel/faults.ts'
import { covers, reach, type Action } from '../../kernel/policy.ts'
import type { Ask } from '../../platform/http/route.ts'
import { exists, findUnit, listUnits, type Unit } from '../organisations/index.ts'
import type { Carrier } from './carriers/carrier.ts'
import { findCarrierByCode } from './carriers/queries.ts'
import type { Poster } from './postings/post-documents.ts'

/** How the record names the visitor. */
export function actorOf(ask: Ask): string {
  return `person:${ask.visitor?.personId}`
}

/** The visitor as somebody who puts things up. */
export function posterOf(ask: Ask): Poster {
  return { personId: ask.visitor?.personId }
}

/** The carrier that an address names, with its unit. Throws NotFound. */
export async function askedCarrier(ask: Ask): Promise<{ carrier: Carrier; unit: Unit }> {
  const db = ask.site.database.read
  const carrier = await findCarrierByCode(db, ask.params['code'] ?? '')
  const unit = carrier && (await findUnit(db, carrier.unitId))
  if (carrier === undefined || unit === undefined) throw new NotFound(`carrier ${ask.params['code']}`)
  return { carrier, unit }
}

/** For the edge: the path of the unit whose carrier an address names. */
export async function pathOfCarrier(ask: Ask): Promise<string | undefined> {
  const db = ask.site.database.read
  const carrier = await findCarrierByCode(db, ask.params['code'] ?? '')
  return carrier && (await findUnit(db, carrier.unitId))?.path
}

/** The units of today in which the visitor may do this. */
export async function unitsInReach(ask: Ask, action: Action): Promise<Unit[]> {
  const paths = reach(action, ask.visitor?.posts ?? [])
  const units = await listUnits(ask.site.database.read)
  return units.filter((unit) => exists(unit, ask.reader.today) && paths.some((path) => covers(path, unit.path)))
}

/** A row's number; undefined for anything that no row can have. */
export function idFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
