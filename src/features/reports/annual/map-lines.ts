import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties } from '../../catalogue/index.ts'
import { annualForms } from '../load-annual-forms.ts'
import { rowContent, rowSubject } from '../subject.ts'
import { rowsOf, type Row } from './form.ts'
import { ownRow, saveLineRow } from './queries-lines.ts'

export type MapRefusal = 'row-unknown' | 'line-unknown'

/** The rows of table 1 that are counted from documents, each once; what is bought and charged stands in no document of its own. */
export function rowsToMap(): Row[] {
  const rows = annualForms.flatMap((form) => rowsOf(form, 't1')).filter(({ counts }) => counts?.of === 'documents')
  return rows.filter((row, at) => rows.findIndex((one) => one.code === row.code) === at)
}

/** Lays down which lines of the catalogue count in a row of table 1, or are the report's own. */
export async function mapLines(
  site: Site,
  personId: number,
  row: string,
  dutyIds: readonly number[],
): Promise<Outcome<readonly number[], MapRefusal>> {
  return site.database.transaction(async (db) => {
    const refusals: MapRefusal[] = []
    if (row !== ownRow && !rowsToMap().some(({ code }) => code === row)) refusals.push('row-unknown')
    const known = new Set((await listDuties(db)).map(({ id }) => id))
    if (dutyIds.some((id) => !known.has(id))) refusals.push('line-unknown')
    if (refusals.length > 0) return refused(...refusals)
    const ids = [...new Set(dutyIds)].sort((one, other) => one - other)
    await saveLineRow(db, row, ids)
    await record(db, {
      ...{ at: site.now(), actor: `person:${personId}`, act: 'reports.map', subject: rowSubject(row), content: rowContent(row, ids) },
    })
    return done(ids)
  })
}
