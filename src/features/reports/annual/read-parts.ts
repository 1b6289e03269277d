import type { Db } from '../../../platform/database/index.ts'
import type { Scope } from '../../../platform/facts.ts'
import type { Unit } from '../../organisations/index.ts'
import { listFilings, listReports } from '../making/queries.ts'
import { fillReport } from './fill-report.ts'
import type { LinesByRow } from './find-source.ts'
import type { AnnualForm } from './form.ts'
import type { Part } from './report.ts'

/** What a government's report adds up: the last filings of the units below it, and what it takes from the records for all the others. */
export interface Parts {
  parts: Part[]
  /** The units whose own filings are added up. */
  filed: readonly Unit[]
}

interface Asked {
  form: AnnualForm
  scope: Scope
  lines: LinesByRow
  period: string
}

/**
 * Reads the parts of the report of a unit with all below it (I13). A unit that filed with its own subtree stands for all of that. Units
 * that filed nothing, the own office among them, are one part together, from the records as they are; where no unit filed, there are no
 * parts, for then nothing was added up.
 */
export async function readParts(db: Db, units: readonly Unit[], top: Unit, { form, scope, lines, period }: Asked): Promise<Parts> {
  const below = units.filter(({ path }) => path.startsWith(top.path) && path !== top.path)
  const reports = await listReports(db, { unitIds: below.map(({ id }) => id), kind: 'annual', period })
  const filings = await listFilings(
    db,
    reports.map(({ id }) => id),
  )
  const covered = new Set<number>()
  const filed: Unit[] = []
  const parts: Part[] = []
  for (const unit of below.toSorted((one, other) => one.path.length - other.path.length || one.id - other.id)) {
    const report = reports.find(({ unitId }) => unitId === unit.id)
    const filing = report && filings.find(({ reportId }) => reportId === report.id)
    if (report === undefined || filing === undefined || covered.has(unit.id)) continue
    filed.push(unit)
    parts.push({ name: unit.nameZh, cells: filing.content.cells })
    for (const one of below) if (one.id === unit.id || (report.withBelow && one.path.startsWith(unit.path))) covered.add(one.id)
  }
  if (parts.length === 0) return { parts, filed }
  const others = { ...scope, unitIds: scope.unitIds.filter((id) => !covered.has(id)) }
  const rest = await fillReport(db, form, others, lines)
  return { parts: [...parts, { name: top.nameZh, cells: Object.fromEntries(rest.map(({ cell, value }) => [cell.address, value])) }], filed }
}
