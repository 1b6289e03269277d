import { addDays } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { covers, reach } from '../../kernel/policy.ts'
import { history } from '../../platform/journal/index.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { exists, listUnitIdsUnder, listUnits, type Unit } from '../organisations/index.ts'
import { laidDown } from './duty.ts'
import { changeDuty, layDownDuty, type LayDownRefusal } from './lay-down-duty.ts'
import { DutyFormPage, type DutyFormPageProps } from './pages/duty-form-page.tsx'
import { draftOf, emptyDraft } from './pages/duty-draft.ts'
import { DutyPage } from './pages/duty-page.tsx'
import { dutyDifferences } from './pages/duty-differences.ts'
import { dutyErrors } from './pages/form-errors.ts'
import { statuteInWords } from './pages/statute-words.ts'
import { actorOf } from './routes-asked.ts'
import { findDutyByCode, listCategories, type StoredDuty } from './queries.ts'
import { listTasks } from './queries-tasks.ts'
import { readOrigins } from './templates/read-template.ts'
import { readDutyForm, type DutyReading } from './read-duty-form.ts'
import { findStatute } from './find-statute.ts'
import { dutySubject } from './subject.ts'

const arranging = { policy: 'catalogue.arrange', path: '/desk/catalogue/duties' } as const

/** The lines of the catalogue: one line, a new one, a change. */
export const dutyRoutes: readonly Route[] = [
  { method: 'GET', path: `${arranging.path}/new`, policy: arranging.policy, answer: showNew },
  { method: 'POST', path: `${arranging.path}/new`, policy: arranging.policy, answer: saveNew },
  { method: 'GET', path: `${arranging.path}/:code`, policy: 'catalogue.read', answer: show },
  { method: 'GET', path: `${arranging.path}/:code/edit`, policy: arranging.policy, about: pathOfOwing, answer: showEdit },
  { method: 'POST', path: `${arranging.path}/:code/edit`, policy: arranging.policy, about: pathOfOwing, answer: saveEdit },
]

async function show(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const { read } = site.database
  const duty = await askedDuty(ask)
  const since = addDays(reader.today, -366)
  const unitIds = await listUnitIdsUnder(read, reach('tasks.read', ask.visitor?.posts ?? []))
  const [units, categories, record, tasks] = await Promise.all([
    listUnits(read),
    listCategories(read),
    history(read, dutySubject(duty.id)),
    listTasks(read, { dutyIds: [duty.id], unitIds, dueFrom: since, isLatestFirst: true, limit: 500 }),
  ])
  const category = categories.find((one) => one.id === duty.categoryId)
  const mayChange =
    duty.above === undefined && reader.may('catalogue.arrange', pathAbove(units.filter((unit) => duty.unitIds.includes(unit.id))))
  const clockwork = { calendar: site.calendar, soon: site.houseRules.dueSoonWorkingDays }
  const above = duty.above && (await readOrigins(read)).get(duty.above.lineId)
  return {
    page: (
      <DutyPage {...{ reader, duty, category, units, record, tasks, mayChange, above }} {...clockwork} done={ask.query['done'] ?? ''} />
    ),
  }
}

async function showNew(ask: Ask): Promise<Answer> {
  return {
    page: (
      <DutyFormPage
        {...await formProps(ask)}
        draft={{ ...emptyDraft, ...materialDraft(ask), ...wishedFor(ask), sinceOn: ask.reader.today }}
      />
    ),
  }
}

/** What the address brings along: where the line belongs, and how somebody would call it. */
function wishedFor({ query }: Ask): { category: string; titleZh: string; titleEn: string } {
  const text = (name: string): string => (query[name] ?? '').slice(0, 200)
  return { category: text('category'), titleZh: text('titleZh'), titleEn: text('titleEn') }
}

/** How long before the end of a period material is handed in here, unless another number is typed. */
function materialDraft({ site }: Ask) {
  const { before, count } = site.houseRules.material
  return { beforeDays: String(before), beforeCount: count }
}

