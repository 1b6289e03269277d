import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction, type Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit, type Unit } from '../../organisations/index.ts'
import { createDocument, findDocument, saveDraft, type Content, type Officer, type StoredDocument } from '../../publishing/index.ts'
import { makeFingerprint } from '../figures/make-fingerprint.ts'
import { workSummary } from '../load-work-summary.ts'
import type { HandRefusal } from '../making/hand-to-publishing.ts'
import type { Filing } from '../making/made.ts'
import { freezeFiling } from '../making/freeze-filing.ts'
import { listFilings, type FiledCell } from '../making/queries.ts'
import { filingContent } from '../making/tell-filing.ts'
import { filingSubject, reportSubject, summaryContent } from '../subject.ts'
import { idsBehind, makeSummary, type MadeSummary } from './make-summary.ts'
import { lockSummary, saveSummary } from './queries.ts'
import { summaryAsText } from './say-summary.ts'
import { cellOf, fileRefusals, type Summary, type SummaryContent, type SummaryFileRefusal } from './summary.ts'

/**
 * Files a work summary: freezes its numbers with the records behind each, and hands its text to publishing as a draft, where it goes
 * through the same hands as everything else. Filed again, it is another filing; the earlier one stays.
 */
export async function fileSummary(
  site: Site,
  officer: Officer,
  id: number,
  version: number,
): Promise<Outcome<Filing<SummaryContent> & { documentId: number }, SummaryFileRefusal | HandRefusal>> {
  return site.database.transaction(async (db) => {
    const joined = { ...site, database: joinTransaction(site.database, db) }
    const summary = await lockSummary(db, id)
    const unit = summary && (await findUnit(db, summary.unitId))
    const made = summary && unit && (await makeSummary(joined, unit, summary, site.today()))
    if (summary === undefined || unit === undefined || made === undefined) throw new NotFound(reportSubject(id))
    const document = summary.documentId === undefined ? undefined : await findDocument(db, summary.documentId)
    const { headings } = workSummary
    const isReleased = document?.stage === 'released'
    const refusals = fileRefusals(summary, { version, headings, proposed: made.proposed, isReleased })
    if (refusals.length > 0) return refused<SummaryFileRefusal | HandRefusal>(...refusals)
    // Frozen first: the draft that is handed over is a record of the unit as well, and no part of what the summary tells.
    const serial = ((await listFilings(db, [id]))[0]?.serial ?? 0) + 1
    const filing = await freeze(joined, db, officer.personId, id, made, serial)
    const handed = await hand(joined, officer, summary, unit, made, document)
    if (!handed.ok) return handed
    const saved = await saveSummary(db, { ...summary, documentId: handed.value })
    const by = { at: site.now(), actor: `person:${officer.personId}`, unitId: unit.id }
    await record(db, { ...by, act: 'reports.file-summary', subject: filingSubject(filing.id), content: await filingContent(db, filing) })
    await record(db, { ...by, act: 'reports.hand-summary', subject: reportSubject(id), content: summaryContent(saved) })
    return done({ ...filing, documentId: handed.value })
  })
}

/** Hands the text to publishing: as a new draft, or as a new text of the one that is under way. Answers the document's id. */
async function hand(
  site: Site,
  officer: Officer,
  summary: Summary,
  unit: Unit,
  { content: told }: MadeSummary,
  document: StoredDocument | undefined,
): Promise<Outcome<number, HandRefusal>> {
  const content: Content = {
    ...{ attribute: 'proactive', ground: '', groundReason: '', audience: 'society', language: 'zh', summary: '' },
    title: site.words.zh('summary.title', { unit: unit.nameZh, year: summary.period }),
    body: summaryAsText(site.words.zh, 'zh', told),
    ...{ documentNumber: '', subject: '2', genre: 'report', served: 'citizens', keywords: [], formedOn: site.today() },
  }
  if (document !== undefined) {
    const saved = await saveDraft(site, officer, document.id, document.currentVersion, content)
    return saved.ok ? done(saved.value.id) : refused('saved-meanwhile')
  }
  const created = await createDocument(site, officer, { unitId: unit.id, content, formKey: reportSubject(summary.id) })
  if (created.ok) return done(created.value.id)
  return refused(created.refusals.includes('unit-gone') ? 'unit-gone' : 'text-too-long')
}

async function freeze(
  site: Site,
  db: Db,
  personId: number,
  reportId: number,
  { content, question }: MadeSummary,
  serial: number,
): Promise<Filing<SummaryContent>> {
  const cells = new Map<string, FiledCell>()
  for (const number of content.headings.flatMap(({ facts, problems }) => [...facts, ...problems].flatMap(({ numbers }) => numbers))) {
    const cell = cellOf(number)
    if (cells.has(cell)) continue
    const behind = await idsBehind(site, number, question)
    const fingerprint = behind === undefined ? '' : makeFingerprint(cell, behind.scope, behind.ids)
    const origin = number.isByHand === true ? 'by-hand' : behind === undefined ? 'sum' : 'counted'
    cells.set(cell, { cell, origin, value: number.value, isAtLeast: false, ids: behind?.ids, fingerprint })
  }
  const texts = Object.fromEntries(
    content.headings.flatMap(({ code, textZh, textEn }) => [
      [code, textZh],
      [`${code}/en`, textEn],
    ]),
  )
  return freezeFiling(site, db, personId, { reportId, serial, cells: [...cells.values()], content, texts })
}
