import type { Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties } from '../../catalogue/index.ts'
import { findKeeper, type Unit } from '../../organisations/index.ts'
import type { Content, Officer, StoredDocument } from '../../publishing/index.ts'
import { composeNotes } from '../annual/compose-notes.ts'
import { composeEnglish, composeText } from '../annual/compose-text.ts'
import type { Made } from '../annual/make-report.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { ownRow } from '../annual/queries-lines.ts'
import { findOwnLine, handText, reportText, type OwnLine, type TextRefusal } from './hand-text.ts'
import type { MadeReport } from './made.ts'
import { marksIn } from './read-facts.ts'

/** What is handed over: the report with its numbers, and the publication that it has already, if any. */
export interface HandedReport {
  report: MadeReport
  unit: Unit
  made: Made
  facts: ReadonlyMap<string, readonly FactSentence[]>
  document: StoredDocument | undefined
  /** Which filing it is. */
  serial: number
}

/**
 * Hands a report to publishing as a draft under the unit's own duty to publish it; in the name of whoever answers for a unit that ended,
 * and then under no duty, for that of the other unit is for its own report. Call it in a transaction that a refusal undoes.
 */
export async function handToPublishing(site: Site, officer: Officer, handed: HandedReport): Promise<Outcome<StoredDocument, TextRefusal>> {
  const { report, unit, made, document, serial } = handed
  const keeper = await findKeeper(site.database.read, unit, site.today())
  return handText(site, officer, {
    ...{ unit: keeper, document, content: contentOf(site, handed), formKey: `reports.report:${report.id}:${serial}` },
    line: keeper.id === unit.id ? await findReportLine(site, unit, made) : {},
  })
}

function contentOf(site: Site, { report, unit, made, facts }: HandedReport): Content {
  const title = site.words.zh('reports.annual.title', { unit: unit.nameZh, year: report.period })
  const composed = { form: made.form, cells: made.report.cells, marks: marksIn(made), facts, texts: report.texts }
  const parts = [composeText(site.words.zh, 'zh', composed), composeNotes(site.words.zh, report.notes), composeEnglish(composed)]
  const body = parts.filter((text) => text !== '').join('\n\n')
  return reportText(site, { title, body, genre: 'report' })
}

/** The task of the unit to publish this report, due in the year after, of a line that the office set apart for it; or that line alone. */
async function findReportLine(site: Site, unit: Unit, { lines, report }: Made): Promise<OwnLine> {
  const set = lines.get(ownRow) ?? []
  const own = (await listDuties(site.database.read)).filter(({ id, unitIds }) => set.includes(id) && unitIds.includes(unit.id))
  const year = String(report.year + 1)
  return findOwnLine(site, unit, own, ({ dueOn }) => dueOn.startsWith(year))
}
