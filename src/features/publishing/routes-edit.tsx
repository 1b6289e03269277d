import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { difference } from '../../platform/text/difference.ts'
import { renderMarkdown } from '../../platform/text/markdown.ts'
import type { FieldError } from '../../ui/form.tsx'
import { textOf, type Content } from './document.ts'
import { examine } from './examine-document.ts'
import { typedOf, type Typed } from './form.ts'
import { EditPage, type EditPageProps } from './pages/edit-page.tsx'
import { refusedField } from './pages/field-of.ts'
import { officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import type { WholeDocument } from './read-document.ts'
import { readForm, relatedNumbers, type ReadForm } from './read-form.ts'
import { afterSaving, lengthOf } from './routes-new.tsx'
import { saveDraft, type SavedMeanwhile, type SaveRefusal } from './save-draft.ts'

/** Writing a text that has been begun. */
export const editRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/documents/:id/edit', policy: 'documents.write', about: pathOfAsked, answer: showEdit },
  { method: 'POST', path: '/desk/documents/:id/edit', policy: 'documents.write', about: pathOfAsked, answer: save },
]

async function showEdit(ask: Ask): Promise<Answer> {
  const whole = await readAsked(ask)
  const typed = typedOf(whole.version, await relatedNumbers(ask.site.database.read, whole.relatedIds))
  const preview = ask.query['preview'] === '1' ? await previewOf(ask, whole, whole.version) : undefined
  return editPage(ask, whole, { typed, preview, version: whole.version.number, done: ask.query['done'] })
}

async function save(ask: Ask): Promise<Answer> {
  const whole = await readAsked(ask)
  const form = await readForm(ask, whole.relatedIds)
  const version = Number(field(ask, 'version'))
  const again = (rest: Partial<EditPageProps>, status: number) => editPage(ask, whole, { typed: form.typed, version, ...rest }, status)
  if (field(ask, '_act') === 'preview') return again({ preview: await previewOf(ask, whole, form.content), errors: form.errors }, 200)
  const errors = [...form.errors, ...unasked(ask, whole)]
  if (errors.length > 0) return again({ errors }, 422)
  const outcome = await saveDraft(ask.site, officerOf(ask), whole.document.id, version, form.content, form.relatedIds)
  if (outcome.ok) return afterSaving(ask, whole.document.id, outcome.value.currentVersion, 'saved')
  const meanwhile = outcome.refusals.find(isMeanwhile)
  if (meanwhile !== undefined) return again(await besides(ask, whole, form, meanwhile), 409)
  return again(
    {
      errors: saveErrors(
        ask,
        outcome.refusals.filter((one): one is SaveRefusal => !isMeanwhile(one)),
      ),
    },
    422,
  )
}

function editPage(
  ask: Ask,
  whole: WholeDocument,
  rest: Pick<EditPageProps, 'typed' | 'version'> & Partial<EditPageProps>,
  status = 200,
): Answer {
  return { status, page: <EditPage reader={ask.reader} whole={whole} {...rest} /> }
}

/** A text on its way, or submitted since the form was opened, is taken back only by somebody who says so. */
function unasked(ask: Ask, whole: WholeDocument): FieldError[] {
  const { stage } = whole.document
  const isOnItsWay = stage === 'with-head' || stage === 'with-secrecy' || stage === 'with-signer' || stage === 'scheduled'
  return isOnItsWay && field(ask, 'voids') !== 'yes' ? [{ field: 'voids', message: ask.reader.t('publishing.error.voids') }] : []
}

/** Theirs beside mine; what was typed stays in the form, and saving it again puts it over theirs knowingly. */
async function besides(ask: Ask, whole: WholeDocument, form: ReadForm, { theirs }: SavedMeanwhile): Promise<Partial<EditPageProps>> {
  const theirTyped: Typed = typedOf(theirs, await relatedNumbers(ask.site.database.read, whole.relatedIds))
  return { version: theirs.number, meanwhile: { theirs: theirTyped, changes: difference(textOf(theirs), textOf(form.content)) } }
}

async function previewOf(ask: Ask, whole: WholeDocument, content: Content): Promise<NonNullable<EditPageProps['preview']>> {
  const findings = await examine(ask.site, ask.site.database.read, whole.document, { ...whole.version, ...content })
  const { title, summary, body } = content
  return { title, summary, body, html: renderMarkdown(body), language: content.language, findings }
}

function saveErrors(ask: Ask, refusals: readonly SaveRefusal[]): FieldError[] {
  return refusals.map((refusal) => ({
    field: refusedField[refusal],
    message: ask.reader.t(`publishing.error.${refusal}`, lengthOf(refusal)),
  }))
}

function isMeanwhile(refusal: SaveRefusal | SavedMeanwhile): refusal is SavedMeanwhile {
  return typeof refusal === 'object'
}