async function saveNew(ask: Ask): Promise<Answer> {
  const props = await formProps(ask)
  const reading = readDutyForm(ask, props.units, props.categories, ask.reader.today)
  const outcome = reading.problems.length > 0 ? undefined : await layDownDuty(ask.site, actorOf(ask), reading.form)
  if (outcome?.ok) return { redirect: href(ask.reader, `/desk/catalogue/duties/${outcome.value.code}?done=laid-down`) }
  return {
    status: 422,
    page: <DutyFormPage {...props} draft={reading.draft} errors={errorsOf(ask, reading, outcome?.refusals, props.statute)} />,
  }
}

async function showEdit(ask: Ask): Promise<Answer> {
  const duty = await askedDuty(ask)
  const props = await formProps(ask)
  return { page: <DutyFormPage {...props} existing={duty} draft={draftOfStored(duty, props)} /> }
}

async function saveEdit(ask: Ask): Promise<Answer> {
  const duty = await askedDuty(ask)
  const props = await formProps(ask)
  const reading = readDutyForm(ask, props.units, props.categories, ask.reader.today)
  const form = { ...reading.form, duty: { ...reading.form.duty, code: duty.code } }
  const version = Number(field(ask, 'version'))
  const outcome = reading.problems.length > 0 ? undefined : await changeDuty(ask.site, actorOf(ask), duty.id, version, form)
  if (outcome?.ok) return { redirect: href(ask.reader, `/desk/catalogue/duties/${duty.code}?done=changed`) }
  const now = await askedDuty(ask)
  const isMeanwhile = outcome?.refusals.includes('edited-meanwhile') === true
  const meanwhile = isMeanwhile ? dutyDifferences(ask.reader, now, form, props) : undefined
  // Until the difference has been seen the form keeps the version it was opened with.
  const existing = { code: duty.code, version: isMeanwhile ? now.version : version }
  const errors = errorsOf(ask, reading, outcome?.refusals, props.statute)
  return { status: isMeanwhile ? 409 : 422, page: <DutyFormPage {...props} {...{ existing, errors, meanwhile }} draft={reading.draft} /> }
}

async function formProps(ask: Ask): Promise<Pick<DutyFormPageProps, 'reader' | 'categories' | 'units' | 'statute'>> {
  const { read } = ask.site.database
  const [units, categories] = await Promise.all([listUnits(read), listCategories(read)])
  const paths = reach('catalogue.arrange', ask.visitor?.posts ?? [])
  const inReach = units.filter((unit) => exists(unit, ask.reader.today) && paths.some((path) => covers(path, unit.path)))
  return {
    reader: ask.reader,
    categories,
    units: inReach,
    statute: statuteInWords(ask.reader, findStatute(ask.site, ask.reader.today).edition),
  }
}

function draftOfStored(duty: StoredDuty, { categories, units }: Pick<DutyFormPageProps, 'categories' | 'units'>) {
  return draftOf(duty, categories.find((one) => one.id === duty.categoryId)?.code ?? '', units)
}

function errorsOf(ask: Ask, reading: DutyReading, refusals: readonly LayDownRefusal[] | undefined, statute: string) {
  const asked = laidDown(reading.form.duty, findStatute(ask.site, ask.reader.today).term)
  const known = refusals ?? (asked.ok ? [] : asked.refusals)
  const days = reading.problems.map((name) => ({ field: name, message: ask.reader.t('catalogue.refused.day') }))
  return [...dutyErrors(ask.reader, known, reading.draft, statute), ...days]
}

async function askedDuty(ask: Ask): Promise<StoredDuty> {
  const code = ask.params['code'] ?? ''
  const duty = await findDutyByCode(ask.site.database.read, code)
  if (duty === undefined) throw new NotFound(`duty ${code}`)
  return duty
}

/** For the edge: a line may be changed by whoever has the right over every unit that owes it. */
async function pathOfOwing(ask: Ask): Promise<string | undefined> {
  const { read } = ask.site.database
  const duty = await findDutyByCode(read, ask.params['code'] ?? '')
  return duty && pathAbove((await listUnits(read)).filter((unit) => duty.unitIds.includes(unit.id)))
}

/** The path of the nearest place in the tree above all of these units. */
function pathAbove(units: readonly Unit[]): string {
  let path = units[0]?.path ?? '/'
  while (!units.every((unit) => covers(path, unit.path))) path = path.replace(/[^/]+\/$/, '')
  return path
}
