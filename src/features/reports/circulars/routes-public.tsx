import { NotFound } from '../../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../../platform/http/route.ts'
import { renderMarkdown } from '../../../platform/text/markdown.ts'
import { askedAfter } from '../figures/asked-question.ts'
import { isTakenAway, lengthOf, takeAway } from '../figures/give-records.ts'
import { CellDriftPage, PublicCellPage } from './pages/cell-pages.tsx'
import { PublicCircularPage, PublicCircularsPage } from './pages/public-circulars.tsx'
import { findCircular, listCirculars } from './queries-circulars.ts'
import { readCellChange } from './read-cell-change.ts'
import { listPublicCirculars, readIssueCell, type PublicCircular } from './read-circular.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Circulars in public: all of them, one, and each of its numbers. */
export const publicCircularRoutes: readonly Route[] = [
  { ...open, path: '/reports/circulars', answer: showAll },
  { ...open, path: '/reports/circulars/:id', answer: showOne },
  { ...open, path: '/reports/circulars/:id/cell', answer: showCell },
  { ...open, path: '/reports/circulars/:id/drift', answer: showDrift },
]

async function showAll(ask: Ask): Promise<Answer> {
  const circulars = await listPublicCirculars(ask.site, await listCirculars(ask.site.database.read))
  return { page: <PublicCircularsPage {...{ reader: ask.reader, circulars }} /> }
}

async function askedPublic(ask: Ask): Promise<PublicCircular> {
  const id = ask.params['id'] ?? ''
  const circular = /^\d{1,15}$/.test(id) ? await findCircular(ask.site.database.read, Number(id)) : undefined
  const [published] = circular === undefined ? [] : await listPublicCirculars(ask.site, [circular])
  if (published === undefined) throw new NotFound(`circular ${id}`)
  return published
}

async function showOne(ask: Ask): Promise<Answer> {
  const published = await askedPublic(ask)
  return { page: <PublicCircularPage {...{ reader: ask.reader, published }} html={renderMarkdown(published.body)} /> }
}

async function showCell(ask: Ask): Promise<Answer> {
  const { published, cell } = await askedNumber(ask)
  if (isTakenAway(ask))
    return takeAway(ask, { facts: cell.facts, next: cell.next, units: published.told.units, place: 'public', isCase: false })
  return { page: <PublicCellPage {...{ reader: ask.reader, published, cell }} /> }
}

/** What changed behind one number since the circular was handed over. */
async function showDrift(ask: Ask): Promise<Answer> {
  const { published, cell } = await askedNumber(ask)
  const after = askedAfter(ask)
  const number = await readCellChange(ask.site.database.read, cell, after)
  const { circular, told } = published
  return { page: <CellDriftPage {...{ reader: ask.reader, circular, told, cell, number, after, place: 'public' }} /> }
}

async function askedNumber(ask: Ask) {
  const published = await askedPublic(ask)
  const asked = { unit: ask.query['unit'] ?? '', figure: ask.query['figure'] ?? '', after: askedAfter(ask), limit: lengthOf(ask) }
  const cell = published.issue && (await readIssueCell(ask.site, published.told, published.issue, asked))
  if (cell === undefined) throw new NotFound(`number ${asked.unit} ${asked.figure}`)
  return { published, cell }
}
