import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { findDocument, pseudonymOf, type Officer } from '../../publishing/index.ts'
import { makeFingerprint } from '../figures/make-fingerprint.ts'
import { workSummary } from '../load-work-summary.ts'
import { freezeFiling } from '../making/freeze-filing.ts'
import { handText, reportText, type TextRefusal } from '../making/hand-text.ts'
import type { Filing } from '../making/made.ts'
import { goesOn } from '../making/publication-of.ts'
import { listFilings } from '../making/queries.ts'
import { type FiledCell } from '../making/queries-cells.ts'
import { filingContent } from '../making/tell-filing.ts'
import { filingSubject, reportSubject, summaryContent } from '../subject.ts'
import { idsBehind, makeSummary, type MadeSummary } from './make-summary.ts'
import { lockSummary, saveSummary } from './queries.ts'
import { summaryAsText } from './say-summary.ts'
import { cellOf, fileRefusals, numbersOf, withNumbers, type SummaryContent, type SummaryFileRefusal } from './summary.ts'

/**
 * Files a work summary: freezes its numbers with the records behind each, and hands its text to publishing as a draft, where it goes
 * through the same hands as everything else. Filed again, it is another filing; the earlier one stays.
 */
export async function fileSummary(
  site: Site,
  officer: Officer,
  id: number,
  version: number,
): Promise<Outcome<Filing<SummaryContent> & { documentId: number }, SummaryFileRefusal | TextRefusal>> {
  return site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const summary = await lockSummary(db, id)
    const unit = summary && (await findUnit(db, summary.unitId))
    const made = summary && unit && (await makeSummary(joined, unit, summary, site.today()))
    if (summary === undefined || unit === undefined || made === undefined) throw new NotFound(reportSubject(id))
    const document = summary.documentId === undefined ? undefined : await findDocument(db, summary.documentId)
    const { headings } = workSummary
    const isReleased = goesOn(document)?.stage === 'released'
    const refusals = fileRefusals(summary, { version, headings, proposed: made.proposed, isReleased })
    if (refusals.length > 0) return refused<SummaryFileRefusal | TextRefusal>(...refusals)
    const serial = ((await listFilings(db, [id]))[0]?.serial ?? 0) + 1
    // Asked first: the draft that is handed over is a record of the unit as well, and no part of what the summary tells.
    const cells = await cellsBehind(joined, made)
    const content = withNumbers(made.content, new Map(cells.map(({ cell, value }) => [cell, value])))
    const text = reportText(site, {
      ...{ title: site.words.zh('summary.title', { unit: unit.nameZh, year: summary.period }), genre: 'report' },
      body: summaryAsText(site.words, content),
    })
    const handed = await handText(joined, officer, { unit, content: text, document, formKey: `${reportSubject(id)}:${serial}`, line: {} })
    if (!handed.ok) return handed
    const { id: documentId, currentVersion: documentVersion } = handed.value
    const kept = { reportId: id, serial, cells, content, texts: textsOf(content), documentVersion }
    const filing = await freezeFiling(joined, db, officer.personId, kept)
    const saved = await saveSummary(db, { ...summary, documentId })
    const by = { at: site.now(), actor: pseudonymOf(officer), unitId: unit.id }
    await record(db, { ...by, act: 'reports.file-summary', subject: filingSubject(filing.id), content: await filingContent(db, filing) })
    await record(db, { ...by, act: 'reports.hand-summary', subject: reportSubject(id), content: summaryContent(saved) })
    return done({ ...filing, documentId })
  })
}

/** Every number of a summary once, with the ids of the records behind it: a counted one is as long as their list. */
async function cellsBehind(site: Site, { content, question }: MadeSummary): Promise<FiledCell[]> {
  const cells = new Map<string, FiledCell>()
  for (const number of numbersOf(content)) {
    const cell = cellOf(number)
    if (cells.has(cell)) continue
    const behind = await idsBehind(site, number, question)
    const fingerprint = behind === undefined ? '' : makeFingerprint({ asked: cell, ...behind }, behind.ids)
    const origin = number.isByHand === true ? 'by-hand' : behind === undefined ? 'sum' : 'counted'
    const value = behind?.ids.length ?? number.value
    cells.set(cell, { cell, origin, value, isAtLeast: number.isAtLeast === true, ids: behind?.ids, fingerprint })
  }
  return [...cells.values()]
}

function textsOf({ headings }: SummaryContent): Record<string, string> {
  return Object.fromEntries(
    headings.flatMap(({ code, textZh, textEn }) => [
      [code, textZh],
      [`${code}/en`, textEn],
    ]),
  )
}
