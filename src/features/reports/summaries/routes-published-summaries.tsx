import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { FrozenNumberPage, PublishedSummariesPage, PublishedSummaryPage } from '../pages/published-summary-pages.tsx'
import { listPublishedSummaries, readFrozen, readPublishedDrift, type PublishedSummary } from './read-published-summaries.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Work summaries in public: frozen, with what changed since, and every number open. */
export const publishedSummaryRoutes: readonly Route[] = [
  { ...open, path: '/reports/summaries', answer: showList },
  { ...open, path: '/reports/summaries/:year', answer: showSummary },
  { ...open, path: '/reports/summaries/:year/figure', answer: showNumber },
]

async function showList({ site, reader }: Ask): Promise<Answer> {
  return { page: <PublishedSummariesPage reader={reader} summaries={await listPublishedSummaries(site)} /> }
}

async function showSummary(ask: Ask): Promise<Answer> {
  const published = await askedSummary(ask)
  const drift = await readPublishedDrift(ask.site, published)
  return { page: <PublishedSummaryPage {...{ reader: ask.reader, published, drift }} /> }
}

async function showNumber(ask: Ask): Promise<Answer> {
  const published = await askedSummary(ask)
  const number = await readFrozen(ask.site, published, ask.query['figure'] ?? '')
  if (number === undefined) throw new NotFound(`figure ${ask.query['figure']}`)
  return { page: <FrozenNumberPage {...{ reader: ask.reader, published, number }} /> }
}

/** The summary of a year: that of `?unit=`, else of the highest unit that published one. Throws NotFound. */
async function askedSummary(ask: Ask): Promise<PublishedSummary> {
  const year = ask.params['year'] ?? ''
  const published = /^\d{4}$/.test(year) ? await listPublishedSummaries(ask.site, year) : []
  const code = ask.query['unit'] ?? ''
  const one = code === '' ? published[0] : published.find(({ unit }) => unit.code === code)
  if (one === undefined) throw new NotFound(`work summary ${year} ${code}`)
  return one
}
