import type { Entry } from './entered/entry.ts'
import type { MadeReport } from './making/made.ts'
import type { Summary } from './summaries/summary.ts'

/** How the record names a number that was entered by hand, and what it fingerprints of it. */
export const entrySubject = (id: number): string => `reports.entered:${id}`

export function entryContent({ enteredAt, struckBy, struckAt, ...entry }: Entry): Record<string, unknown> {
  return { ...entry, enteredAt: enteredAt.toISOString(), struckBy: struckBy ?? null, struckAt: struckAt?.toISOString() ?? null }
}

/** How the record names a report in the making, and what it fingerprints of it: all but the number of the edit. */
export const reportSubject = (id: number): string => `reports.report:${id}`

export function reportContent({ version: _version, begunAt, documentId, ...report }: MadeReport): Record<string, unknown> {
  return { ...report, begunAt: begunAt.toISOString(), documentId: documentId ?? null }
}

/** What the record fingerprints of a work summary; it is named as every report. */
export function summaryContent({ version: _version, begunAt, documentId, ...summary }: Summary): Record<string, unknown> {
  return { kind: 'summary', ...summary, begunAt: begunAt.toISOString(), documentId: documentId ?? null }
}

/** How the record names a filing. */
export const filingSubject = (id: number): string => `reports.filing:${id}`

/** How the record names a row of table 1, and the lines that count in it. */
export const rowSubject = (row: string): string => `reports.row:${row}`

export function rowContent(row: string, dutyIds: readonly number[]): Record<string, unknown> {
  return { row, dutyIds: [...dutyIds] }
}
