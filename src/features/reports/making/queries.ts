import { sql } from 'kysely'
import { asDay } from '../../../kernel/day.ts'
import { using, type Db } from '../../../platform/database/index.ts'
import type { AnnualReport } from '../annual/report.ts'
import type { Tables } from '../tables.gen.ts'
import type { Filing, Judgement, MadeReport, ReportKind } from './made.ts'

interface ReportRow {
  id: number
  unit_id: number
  kind: ReportKind
  period: string
  with_below: boolean
  texts: Record<string, string>
  notes: Record<string, string>
  document_id: number | null
  begun_by: number
  begun_at: Date
  version: number
}

interface FilingRow<Content> {
  id: number
  report_id: number
  serial: number
  cut_off: string
  filed_by: number
  filed_at: Date
  content: Content
  texts: Record<string, string>
  facts: Filing['facts']
  lines: Filing['lines']
  document_version: number | null
  fingerprint: string
}

/** An annual report by its id; undefined when there is none. */
export async function findReport(db: Db, id: number): Promise<MadeReport | undefined> {
  const { rows } =
    await sql<ReportRow>`select * from reports.report where id = ${id} and kind in ('annual', 'quarter', 'half-year')`.execute(
      using<Tables>(db),
    )
  return rows[0] && asReport(rows[0])
}

/** The same, locked for the rest of the transaction. */
export async function lockReport(db: Db, id: number): Promise<MadeReport | undefined> {
  const { rows } =
    await sql<ReportRow>`select * from reports.report where id = ${id} and kind in ('annual', 'quarter', 'half-year') for no key update`.execute(
      using<Tables>(db),
    )
  return rows[0] && asReport(rows[0])
}

/** Reports of some units; of one kind and one period, where they are given. */
export async function listReports(
  db: Db,
  asked: { unitIds?: readonly number[]; kind?: ReportKind; period?: string },
): Promise<MadeReport[]> {
  const { rows } = await sql<ReportRow>`
    select * from reports.report
    where ${asked.unitIds === undefined ? sql`true` : sql`unit_id = any(${asked.unitIds}::bigint[])`}
      and ${asked.kind === undefined ? sql`kind in ('annual', 'quarter', 'half-year')` : sql`kind = ${asked.kind}`}
      and ${asked.period === undefined ? sql`true` : sql`period = ${asked.period}`}
    order by period desc, unit_id, id`.execute(using<Tables>(db))
  return rows.map(asReport)
}

/** Begins a report; undefined when the unit has one of that kind and period. */
export async function insertReport(
  db: Db,
  report: Pick<MadeReport, 'unitId' | 'kind' | 'period' | 'withBelow' | 'begunBy' | 'begunAt'>,
): Promise<MadeReport | undefined> {
  const { rows } = await sql<ReportRow>`
    insert into reports.report (unit_id, kind, period, with_below, begun_by, begun_at)
    values (${report.unitId}, ${report.kind}, ${report.period}, ${report.withBelow}, ${report.begunBy}, ${report.begunAt})
    on conflict (unit_id, kind, period) do nothing returning *`.execute(using<Tables>(db))
  return rows[0] && asReport(rows[0])
}

/** Saves what people wrote, whose numbers it says, and the publication; the version goes up by one. */
export async function saveReport(db: Db, { id, texts, notes, withBelow, documentId }: MadeReport): Promise<MadeReport> {
  const { rows } = await sql<ReportRow>`
    update reports.report set texts = ${JSON.stringify(texts)}::jsonb, notes = ${JSON.stringify(notes)}::jsonb,
      with_below = ${withBelow}, document_id = ${documentId ?? null}, version = version + 1 where id = ${id} returning *`.execute(
    using<Tables>(db),
  )
  const [row] = rows
  if (row === undefined) throw new Error(`report ${id} is not there`)
  return asReport(row)
}

