import { NotFound } from '../../kernel/faults.ts'
import { isDay, type Day } from '../../kernel/day.ts'
import type { Ask } from '../../platform/http/route.ts'
import { findUnitByCode } from './queries.ts'
import type { Unit } from './unit.ts'

/** The unit that an address names by its code. Throws NotFound. */
export async function askedUnit(ask: Ask, code = ask.params['code'] ?? ''): Promise<Unit> {
  const unit = await findUnitByCode(ask.site.database.read, code)
  if (unit === undefined) throw new NotFound(`unit ${code}`)
  return unit
}

/** For the edge: the path of the unit that an address names. */
export async function pathOfAsked(ask: Ask): Promise<string | undefined> {
  return (await findUnitByCode(ask.site.database.read, ask.params['code'] ?? ''))?.path
}

/** How the record names the visitor. */
export function actorOf(ask: Ask): string {
  return `person:${ask.visitor?.personId}`
}

/** A typed day; undefined for anything else. */
export function typedDay(text: string): Day | undefined {
  return isDay(text.trim()) ? (text.trim() as Day) : undefined
}
