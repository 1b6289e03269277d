import { isDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { listCarriers } from '../carriers/queries.ts'
import { kindOf } from '../load-kinds.ts'
import { issueErrors } from '../pages/form-errors.ts'
import { GazetteIssuePage, GazettesPage } from '../pages/gazette-pages.tsx'
import { IssueDeskPage, NewIssuePage } from '../pages/issue-desk-page.tsx'
import { actorOf, askedCarrier, idFrom, pathOfCarrier, posterOf } from '../routes-asked.ts'
import { arrangeIssue, composeIssue } from './compose-issue.ts'
import { keyFrom } from './issue.ts'
import { publishIssue } from './publish-issue.ts'
import { findIssue, listIssues } from './queries.ts'
import { readIssue, readOffered, type WholeIssue } from './read-issue.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Gazettes: composed at the desk, read in public. */
export const gazetteRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/channels/:code/issues/new', policy: 'channels.keep', about: pathOfCarrier, answer: showNew },
  { method: 'POST', path: '/desk/channels/:code/issues/new', policy: 'channels.keep', about: pathOfCarrier, answer: saveNew },
  { method: 'GET', path: '/desk/issues/:id', policy: 'channels.read', about: pathOfIssue, answer: (ask) => show(ask, [], 200) },
  { method: 'POST', path: '/desk/issues/:id/arrange', policy: 'channels.keep', about: pathOfIssue, answer: arrange },
  { method: 'POST', path: '/desk/issues/:id/publish', policy: 'gazettes.publish', about: pathOfIssue, answer: publish },
  { ...open, path: '/gazettes', answer: showGazettes },
  { ...open, path: '/gazettes/:code/:issue', answer: showIssue },
]

async function wholeOf(ask: Ask): Promise<WholeIssue | undefined> {
  const id = idFrom(ask.params['id'])
  const db = ask.site.database.read
  const issue = id === undefined ? undefined : await findIssue(db, id)
  return issue && readIssue(db, issue)
}

/** For the edge: the path of the unit whose gazette an issue belongs to. */
async function pathOfIssue(ask: Ask): Promise<string | undefined> {
  return (await wholeOf(ask))?.unit.path
}

async function showNew(ask: Ask): Promise<Answer> {
  const { carrier } = await askedCarrier(ask)
  const year = ask.reader.today.slice(0, 4)
  const issues = (await listIssues(ask.site.database.read, [carrier.id])).filter((one) => String(one.year) === year)
  const typed = { year, number: String(Math.max(0, ...issues.map((one) => one.number)) + 1), datedOn: ask.reader.today }
  return { page: <NewIssuePage reader={ask.reader} carrier={carrier} typed={typed} /> }
}

async function saveNew(ask: Ask): Promise<Answer> {
  const { carrier } = await askedCarrier(ask)
  const text = (name: string): string => field(ask, name).trim()
  const typed = { year: text('year'), number: text('number'), datedOn: text('datedOn') }
  const form = { year: Number(typed.year), number: Number(typed.number), datedOn: isDay(typed.datedOn) ? typed.datedOn : undefined }
  const outcome = await composeIssue(ask.site, actorOf(ask), carrier.id, form)
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/issues/${outcome.value.id}?done=composed`) }
  const errors = issueErrors(ask.reader, outcome.refusals)
  return { status: 422, page: <NewIssuePage {...{ reader: ask.reader, carrier, typed, errors }} /> }
}

async function show(ask: Ask, errors: FieldError[], status: number): Promise<Answer> {
  const whole = await wholeOf(ask)
  if (whole === undefined) throw new NotFound(`issue ${ask.params['id']}`)
  const typed = { datedOn: field(ask, 'datedOn') || whole.issue.datedOn, section: field(ask, 'section'), add: fields(ask, 'add') }
  const lines = whole.lines.map((line) => ({ ...line, item: { ...line.item, ...retyped(ask, line.item.documentId) } }))
  const offered = await readOffered(ask.site.database.read, whole)
  const props = { reader: ask.reader, whole: { ...whole, lines }, offered, typed, errors }
  return { status, page: <IssueDeskPage {...props} done={ask.query['done'] ?? ''} /> }
}

/** What a form that was refused says of a line: it comes back as it was typed. */
function retyped(ask: Ask, documentId: number): { position: number; section: string } | undefined {
  if (ask.body[`section-${documentId}`] === undefined) return undefined
  return { position: Number(field(ask, `place-${documentId}`)) || 0, section: field(ask, `section-${documentId}`) }
}

async function arrange(ask: Ask): Promise<Answer> {
  const whole = await wholeOf(ask)
  if (whole === undefined) throw new NotFound(`issue ${ask.params['id']}`)
  const datedOn = field(ask, 'datedOn').trim()
  const kept = whole.lines.flatMap(({ item }) => {
    const place = field(ask, `place-${item.documentId}`).trim()
    // A line whose place was emptied is taken out.
    return place === ''
      ? []
      : [{ place: Number(place) || 0, section: field(ask, `section-${item.documentId}`).trim(), documentId: item.documentId }]
  })
  const added = fields(ask, 'add').flatMap((id, at) => {
    const documentId = idFrom(id)
    return documentId === undefined ? [] : [{ place: 10_000 + at, section: field(ask, 'section').trim(), documentId }]
  })
  const form = { version: Number(field(ask, 'version')), datedOn: isDay(datedOn) ? datedOn : undefined, items: [...kept, ...added] }
  const outcome = await arrangeIssue(ask.site, actorOf(ask), whole.issue.id, form)
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/issues/${whole.issue.id}?done=arranged`) }
  return show(ask, issueErrors(ask.reader, outcome.refusals), 422)
}

async function publish(ask: Ask): Promise<Answer> {
  const id = idFrom(ask.params['id']) ?? 0
  const outcome = await publishIssue(ask.site, posterOf(ask), id, Number(field(ask, 'version')))
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/issues/${id}?done=published`) }
  return show(ask, issueErrors(ask.reader, outcome.refusals), 422)
}

async function showGazettes(ask: Ask): Promise<Answer> {
  const db = ask.site.database.read
  const carriers = (await listCarriers(db)).filter((one) => kindOf(one.kind)?.isGazette === true)
  const issues = (await listIssues(db)).filter((one) => one.publishedAt !== undefined)
  const gazettes = carriers.map((carrier) => ({ carrier, issues: issues.filter((one) => one.carrierId === carrier.id) }))
  return { page: <GazettesPage reader={ask.reader} gazettes={gazettes} /> }
}

async function showIssue(ask: Ask): Promise<Answer> {
  return { page: <GazetteIssuePage reader={ask.reader} whole={await askedPublicIssue(ask)} /> }
}

/** A published issue by the code of its gazette, its year and its number. Throws NotFound. */
export async function askedPublicIssue(ask: Ask): Promise<WholeIssue> {
  const { carrier } = await askedCarrier(ask)
  const key = keyFrom(ask.params['issue'] ?? '')
  const db = ask.site.database.read
  const issues = await listIssues(db, [carrier.id])
  const issue = issues.find((one) => one.year === key?.year && one.number === key.number && one.publishedAt !== undefined)
  const whole = issue && (await readIssue(db, issue))
  if (whole === undefined) throw new NotFound(`issue ${ask.params['issue']}`)
  return whole
}