/** The filings of some reports, the last one first; whoever asks knows of which kind the reports are. */
export async function listFilings<Content = AnnualReport>(db: Db, reportIds: readonly number[]): Promise<Filing<Content>[]> {
  const { rows } = await sql<FilingRow<Content>>`
    select * from reports.filing where report_id = any(${reportIds}::bigint[]) order by report_id, serial desc`.execute(using<Tables>(db))
  return rows.map(asFiling)
}

/** Every filing there is, for the record. */
export async function listFilingIds(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from reports.filing order by id`.execute(using<Tables>(db))
  return rows.map((row) => Number(row.id))
}

/** A filing by its id; undefined when there is none. */
export async function findFiling(db: Db, id: number): Promise<Filing<unknown> | undefined> {
  const { rows } = await sql<FilingRow<unknown>>`select * from reports.filing where id = ${id}`.execute(using<Tables>(db))
  return rows[0] && asFiling(rows[0])
}

export async function insertFiling<Content>(db: Db, filing: Omit<Filing<Content>, 'id'>): Promise<Filing<Content>> {
  const { reportId, serial, cutOff, filedBy, filedAt, content, texts, facts, lines, documentVersion, fingerprint } = filing
  const { rows } = await sql<FilingRow<Content>>`
    insert into reports.filing (report_id, serial, cut_off, filed_by, filed_at, content, texts, facts, lines, document_version, fingerprint)
    values (${reportId}, ${serial}, ${cutOff}::date, ${filedBy}, ${filedAt}, ${JSON.stringify(content)}::jsonb,
      ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(facts)}::jsonb, ${JSON.stringify(lines)}::jsonb, ${documentVersion ?? null}, ${fingerprint})
    returning *`.execute(using<Tables>(db))
  const [row] = rows
  if (row === undefined) throw new Error('a filing was not inserted')
  return asFiling(row)
}

/** The last thing that was said of each of some filings, by filing. */
export async function listJudgements(db: Db, filingIds: readonly number[]): Promise<Map<number, Judgement>> {
  const { rows } = await sql<{
    id: number
    filing_id: number
    verdict: Judgement['verdict']
    remark: string
    by_id: number
    office_id: number
    at: Date
  }>`
    select distinct on (filing_id) * from reports.judgement where filing_id = any(${filingIds}::bigint[])
    order by filing_id, id desc`.execute(using<Tables>(db))
  return new Map(
    rows.map(({ id, filing_id, verdict, remark, by_id, office_id, at }) => [
      Number(filing_id),
      { id: Number(id), filingId: Number(filing_id), verdict, remark, by: Number(by_id), officeId: Number(office_id), at },
    ]),
  )
}

export async function insertJudgement(db: Db, { filingId, verdict, remark, by, officeId, at }: Omit<Judgement, 'id'>): Promise<void> {
  await sql`insert into reports.judgement (filing_id, verdict, remark, by_id, office_id, at)
    values (${filingId}, ${verdict}, ${remark}, ${by}, ${officeId}, ${at})`.execute(using<Tables>(db))
}

function asReport(row: ReportRow): MadeReport {
  return {
    ...{ id: Number(row.id), unitId: Number(row.unit_id), kind: row.kind, period: row.period, withBelow: row.with_below },
    ...{ texts: row.texts, notes: row.notes, documentId: row.document_id === null ? undefined : Number(row.document_id) },
    ...{ begunBy: Number(row.begun_by), begunAt: row.begun_at, version: Number(row.version) },
  }
}

function asFiling<Content>(row: FilingRow<Content>): Filing<Content> {
  return {
    ...{ id: Number(row.id), reportId: Number(row.report_id), serial: Number(row.serial), cutOff: asDay(row.cut_off) },
    ...{ filedBy: Number(row.filed_by), filedAt: row.filed_at, content: row.content },
    ...{
      texts: row.texts,
      facts: row.facts,
      lines: row.lines,
      documentVersion: row.document_version ?? undefined,
      fingerprint: row.fingerprint,
    },
  }
}
