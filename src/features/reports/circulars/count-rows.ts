import type { Db } from '../../../platform/database/index.ts'
import { lastDay } from '../../../platform/facts.ts'
import type { Unit } from '../../organisations/index.ts'
import { figureOf } from '../figures/all-figures.ts'
import { countFigures, scopeOf, type Figure } from '../figures/count-figures.ts'
import { makeFingerprint } from '../figures/make-fingerprint.ts'
import type { Period } from '../figures/period.ts'
import type { CircularRow } from './circular.ts'
import { circularPack } from './load-circular-pack.ts'
import type { CircularCell } from './queries-circulars.ts'
import { rankPeers, type Method } from './ranking.ts'

/** What a circular is about: units of one kind below a government, a period, and what was known on which day. */
export interface Told {
  units: readonly Unit[]
  government: Unit
  peers: string
  period: Period
  cutOff: Period['until']
  method: Method
}

const governments = ['province', 'city', 'county', 'town']

/** The government whose office a unit is: the unit itself, or the nearest one above it. */
export function governmentOf(unit: Unit, units: readonly Unit[]): Unit {
  const above = units
    .filter((one) => unit.path.startsWith(one.path) && governments.includes(one.kind))
    .toSorted((one, other) => other.path.length - one.path.length)
  return above[0] ?? unit
}

/** The units that are told of: those of the kind that existed on any day of the period; of departments, those of the government itself. */
export function peersOf({ units, government, peers, period }: Pick<Told, 'units' | 'government' | 'peers' | 'period'>): Unit[] {
  return units.filter(
    (unit) =>
      unit.kind === peers &&
      (peers !== 'department' || unit.parentId === government.id) &&
      unit.path.startsWith(government.path) &&
      unit.id !== government.id &&
      unit.sinceOn <= period.until &&
      (unit.untilOn === undefined || unit.untilOn >= period.from),
  )
}

/** Counts the figures of every unit with all below it, in one reading for each source, and ranks the units. */
export async function countRows(db: Db, told: Told): Promise<CircularRow[]> {
  const figures = figuresOf(told.method)
  const counted = await countFigures(db, { ...told, unit: told.government }, figures, 'unit')
  const pathOf = new Map(told.units.map(({ id, path }) => [String(id), path]))
  const countOf = (unit: Unit, code: string): number =>
    [...(counted.get(code) ?? [])].reduce((sum, [id, n]) => (pathOf.get(id)?.startsWith(unit.path) === true ? sum + n : sum), 0)
  return rowsWith(told, countOf)
}

/** The same from the records themselves: the number is the length of the list behind it. */
export async function countCells(db: Db, told: Told): Promise<{ rows: CircularRow[]; cells: CircularCell[] }> {
  const cells: CircularCell[] = []
  for (const unit of peersOf(told))
    for (const figure of figuresOf(told.method))
      cells.push({ unitId: unit.id, figure: figure.code, ...(await readCell(db, told, unit, figure)) })
  const countOf = (unit: Unit, code: string): number =>
    cells.find(({ unitId, figure }) => unitId === unit.id && figure === code)?.ids.length ?? 0
  return { rows: rowsWith(told, countOf), cells }
}

/** The records behind one number. */
export async function readCell(
  db: Db,
  told: Pick<Told, 'units' | 'period' | 'cutOff'>,
  unit: Unit,
  figure: Figure,
): Promise<Pick<CircularCell, 'ids' | 'fingerprint'>> {
  const scope = scopeOf({ ...told, unit }, figure.unitKinds)
  const { facts } = figure
  if (facts === undefined) return { ids: [], fingerprint: '' }
  const ids = await facts.ids(db, scope)
  return { ids, fingerprint: makeFingerprint({ asked: `${unit.code} ${figure.code}`, facts, scope }, ids) }
}

function figuresOf({ of, over }: Method): Figure[] {
  const codes = [...circularPack.figures, of, ...(over === undefined ? [] : [over])]
  return [...new Set(codes)].flatMap((code) => figureOf(code) ?? [])
}

function rowsWith(told: Told, countOf: (unit: Unit, code: string) => number): CircularRow[] {
  const { method } = told
  const peers = peersOf(told)
  const until = lastDay({ until: told.period.until, cutOff: told.cutOff })
  const standings = rankPeers(
    peers.map((unit) => ({
      ...{ unitId: unit.id, value: countOf(unit, method.of), base: countOf(unit, method.over ?? method.of) },
      hasEnded: unit.untilOn !== undefined && unit.untilOn < until,
    })),
    method,
    circularPack.fewestPeers,
  )
  return standings.flatMap((standing) => {
    const unit = peers.find(({ id }) => id === standing.unitId)
    if (unit === undefined) return []
    const counts = Object.fromEntries(figuresOf(method).map(({ code }) => [code, countOf(unit, code)]))
    return { ...standing, nameZh: unit.nameZh, nameEn: unit.nameEn, counts }
  })
}
