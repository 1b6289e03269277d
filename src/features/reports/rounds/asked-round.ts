import { NotFound } from '../../../kernel/faults.ts'
import type { Action } from '../../../kernel/policy.ts'
import type { Day } from '../../../kernel/day.ts'
import { field, type Ask } from '../../../platform/http/route.ts'
import { findUnit, findUnitByCode, type Unit } from '../../organisations/index.ts'
import { periodFrom, periodsBefore, type Period } from '../figures/period.ts'
import { listUnitsInReach } from '../making/list-units-in-reach.ts'
import { findRound } from './queries.ts'
import { periodKindOf, roundKinds, type Round, type RoundKind } from './round.ts'

/** The round that an address names. Throws NotFound. */
export async function askedRound(ask: Ask): Promise<Round> {
  const round = await roundIn(ask)
  if (round === undefined) throw new NotFound(`round ${ask.params['id']}`)
  return round
}

/** For the edge: the path of the unit whose office opened the round that an address names. */
export async function pathOfRound(ask: Ask): Promise<string | undefined> {
  const round = await roundIn(ask)
  return round && (await findUnit(ask.site.database.read, round.unitId))?.path
}

/** For the edge: the path of the unit that a form names. */
export async function pathOfNamed(ask: Ask): Promise<string | undefined> {
  return (await findUnitByCode(ask.site.database.read, field(ask, 'unit')))?.path
}

/** Units in which the visitor may do something, those that exist today; the highest first. */
export async function unitsInReach(ask: Ask, action: Action): Promise<Unit[]> {
  const units = await listUnitsInReach(ask.site, ask.visitor?.posts ?? [], action)
  return units.toSorted((one, other) => one.path.length - other.path.length)
}

/** A kind of round as it was typed; the statistics of a quarter for anything that is none. */
export function kindIn(text: string | undefined): RoundKind {
  return roundKinds.find((kind) => kind === text) ?? 'quarter'
}

/** The period that is reported on: as it was typed, else the last one of its kind that has ended. */
export function periodIn(kind: RoundKind, text: string | undefined, today: Day): Period {
  const typed = periodFrom(text ?? '')
  return typed?.kind === periodKindOf[kind] ? typed : periodsBefore(periodKindOf[kind], today, 1)
}

function roundIn(ask: Ask): Promise<Round | undefined> {
  const id = ask.params['id'] ?? ''
  return /^\d{1,15}$/.test(id) ? findRound(ask.site.database.read, Number(id)) : Promise.resolve(undefined)
}
