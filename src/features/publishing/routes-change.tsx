import { isDay } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { changeDocument } from './change-document.ts'
import { changes, isRevision, type ChangeName } from './change.ts'
import { mergeDocuments } from './merge-documents.ts'
import type { TypedChange } from './pages/change-fields.tsx'
import { changeErrors, ChangePage, mergeErrors } from './pages/change-page.tsx'
import { listPublicChanges } from './queries-changes.ts'
import { askedId, officerOf, pathOfAsked, readAsked } from './read-asked.ts'
import { publishedText } from './read-document.ts'
import { startCorrection } from './start-correction.ts'

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
  const errors = await tryChange(ask, name)
  if (errors.length > 0) return changePage(ask, errors, 422)
  return { redirect: `${href(ask.reader, `/desk/documents/${askedId(ask)}`)}?done=${name}` }
}

/** Lets the act decide; what it refuses, as things to mend. */
async function tryChange(ask: Ask, name: ChangeName): Promise<FieldError[]> {
  const { site, reader } = ask
  const [officer, id, typed] = [officerOf(ask), askedId(ask), typedIn(ask)]
  const reason = typed.reason.trim()
  const seen = /^\d{1,6}$/.test(typed.seen) ? Number(typed.seen) : undefined
  if (isRevision(name)) {
    const marks = { isMinor: typed.marks.includes('minor'), hidesEarlier: typed.marks.includes('hides') }
    const outcome = await startCorrection(site, officer, id, reason, { change: name, ...marks, seen })
    return outcome.ok ? [] : changeErrors(reader, outcome.refusals)
  }
  if (name === 'merge') {
    const parts = typed.parts.split(/[\s,;，；、]+/).filter((part) => part !== '')
    const outcome = await mergeDocuments(site, officer, id, { parts, reason, seen })
    return outcome.ok ? [] : mergeErrors(reader, outcome.refusals)
  }
  const endsOn = typed.endsOn.trim()
  const outcome = await changeDocument(site, officer, id, {
    ...{ change: name, reason, seen, endsOn: isDay(endsOn) ? endsOn : undefined },
    replacedBy: name === 'replace' ? typed.replacedBy.trim() : undefined,
  })
  return outcome.ok ? [] : changeErrors(reader, outcome.refusals)
}

async function changePage(ask: Ask, errors?: FieldError[], status = 200): Promise<Answer> {
  const db = ask.site.database.read
  const whole = await readAsked(ask)
  const title = (await publishedText(db, whole.document))?.title ?? whole.version.title
  const typed = typedIn(ask)
  // Whoever was told that somebody else was faster has the new state before them now.
  const seen = String((await listPublicChanges(db, whole.document.id)).length)
  const shown = { ...typed, seen, endsOn: ask.body['endsOn'] === undefined ? ask.site.today() : typed.endsOn }
  return {
    status,
    page: <ChangePage reader={ask.reader} whole={whole} title={title} change={askedChange(ask)} typed={shown} errors={errors} />,
  }
}

function typedIn(ask: Ask): TypedChange {
  return {
    reason: field(ask, 'reason'),
    replacedBy: field(ask, 'replacedBy'),
    parts: field(ask, 'parts'),
    endsOn: field(ask, 'endsOn'),
    marks: fields(ask, 'marks'),
    seen: field(ask, 'seen'),
  }
}

function askedChange(ask: Ask): ChangeName {
  const name = (Object.keys(changes) as ChangeName[]).find((one) => one === ask.params['kind'])
  if (name === undefined) throw new NotFound(ask.reader.path)
  return name
}
