import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Scope } from '../../../platform/facts.ts'
import { countNotices, outcomes, readMisplaced } from '../../applications/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { scopeOf } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'
import type { Filing, MadeReport } from '../making/made.ts'
import { listFilings, listReports } from '../making/queries.ts'
import type { Breach } from './breach.ts'
import { fillReport, type FilledCell } from './fill-report.ts'
import type { LinesByRow } from './find-source.ts'
import { formOfYear, type AnnualForm, type UnitKind } from './form.ts'
import { breachesIn } from './identity.ts'
import type { Ledger } from './ledger.ts'
import { listBehind } from './list-behind.ts'
import { listLineRows } from './queries-lines.ts'
import { readParts } from './read-parts.ts'
import { readPublication } from './read-publication.ts'
import type { AnnualReport } from './report.ts'

/** A report as it would be filed now: its cells, the file that it would be, and what in it cannot be true. */
export interface Made {
  form: AnnualForm
  scope: Scope
  lines: LinesByRow
  cells: readonly FilledCell[]
  /** The records behind every counted cell that is no total, by its address; undefined where they were not asked for. */
  behind?: ReadonlyMap<string, readonly number[]> | undefined
  report: AnnualReport
  breaches: readonly Breach[]
  /** The units below whose own filings a report with all below adds up; undefined where it is of one unit alone. */
  filedBelow?: readonly Unit[] | undefined
  /** The day that closes the year it reports on. */
  until: Day
}

/** How the national form calls a unit of the tree: governments of cities and counties, towns, and everything else. */
export function kindOfUnit({ kind }: Pick<Unit, 'kind'>): UnitKind {
  if (kind === 'city' || kind === 'county' || kind === 'province') return 'government'
  return kind === 'town' ? 'town' : 'department'
}

/** What a report is made of. `withRecords`: the records behind its numbers are listed, and the numbers are as long as their lists. */
export type AskedReport = Pick<MadeReport, 'period' | 'withBelow' | 'texts' | 'notes' | 'documentId'> & { withRecords?: true }

/** Makes the annual report of a unit from the records as they are up to `cutOff`. Undefined for a year before the first form. */
export async function makeReport(site: Site, unit: Unit, asked: AskedReport, cutOff: Day): Promise<Made | undefined> {
  const db = site.database.read
  const period = periodFrom(asked.period)
  const form = period && formOfYear(annualForms, Number(period.code))
  if (period === undefined || form === undefined) return undefined
  const units = await listUnits(db)
  const scope = scopeOf({ units, unit, isAlone: !asked.withBelow, period, cutOff })
  const lines = await listLineRows(db)
  const behind = asked.withRecords === true ? await listBehind(db, form, scope, lines) : undefined
  const cells = await fillReport(db, form, scope, lines, behind)
  const below = asked.withBelow ? await readParts(db, units, unit, { form, scope, lines, period: period.code }) : undefined
  const before = await lastFiled(site, unit.id, String(Number(period.code) - 1))
  const report: AnnualReport = {
    ...{ format: 'gongkai-annual-report/1', edition: form.id, year: Number(period.code) },
    unit: { code: unit.code, name: unit.nameZh, kind: kindOfUnit(unit) },
    cells: Object.fromEntries(cells.map(({ cell, value }) => [cell.address, value])),
    ...(before === undefined ? {} : { previous: { year: before.content.year, cells: before.content.cells } }),
    ...(below === undefined || below.parts.length === 0 ? {} : { parts: below.parts }),
    text: Object.fromEntries(Object.entries(asked.texts).filter(([numeral, text]) => !numeral.includes('/') && text !== '')),
    notes: Object.fromEntries(Object.entries(asked.notes).filter(([, text]) => text.trim() !== '')),
  }
  const checked = { ...report, ...(await readPublication(db, asked.documentId)), text: bySection(asked.texts) }
  const breaches = breachesIn(form, checked, await readLedger(db, form, scope))
  return { form, scope, lines, cells, behind, report, breaches, until: period.until, filedBelow: below?.filed }
}

/** What people wrote in both languages, by the numeral of the section: what is checked is more than the file says. */
function bySection(texts: MadeReport['texts']): Record<string, string> {
  const written: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    const numeral = key.replace(/\/en$/, '')
    written[numeral] = [written[numeral] ?? '', text].filter((one) => one !== '').join('\n')
  }
  return written
}

async function readLedger(db: Db, form: AnnualForm, scope: Scope): Promise<Ledger> {
  const outcomeForm = form.tables.some(({ code }) => code === 't2') ? outcomes.forms.find(({ id }) => id === form.id) : undefined
  return {
    feeNotices: await countNotices(db, scope, 'fee-noticed'),
    clarificationNotices: await countNotices(db, scope, 'clarification-asked'),
    ...(outcomeForm === undefined ? { unplaced: 0, twice: 0 } : await readMisplaced(db, scope, outcomeForm)),
  }
}

/** What a unit filed last for a period; undefined where it filed nothing. */
export async function lastFiled(site: Site, unitId: number, period: string): Promise<Filing | undefined> {
  const [report] = await listReports(site.database.read, { unitIds: [unitId], kind: 'annual', period })
  return report && (await listFilings(site.database.read, [report.id]))[0]
}
