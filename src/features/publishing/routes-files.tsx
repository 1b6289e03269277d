import { NotFound } from '../../kernel/faults.ts'
import { filesOf } from '../../platform/files/index.ts'
import { loadHouseRules } from '../../platform/house-rules.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { saySize } from '../../ui/entries.tsx'
import { href } from '../../ui/reader.ts'
import { attachFile, detachFile, type AttachRefusal } from './attach-file.ts'
import { cleanAttachment } from './files/clean-attachment.ts'
import { findSealed, type StoredFile } from './queries-files.ts'
import { askedId, officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import { documentPage } from './routes-document.tsx'

const about = pathOfAsked

/** The files of a document at the desk: attached, cleaned, taken away, downloaded; and the sealed original of a clean copy. */
export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/desk/documents/:id/files',
    policy: 'documents.write',
    about,
    answer: attach,
    bodyLimit: loadHouseRules().files.formBytes,
    takesFiles: true,
    tooLarge: (ask) => refusedPage(ask, [ask.reader.t('files.attach.all-too-large', { all: sizesOf(ask).all })], 413),
  },
  { method: 'GET', path: '/desk/documents/:id/files/:fileId', policy: 'documents.read', about, answer: download },
  { method: 'GET', path: '/desk/documents/:id/files/:fileId/original', policy: 'documents.original', about, answer: original },
  { method: 'POST', path: '/desk/documents/:id/files/:fileId/clean', policy: 'documents.write', about, answer: clean },
  { method: 'POST', path: '/desk/documents/:id/files/:fileId/remove', policy: 'documents.write', about, answer: detach },
]

async function attach(ask: Ask): Promise<Answer> {
  const refusals: string[] = ask.files.length === 0 ? [ask.reader.t('publishing.files.refused.none-chosen')] : []
  for (const file of ask.files) {
    const outcome = await attachFile(ask.site, officerOf(ask), askedId(ask), file)
    if (!outcome.ok) refusals.push(...outcome.refusals.map((refusal) => inWords(ask, refusal, file.name)))
  }
  return refusals.length > 0 ? refusedPage(ask, refusals) : back(ask, 'attached')
}

async function detach(ask: Ask): Promise<Answer> {
  const outcome = await detachFile(ask.site, officerOf(ask), askedId(ask), fileIdIn(ask))
  if (outcome.ok) return back(ask, 'detached')
  return refusedPage(
    ask,
    outcome.refusals.map((refusal) => inWords(ask, refusal, '')),
  )
}

async function clean(ask: Ask): Promise<Answer> {
  const outcome = await cleanAttachment(ask.site, officerOf(ask), askedId(ask), fileIdIn(ask))
  if (outcome.ok) return back(ask, 'cleaned')
  return refusedPage(
    ask,
    outcome.refusals.map((refusal) => ask.reader.t(`files.clean.refused.${refusal}`)),
  )
}

async function download(ask: Ask): Promise<Answer> {
  const { files } = await readAsked(ask)
  return give(
    ask,
    files.find((one) => one.id === fileIdIn(ask)),
  )
}

async function original(ask: Ask): Promise<Answer> {
  return give(ask, await findSealed(ask.site.database.read, askedId(ask), fileIdIn(ask)))
}

/** Always as a download of no particular kind, so that no browser shows what nobody has released. */
async function give(ask: Ask, file: StoredFile | undefined): Promise<Answer> {
  if (file === undefined) throw new NotFound(ask.reader.path)
  return { file: await filesOf(ask.site.config).read(file.sha256), type: 'application/octet-stream', name: file.name }
}

function refusedPage(ask: Ask, messages: readonly string[], status = 422): Promise<Answer> {
  return documentPage(ask, { errors: messages.map((message) => ({ field: 'file', message })) }, status)
}

function inWords(ask: Ask, refusal: AttachRefusal, name: string): string {
  const { most: files } = ask.site.houseRules.files
  const most = refusal === 'too-many' ? files : sizesOf(ask).most
  return ask.reader.t(`publishing.files.refused.${refusal}`, { name, most })
}

function sizesOf(ask: Ask): { most: string; all: string } {
  const { largestBytes, formBytes } = ask.site.houseRules.files
  return { most: saySize(largestBytes), all: saySize(formBytes) }
}

function back(ask: Ask, done: string): Answer {
  return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=${done}#files` }
}

function fileIdIn(ask: Ask): number {
  return Number(ask.params['fileId']) || 0
}
