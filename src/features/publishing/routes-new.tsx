import { randomUUID } from 'node:crypto'
import { workingDaysLeft } from '../../kernel/calendar.ts'
import { covers, reach } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import type { FieldError } from '../../ui/form.tsx'
import { href } from '../../ui/reader.ts'
import { findDuty, findDutyByCode, findTask, type StoredDuty, type StoredTask } from '../catalogue/index.ts'
import { exists, listUnits, type Unit } from '../organisations/index.ts'
import { createDocument, type CreateRefusal } from './create-document.ts'
import { limits } from './document.ts'
import type { Typed } from './form.ts'
import { moveDocument } from './move-document.ts'
import { refusedField } from './pages/field-of.ts'
import { NewPage } from './pages/new-page.tsx'
import { listRunningByTasks } from './queries-desk.ts'
import { officerOf } from './read-asked.ts'
import { readForm } from './read-form.ts'
import { suggestContent } from './suggest-content.ts'

/** Begins a document, empty or filled from a duty. */
export const newRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/documents/new', policy: 'documents.write', answer: showNew },
  { method: 'POST', path: '/desk/documents/new', policy: 'documents.write', answer: create },
]

/** From what a document is written: a task, a duty, or nothing; and the units for which this person may write it. */
interface Origin {
  duty?: StoredDuty
  task?: StoredTask
  units: Unit[]
}

async function showNew(ask: Ask): Promise<Answer> {
  const origin = await originOf(ask, ask.query['task'], ask.query['duty'])
  const unit = origin.units.find((one) => one.code === ask.query['unit'])
  return { page: await newPage(ask, origin, suggestContent(ask.reader, origin.duty, origin.task), unit, randomUUID()) }
}

async function create(ask: Ask): Promise<Answer> {
  const origin = await originOf(ask, field(ask, 'task'), field(ask, 'duty'))
  const named = field(ask, 'unit')
  const only = named === '' && origin.units.length === 1 ? origin.units[0] : undefined
  const unit = origin.units.find((one) => one.code === named) ?? only
  const form = await readForm(ask)
  const once = /^[0-9a-f-]{36}$/.test(field(ask, '_once')) ? field(ask, '_once') : randomUUID()
  const again = async (errors: FieldError[]): Promise<Answer> => ({
    status: 422,
    page: await newPage(ask, origin, form.typed, unit, once, errors),
  })
  // An index number is taken for ever: an empty form takes none.
  const { title, body } = form.content
  if (title.trim() === '' && body.trim() === '') form.errors.push({ field: 'title', message: ask.reader.t('publishing.error.title') })
  if (unit === undefined) return again([...form.errors, { field: 'unit', message: ask.reader.t('publishing.error.unit-missing') }])
  if (form.errors.length > 0) return again(form.errors)
  const officer = officerOf(ask)
  const outcome = await createDocument(ask.site, officer, {
    ...{ unitId: unit.id, taskId: origin.task?.id, dutyId: origin.duty?.id, content: form.content },
    formKey: `${officer.personId}:${once}`,
    relatedIds: form.relatedIds,
  })
  if (!outcome.ok) return again(createErrors(ask, outcome.refusals))
  return afterSaving(ask, outcome.value.id, outcome.value.currentVersion, 'created')
}

/** Where a saved form goes on to: the document, its preview, or, when it was to be submitted as well, wherever that came. */
export async function afterSaving(ask: Ask, id: number, version: number, done: 'created' | 'saved'): Promise<Answer> {
  const address = href(ask.reader, `/desk/documents/${id}`)
  const act = field(ask, '_act')
  if (act === 'preview') return { redirect: `${address}/edit?done=${done}&preview=1` }
  if (act !== 'submit') return { redirect: `${address}?done=${done}` }
  const outcome = await moveDocument(ask.site, officerOf(ask), id, { move: 'submit', version, remark: '' })
  return { redirect: outcome.ok ? `${address}?done=submit` : `${address}?tried=submit` }
}

async function newPage(ask: Ask, origin: Origin, typed: Typed, unit: Unit | undefined, once: string, errors?: FieldError[]) {
  const { duty, task, units } = origin
  const running = task && (await listRunningByTasks(ask.site.database.read, [task.id])).get(task.id)
  const daysLeft = task && workingDaysLeft(ask.site.calendar, ask.reader.today, task.dueOn)
  return <NewPage {...{ reader: ask.reader, typed, units, duty, task, daysLeft, once, errors }} unitId={unit?.id} runningId={running?.id} />
}

/** A task or duty that is not there, or not this person's, is left out: the form is then an empty one. */
async function originOf(ask: Ask, taskText: string | undefined, dutyCode: string | undefined): Promise<Origin> {
  const db = ask.site.database.read
  const paths = reach('documents.write', officerOf(ask).posts)
  const mine = (await listUnits(db)).filter((unit) => exists(unit, ask.reader.today) && paths.some((path) => covers(path, unit.path)))
  const task = /^[1-9]\d{0,14}$/.test(taskText ?? '') ? await findTask(db, Number(taskText)) : undefined
  const ownUnit = mine.find((unit) => unit.id === task?.unitId)
  if (task !== undefined && ownUnit !== undefined) return { task, duty: await findDuty(db, task.dutyId), units: [ownUnit] }
  const duty = dutyCode === undefined || dutyCode === '' ? undefined : await findDutyByCode(db, dutyCode)
  const owing = mine.filter((unit) => duty?.unitIds.includes(unit.id))
  return owing.length === 0 ? { units: mine } : { duty, units: owing }
}

function createErrors(ask: Ask, refusals: readonly CreateRefusal[]): FieldError[] {
  return refusals.map((refusal) => ({
    field: refusedField[refusal],
    message: ask.reader.t(`publishing.error.${refusal}`, lengthOf(refusal)),
  }))
}

/** The number that a refusal for length names. */
export function lengthOf(refusal: string): { n: number } {
  return { n: refusal === 'body-too-long' ? limits.body : limits.title }
}
