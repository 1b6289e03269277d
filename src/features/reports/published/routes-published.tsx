import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { href, nameIn } from '../../../ui/reader.ts'
import { listUnits } from '../../organisations/index.ts'
import { findSource } from '../annual/find-source.ts'
import { cellsOf } from '../annual/form.ts'
import { reportSchema } from '../annual/report-file.ts'
import { sourceOfCell } from '../annual/source-of-cell.ts'
import { fileOfReport, paperKinds, type PaperKind } from '../making/file-of-report.ts'
import { askedAfter } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { marksOf } from '../figures/mark.ts'
import { readChanged } from '../making/read-changed.ts'
import { cellName } from '../pages/cell-words.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { PublishedListPage } from '../pages/published-list-page.tsx'
import { driftPath, PublishedCellPage, PublishedPage, reportPath } from '../pages/published-pages.tsx'
import { openContent } from './open-content.ts'
import { listFrozen } from './list-frozen.ts'
import { findPublishedReport, findPublishedText, listPublishedTexts, readPublishedDrift, type PublishedView } from './read-published.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Annual reports in public: frozen, with what changed since, and every number open. */
export const publishedRoutes: readonly Route[] = [
  { ...open, path: '/reports', answer: showList },
  { ...open, path: '/reports/annual-report.schema.json', answer: async () => ({ json: reportSchema() }) },
  { ...open, path: '/reports/annual/:year', answer: showReport },
  { ...open, path: '/reports/annual/:year/cell', answer: showCell },
  { ...open, path: '/reports/annual/:year/drift', answer: showDrift },
  { ...open, path: '/reports/annual/:year/report.json', answer: giveJson },
  ...paperKinds.map((kind): Route => ({ ...open, path: `/reports/annual/:year/report.${kind}`, answer: (ask) => givePaper(ask, kind) })),
]

async function showList(ask: Ask): Promise<Answer> {
  return { page: <PublishedListPage reader={ask.reader} reports={await listPublishedTexts(ask.site)} /> }
}

/** The report as it was filed; where the hands of the chain changed its text, the signed text instead. */
async function showReport(ask: Ask): Promise<Answer> {
  const text = await findPublishedText(ask.site, ask.params['year'] ?? '', ask.query['unit'])
  if (text.filing === undefined) return { redirect: href(ask.reader, `/documents/${text.document.indexNumber}`) }
  const view = await askedReport(ask)
  return { page: <PublishedPage reader={ask.reader} view={view} drift={await readPublishedDrift(ask.site, view)} /> }
}

async function showCell(ask: Ask): Promise<Answer> {
  const view = await askedReport(ask)
  const cell = view.cells.get(ask.query['cell'] ?? '')
  if (cell === undefined) throw new NotFound(`cell ${ask.query['cell']}`)
  const place = cellsOf(view.form).find(({ address }) => address === cell.cell)
  const source = place && findSource(place, view.lines)
  // Of cases nothing is listed here: the report is that of one unit, and a month would tell more than the form does.
  const after = askedAfter(ask)
  const db = ask.site.database.read
  const isListed = source?.kind === 'document' && cell.ids !== undefined
  const records = isListed ? await listFrozen(db, source, view.scope, { ids: cell.ids ?? [], after, limit: lengthOf(ask) }) : undefined
  const units = await listUnits(db)
  if (isTakenAway(ask) && records !== undefined)
    return takeAway(ask, { facts: records.facts, next: records.next, units, place: 'public', isCase: false })
  return { page: <PublishedCellPage {...{ reader: ask.reader, view, cell, records, after, units }} /> }
}

/** What changed behind one cell since; of cases nothing is listed here either. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const view = await askedReport(ask)
  const [cell, after, db] = [ask.query['cell'] ?? '', askedAfter(ask), site.database.read]
  const found = sourceOfCell(view, cell)
  const source = found?.facts.kind === 'document' ? found : undefined
  const number = await readChanged(db, { filingId: view.filing.id, cell, drift: await readPublishedDrift(site, view), source, after })
  const title = reader.t('reports.annual.title', { unit: nameIn(reader, view.unit), year: view.report.period })
  const names = { title, back: reportPath(view.report.period, view.unit.code), name: cellName(reader, view.form, cell) }
  return {
    page: <DriftPage {...{ reader, place: 'public', ...names, number, after }} path={driftPath(view, cell)} units={await listUnits(db)} />,
  }
}

async function giveJson(ask: Ask): Promise<Answer> {
  return { json: await openContent(ask.site, await askedReport(ask)) }
}

/** The filing as it was frozen, to print or to reckon with. */
async function givePaper(ask: Ask, kind: PaperKind): Promise<Answer> {
  const { form, filing, cells, facts, report, unit } = await askedReport(ask)
  const told = { cells: filing.content.cells, marks: marksOf(cells), texts: filing.texts, notes: filing.content.notes ?? {} }
  const frozen = { ...told, form, facts, unit, period: report.period }
  return fileOfReport(ask.reader, kind, { ...frozen, cutOff: filing.cutOff, fingerprint: filing.fingerprint })
}

/** The report that an address names. Throws NotFound. */
async function askedReport(ask: Ask): Promise<PublishedView> {
  return findPublishedReport(ask.site, ask.params['year'] ?? '', ask.query['unit'])
}
