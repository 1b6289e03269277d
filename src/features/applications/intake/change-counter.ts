import { editionOn } from '../../../kernel/case/index.ts'
import { NotAllowed } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, findUnitByCode } from '../../organisations/index.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import { openCounter } from './open-counter.ts'
import { wrongInPromise, type PromiseWrong } from './opening.ts'

export type CounterRefusal = 'unit-missing' | PromiseWrong

/** The days that the edition in force leaves for a reply; a promise is shorter. */
export function statuteDays(site: Site): number {
  const edition = editionOn(site.pack.editions, site.today())
  if (edition === undefined) throw new Error(`no edition of the regulations on ${site.today()}`)
  return edition.reply.term.days
}

/**
 * Lets a unit take applications, or changes its own stricter promise: working days as they were typed, nothing for none. Refused for a
 * promise that is no shorter than the statute; throws NotAllowed for a unit that is not the officer's.
 */
export async function changeCounter(
  site: Site,
  officer: Officer,
  { unit: code, promise }: { unit: string; promise: string },
): Promise<Outcome<void, CounterRefusal>> {
  const unit = await findUnitByCode(site.database.read, code)
  const isOpen = unit !== undefined && exists(unit, site.today())
  if (isOpen && !officerMay(officer, 'applications.counters', unit.path)) throw new NotAllowed('applications.counters')
  const refusals: CounterRefusal[] = [...(isOpen ? [] : (['unit-missing'] as const)), ...wrongInPromise(promise, statuteDays(site))]
  if (unit === undefined || refusals.length > 0) return refused(...refusals)
  const actor = `person:${officer.personId}`
  return done(await openCounter(site, unit.id, promise === '' ? undefined : Number(promise), { actor }))
}
