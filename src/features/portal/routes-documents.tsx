import { isDay } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { readKept } from '../../platform/files/index.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { findPublicFile } from '../publishing/index.ts'
import { documentPath, splitPart } from './address.ts'
import { findDocuments } from './find-documents.ts'
import { giveDocumentFeed } from './give-document-feed.ts'
import { DocumentPage } from './pages/document-page.tsx'
import { LatestPage } from './pages/latest-page.tsx'
import { addressOf, PromiseListPage } from './pages/promise-list-page.tsx'
import { PromisesPage } from './pages/promises-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { readQuestion } from './question.ts'
import { readPage } from './read-page.ts'
import { unitsToChoose } from './read-places.ts'
import { showChanges } from './show-changes.tsx'
import { showPast } from './show-past.tsx'
import { endings, listPromises, readPromises, type PromiseQuestion } from './read-promises.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Documents: found, listed, read, taken away; and the promises that they keep. */
export const documentRoutes: readonly Route[] = [
  { ...open, path: '/search', answer: search },
  { ...open, path: '/latest', answer: showLatest },
  { ...open, path: '/documents', answer: async (ask) => ({ redirect: href(ask.reader, '/latest'), status: 301 }) },
  { ...open, path: '/documents/*', answer: answerDocument },
  { ...open, path: '/changes', answer: showChanges },
  { ...open, path: '/files/:documentId/:fileId/:name', answer: giveFile },
  {
    ...open,
    path: '/promises',
    answer: async (ask) => ({ page: <PromisesPage reader={ask.reader} promises={await readPromises(ask.site)} /> }),
  },
  { ...open, path: '/promises/list', answer: showPromiseList },
]

async function search(ask: Ask): Promise<Answer> {
  const question = readQuestion(ask.query)
  const found = await findDocuments(ask.site, question)
  const units = unitsToChoose(ask.site, found.places.units.values())
  return { page: <SearchPage reader={ask.reader} question={question} found={found} units={units} /> }
}

async function showLatest(ask: Ask): Promise<Answer> {
  const question = { ...readQuestion(ask.query), words: '' }
  const found = await findDocuments(ask.site, question)
  const units = unitsToChoose(ask.site, found.places.units.values())
  return { page: <LatestPage reader={ask.reader} question={question} found={found} units={units} /> }
}

/** A document, or what stands behind its number in the address: its history, its feed. */
async function answerDocument(ask: Ask): Promise<Answer> {
  const { number, part } = splitPart(ask.params['*'])
  if (part === 'history') return showPast(ask, number)
  if (part !== undefined) return giveDocumentFeed(ask, number, part === 'feed.xml' ? 'xml' : 'json')
  return showDocument(ask)
}

/** A replaced document sends on to the one that took its place, as long as that one can be read. */
async function showDocument(ask: Ask): Promise<Answer> {
  const view = await readPage(ask.site, ask.params['*'])
  const { replacedBy } = view
  if (view.document.standing === 'replaced' && replacedBy !== undefined)
    return { redirect: href(ask.reader, documentPath(replacedBy.indexNumber)), status: 301 }
  return { page: <DocumentPage reader={ask.reader} view={view} /> }
}

async function giveFile(ask: Ask): Promise<Answer> {
  const [documentId, fileId] = [idFrom(ask.params['documentId']), idFrom(ask.params['fileId'])]
  const file =
    documentId === undefined || fileId === undefined ? undefined : await findPublicFile(ask.site.database.read, documentId, fileId)
  if (file === undefined) throw new NotFound(`file ${ask.params['fileId']}`)
  return { file: await readKept(ask.site.config.dataDir, file.sha256), type: file.mediaType, name: file.name }
}

async function showPromiseList(ask: Ask): Promise<Answer> {
  const question = readPromiseQuestion(ask.query)
  const list = await listPromises(ask.site, question)
  const older = list.next && href(ask.reader, addressOf(question, question.ending, `${list.next.dueOn}.${list.next.id}`))
  return { page: <PromiseListPage reader={ask.reader} question={question} list={list} older={older} /> }
}

function readPromiseQuestion(query: Ask['query']): PromiseQuestion {
  const month = query['month'] ?? ''
  const unit = query['unit'] ?? ''
  const [day = '', id = ''] = (query['after'] ?? '').split('.')
  return {
    ending: endings.find((one) => one === query['ending']),
    ...(/^\d{4}-\d\d$/.test(month) && isDay(`${month}-01`) ? { month } : {}),
    ...(/^[a-z0-9-]{1,60}$/.test(unit) ? { unit } : {}),
    ...(isDay(day) && idFrom(id) !== undefined ? { after: { dueOn: day, id: Number(id) } } : {}),
  }
}

/** A row's number; undefined for anything that no row can have. */
function idFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
