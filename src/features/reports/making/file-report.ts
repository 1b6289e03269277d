import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction, type Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { findDocument, pseudonymOf, type Officer } from '../../publishing/index.ts'
import { judgementSection } from '../annual/form.ts'
import { findSource } from '../annual/find-source.ts'
import { makeReport, type Made } from '../annual/make-report.ts'
import { makeFingerprint } from '../figures/make-fingerprint.ts'
import { filingSubject, reportContent, reportSubject } from '../subject.ts'
import type { FactSentence } from '../annual/sentence.ts'
import { readFacts } from './read-facts.ts'
import { originOf } from './cell.ts'
import type { TextRefusal } from './hand-text.ts'
import { handToPublishing } from './hand-to-publishing.ts'
import { fileRefusals, stateOf, type FileRefusal, type Filing, type MadeReport } from './made.ts'
import { freezeFiling } from './freeze-filing.ts'
import { markNumbers } from './mark-numbers.ts'
import { goesOn, publicationOf } from './publication-of.ts'
import { filingContent } from './tell-filing.ts'
import { listFilings, listJudgements, lockReport, saveReport } from './queries.ts'
import { type FiledCell } from './queries-cells.ts'

/**
 * Files an annual report: freezes its numbers with the records behind each, and hands its text to publishing as a draft under the unit's
 * own duty, where it goes through the same hands as everything else. Filed again, it is another filing; the earlier one stays.
 * `numbers` marks the numbers by hand that were seen; not asked where undefined.
 */
export async function fileReport(
  site: Site,
  officer: Officer,
  id: number,
  version: number,
  numbers?: string,
): Promise<Outcome<Filing & { documentId: number }, FileRefusal | TextRefusal>> {
  return site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const report = await lockReport(db, id)
    const unit = report && (await findUnit(db, report.unitId))
    const made = report && unit && (await makeReport(joined, unit, { ...report, withRecords: true }, site.today()))
    if (report === undefined || unit === undefined || made === undefined) throw new NotFound(reportSubject(id))
    const before = (await listFilings(db, [id]))[0]
    const judgement = before && (await listJudgements(db, [before.id])).get(before.id)
    const document = goesOn(report.documentId === undefined ? undefined : await findDocument(db, report.documentId))
    const refusals = fileRefusals(report, {
      ...{ version, judgement: judgementSection(made.form), breaches: made.breaches, until: made.until, today: site.today() },
      ...{ state: stateOf(report, before, judgement), publication: publicationOf(document) },
      hasOtherNumbers: numbers !== undefined && numbers !== markNumbers(made.cells),
    })
    if (refusals.length > 0) return refused<FileRefusal | TextRefusal>(...refusals)
    const serial = (before?.serial ?? 0) + 1
    const facts = await readFacts(joined, report, unit, made)
    const handed = await handToPublishing(joined, officer, { report, unit, made, facts, document, serial })
    if (!handed.ok) return handed
    const { id: documentId, currentVersion: documentVersion } = handed.value
    const filing = await freeze(site, db, officer.personId, { report, made, facts, serial, documentVersion })
    const saved = await saveReport(db, { ...report, documentId })
    const by = { at: site.now(), actor: pseudonymOf(officer), unitId: report.unitId }
    await record(db, { ...by, act: 'reports.file', subject: filingSubject(filing.id), content: await filingContent(db, filing) })
    await record(db, { ...by, act: 'reports.hand', subject: reportSubject(id), content: reportContent(saved) })
    return done({ ...filing, documentId })
  })
}

interface Frozen {
  report: MadeReport
  made: Made
  facts: ReadonlyMap<string, readonly FactSentence[]>
  serial: number
  documentVersion: number
}

async function freeze(site: Site, db: Db, personId: number, frozen: Frozen): Promise<Filing> {
  const { report, made, facts, serial, documentVersion } = frozen
  const cells = made.cells.flatMap((filled): FiledCell[] => {
    const { cell, value, isAtLeast } = filled
    const origin = originOf(filled)
    if (value === null || origin === 'empty') return []
    const { address } = cell
    const [ids, facts] = [made.behind?.get(address), findSource(cell, made.lines)]
    const isCounted = ids !== undefined && facts !== undefined
    const fingerprint = isCounted ? makeFingerprint({ asked: address, facts, scope: made.scope }, ids) : ''
    return [{ cell: address, origin, value, isAtLeast, ids, fingerprint }]
  })
  return freezeFiling(site, db, personId, {
    ...{ reportId: report.id, serial, cells, content: made.report, texts: report.texts, facts: [...facts], documentVersion },
    lines: Object.fromEntries(made.lines),
  })
}
