import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { filesOf } from '../../platform/files/index.ts'
import { difference } from '../../platform/text/difference.ts'
import { renderMarkdown } from '../../platform/text/markdown.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { answerFinding } from './answer-finding.ts'
import { attachFile, detachFile } from './attach-file.ts'
import { textOf } from './document.ts'
import { DocumentPage, type DocumentPageProps } from './pages/document-page.tsx'
import { answerField } from './pages/findings.tsx'
import { askedId, officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import { readDesk, type DeskDocument } from './read-desk.ts'

const uploadLimit = 25 * 1024 * 1024

/** One document at the desk, its files, and the answers to what the checks found. */
export const documentRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/documents/:id', policy: 'documents.read', about: pathOfAsked, answer: (ask) => documentPage(ask, {}) },
  { method: 'POST', path: '/desk/documents/:id/answer', policy: 'documents.write', about: pathOfAsked, answer: answer },
  {
    method: 'POST',
    path: '/desk/documents/:id/files',
    policy: 'documents.write',
    about: pathOfAsked,
    answer: attach,
    bodyLimit: uploadLimit,
    takesFiles: true,
  },
  { method: 'GET', path: '/desk/documents/:id/files/:fileId', policy: 'documents.read', about: pathOfAsked, answer: download },
  { method: 'POST', path: '/desk/documents/:id/files/:fileId/remove', policy: 'documents.write', about: pathOfAsked, answer: detach },
]

async function documentPage(ask: Ask, rest: Pick<DocumentPageProps, 'errors' | 'typed'>, status = 200): Promise<Answer> {
  const desk = await readDesk(ask.site, await readAsked(ask), officerOf(ask).posts)
  return {
    status,
    page: (
      <DocumentPage
        reader={ask.reader}
        desk={desk}
        calendar={ask.site.calendar}
        html={renderMarkdown(desk.whole.version.body)}
        compared={comparedWith(ask, desk)}
        done={ask.query['done'] ?? ''}
        wasNotSubmitted={ask.query['tried'] === 'submit' && desk.whole.document.stage === 'draft'}
        {...rest}
      />
    ),
  }
}

/** The version that the address names; else what readers have now, what this person had in hand last, or what was last submitted. */
function comparedWith(ask: Ask, desk: DeskDocument): DocumentPageProps['compared'] {
  const { document, version, steps } = desk.whole
  const submitted = steps.findLast((step) => step.move === 'submit')?.version
  const seen = steps.findLast((step) => step.personId === officerOf(ask).personId && step.version !== version.number)?.version
  const usual = document.stage === 'released' ? undefined : (document.publishedVersion ?? seen ?? submitted)
  const number = Number(ask.query['compare']) || usual
  const before = number === version.number ? undefined : desk.versions.find((one) => one.number === number)
  if (before === undefined) return undefined
  return {
    number: before.number,
    isPublished: before.number === document.publishedVersion,
    changes: difference(textOf(before), textOf(version)),
  }
}

async function answer(ask: Ask): Promise<Answer> {
  const name = answerField(field(ask, 'passage'))
  const words = field(ask, name).trim()
  const given = { check: field(ask, 'check'), passageHash: field(ask, 'passage'), words }
  const outcome = await answerFinding(ask.site, officerOf(ask), askedId(ask), given)
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=answered#findings` }
  const errors = outcome.refusals.map((refusal) => ({ field: name, message: ask.reader.t(`publishing.answer.${refusal}`) }))
  return documentPage(ask, { errors, typed: { [name]: words } }, 422)
}

async function attach(ask: Ask): Promise<Answer> {
  const errors: FieldError[] =
    ask.files.length === 0 ? [{ field: 'file', message: ask.reader.t('publishing.files.refused.none-chosen') }] : []
  for (const file of ask.files) {
    const outcome = await attachFile(ask.site, officerOf(ask), askedId(ask), file)
    if (outcome.ok) continue
    errors.push(
      ...outcome.refusals.map((refusal) => ({
        field: 'file',
        message: ask.reader.t(`publishing.files.refused.${refusal}`, { name: file.name }),
      })),
    )
  }
  if (errors.length > 0) return documentPage(ask, { errors }, 422)
  return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=attached#files` }
}

async function detach(ask: Ask): Promise<Answer> {
  const outcome = await detachFile(ask.site, officerOf(ask), askedId(ask), Number(ask.params['fileId']) || 0)
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=detached#files` }
  const errors = outcome.refusals.map((refusal) => ({
    field: 'file',
    message: ask.reader.t(`publishing.files.refused.${refusal}`, { name: '' }),
  }))
  return documentPage(ask, { errors }, 422)
}

async function download(ask: Ask): Promise<Answer> {
  const { files } = await readAsked(ask)
  const file = files.find((one) => String(one.id) === ask.params['fileId'])
  if (file === undefined) throw new NotFound(ask.reader.path)
  return { file: await filesOf(ask.site.config).read(file.sha256), type: 'application/octet-stream', name: file.name }
}
