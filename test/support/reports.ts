import { sql } from 'kysely'
import { enterFigure } from '../../src/features/reports/entered/enter-figure.ts'
import { periodFrom } from '../../src/features/reports/figures/period.ts'
import { beginReport } from '../../src/features/reports/making/begin-report.ts'
import type { MadeReport } from '../../src/features/reports/making/made.ts'
import { findReport } from '../../src/features/reports/making/queries.ts'
import { readMade } from '../../src/features/reports/making/read-made.ts'
import { saveTexts } from '../../src/features/reports/making/save-texts.ts'
import { using, type Db } from '../../src/platform/database/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { must, type Cast } from './given.ts'

interface Town {
  site: Site
  cast: Pick<Cast, 'writer'>
}

/** What people say of problems in reports of tests. */
export const problems = { 五: '公开的时效还不够强。下一步逐项核对期限。', '五/en': 'Publication is not always prompt.' }

/** An annual report that was begun; that of a city holds all below it. */
export async function givenReport({ site, cast }: Town, unit: { id: number; kind: string }, period = '2026'): Promise<MadeReport> {
  return must(await beginReport(site, cast.writer, { unitId: unit.id, period, withBelow: unit.kind === 'city' }))
}

/** The same as it is now. */
export async function reportNow({ site }: Pick<Town, 'site'>, { id }: { id: number }): Promise<MadeReport> {
  const report = await findReport(site.database.read, id)
  if (report === undefined) throw new Error(`report ${id}`)
  return report
}

/** Enters a number by hand in a cell of a report. */
export function enterCell({ site, cast }: Town, { unitId, period }: MadeReport, figure: string, value: string) {
  const entry = { unitId, figure, span: periodFrom(period), value, isAtLeast: figure.endsWith('amount'), decimals: 4, evidence: '财务报表' }
  return enterFigure(site, cast.writer, entry)
}

/** What no record shows is entered, the section on problems is written: now it can be filed. */
export async function writeReport(town: Town, report: MadeReport): Promise<MadeReport> {
  const { made } = await readMade(town.site, report)
  for (const { cell } of made.cells.filter(({ origin }) => origin === 'none')) must(await enterCell(town, report, cell.address, '7.5'))
  const { version } = await reportNow(town, report)
  return must(await saveTexts(town.site, town.cast.writer, report.id, { version, texts: problems, notes: {} }))
}

/** Everything that was frozen, as the database keeps it. */
export async function frozenRows(db: Db, filingId: number): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select f::text as row from reports.filing f where id = ${filingId}
    union all (select c::text from reports.filing_cell c where filing_id = ${filingId} order by cell)`.execute(using(db))
  return rows.map(({ row }) => row)
}
