import { NotFound } from '../../kernel/faults.ts'
import { filesOf } from '../../platform/files/index.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { findPublicFile } from '../publishing/index.ts'
import { documentPath, splitPart } from './address.ts'
import { findDocuments } from './find-documents.ts'
import { giveDocumentFeed } from './give-document-feed.ts'
import { DocumentPage } from './pages/document-page.tsx'
import { LatestPage } from './pages/latest-page.tsx'
import { readQuestion } from './question.ts'
import { readPage } from './read-page.ts'
import { unitsToChoose } from './read-places.ts'
import { showChanges } from './show-changes.tsx'
import { showPast } from './show-past.tsx'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Documents: listed, read, taken away. */
export const documentRoutes: readonly Route[] = [
  { ...open, path: '/latest', answer: showLatest },
  { ...open, path: '/documents', answer: async (ask) => ({ redirect: href(ask.reader, '/latest'), status: 301 }) },
  { ...open, path: '/documents/*', answer: answerDocument },
  { ...open, path: '/changes', answer: showChanges },
  { ...open, path: '/files/:documentId/:fileId/:name', answer: giveFile },
]

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
  return { file: await filesOf(ask.site.config).read(file.sha256), type: file.mediaType, name: file.name }
}

/** A row's number; undefined for anything that no row can have. */
function idFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
