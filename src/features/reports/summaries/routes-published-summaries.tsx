import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { href, nameIn } from '../../../ui/reader.ts'
import { askedAfter } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { fileOfPaper, textKinds, type TextKind } from '../making/file-of-report.ts'
import { readChanged } from '../making/read-changed.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { figureCellName } from '../pages/figure-words.ts'
import {
  FrozenNumberPage,
  numberDriftPath,
  PublishedSummariesPage,
  PublishedSummaryPage,
  summaryPath,
} from '../pages/published-summary-pages.tsx'
import { layOutSummary } from './lay-out-summary.ts'
import { sourceOfNumber } from './make-summary.ts'
import {
  findPublishedSummary,
  isAsFiled,
  isOfCases,
  listPublishedSummaries,
  questionOf,
  readFrozen,
  readPublishedDrift,
  type PublishedSummary,
} from './read-published-summaries.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Work summaries in public: frozen, with what changed since, and every number open. */
export const publishedSummaryRoutes: readonly Route[] = [
  { ...open, path: '/reports/summaries', answer: showList },
  { ...open, path: '/reports/summaries/:year', answer: showSummary },
  { ...open, path: '/reports/summaries/:year/figure', answer: showNumber },
  { ...open, path: '/reports/summaries/:year/drift', answer: showDrift },
  ...textKinds.map((kind): Route => ({ ...open, path: `/reports/summaries/:year/summary.${kind}`, answer: (ask) => givePaper(ask, kind) })),
]

async function showList({ site, reader }: Ask): Promise<Answer> {
  return { page: <PublishedSummariesPage reader={reader} summaries={await listPublishedSummaries(site)} /> }
}

/** The summary as it was filed; where the hands of the chain changed its text, the signed text instead. */
async function showSummary(ask: Ask): Promise<Answer> {
  const text = await findPublishedSummary(ask.site, ask.params['year'] ?? '', ask.query['unit'])
  if (!isAsFiled(text)) return { redirect: href(ask.reader, `/documents/${text.document.indexNumber}`) }
  return { page: <PublishedSummaryPage reader={ask.reader} published={text} drift={await readPublishedDrift(ask.site, text)} /> }
}

async function showNumber(ask: Ask): Promise<Answer> {
  const published = await askedSummary(ask)
  const after = askedAfter(ask)
  const number = await readFrozen(ask.site, published, ask.query['figure'] ?? '', { after, limit: lengthOf(ask) })
  if (number === undefined) throw new NotFound(`figure ${ask.query['figure']}`)
  const { records, units } = number
  if (isTakenAway(ask) && records !== undefined)
    return takeAway(ask, { facts: records.facts, next: records.next, units, place: 'public', isCase: false })
  return { page: <FrozenNumberPage {...{ reader: ask.reader, published, number, after }} /> }
}

/** What changed behind one number since; of cases nothing is listed here either. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { reader, site } = ask
  const published = await askedSummary(ask)
  const { unit, year, filing } = published
  const [cell, after] = [ask.query['cell'] ?? '', askedAfter(ask)]
  const question = await questionOf(site, published)
  const found = question && sourceOfNumber(cell, question)
  const source = found === undefined || isOfCases(found.facts) ? undefined : found
  const drift = await readPublishedDrift(site, published)
  const number = await readChanged(site.database.read, { filingId: filing.id, cell, drift, source, after })
  const title = reader.t('summary.title', { unit: nameIn(reader, unit), year })
  const names = { title, back: summaryPath(year, unit.code), name: figureCellName(reader, cell), path: numberDriftPath(published, cell) }
  return { page: <DriftPage {...{ reader, place: 'public', ...names, number, after }} units={question?.units ?? []} /> }
}

/** The filing as it was frozen, to print. */
async function givePaper(ask: Ask, kind: TextKind): Promise<Answer> {
  const { filing } = await askedSummary(ask)
  return fileOfPaper(kind, layOutSummary(ask.reader, filing.content, filing))
}

/** The summary that an address names, as it was filed. Throws NotFound. */
async function askedSummary(ask: Ask): Promise<PublishedSummary> {
  const text = await findPublishedSummary(ask.site, ask.params['year'] ?? '', ask.query['unit'])
  if (!isAsFiled(text)) throw new NotFound(`filing of the work summary ${text.year}`)
  return text
}
