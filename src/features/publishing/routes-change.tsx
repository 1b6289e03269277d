import { NotFound } from '../../kernel/faults.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { changeDocument, startCorrection } from './change-document.ts'
import { changes, type ChangeName } from './change.ts'
import { changeErrors, ChangePage } from './pages/change-page.tsx'
import { askedId, officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import { publishedText } from './read-document.ts'

/** What may happen to a document in public after its release. The edge asks for the password again where it was given long ago. */
export const changeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/desk/documents/:id/change/:kind',
    policy: 'documents.change',
    about: pathOfAsked,
    answer: (ask) => changePage(ask),
  },
  { method: 'POST', path: '/desk/documents/:id/change/:kind', policy: 'documents.change', about: pathOfAsked, answer: change },
]

async function change(ask: Ask): Promise<Answer> {
  const name = askedChange(ask)
  const [reason, replacedBy] = [field(ask, 'reason').trim(), field(ask, 'replacedBy').trim()]
  const officer = officerOf(ask)
  const outcome =
    name === 'correct'
      ? await startCorrection(ask.site, officer, askedId(ask), reason)
      : await changeDocument(ask.site, officer, askedId(ask), {
          change: name,
          reason,
          replacedBy: name === 'replace' ? replacedBy : undefined,
        })
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=${name}` }
  return changePage(ask, changeErrors(ask.reader, outcome.refusals), 422)
}

async function changePage(ask: Ask, errors?: FieldError[], status = 200): Promise<Answer> {
  const whole = await readAsked(ask)
  const title = (await publishedText(ask.site.database.read, whole.document))?.title ?? whole.version.title
  const typed = { reason: field(ask, 'reason'), replacedBy: field(ask, 'replacedBy') }
  return {
    status,
    page: <ChangePage reader={ask.reader} whole={whole} title={title} change={askedChange(ask)} typed={typed} errors={errors} />,
  }
}

function askedChange(ask: Ask): ChangeName {
  const name = (Object.keys(changes) as ChangeName[]).find((one) => one === ask.params['kind'])
  if (name === undefined) throw new NotFound(ask.reader.path)
  return name
}
