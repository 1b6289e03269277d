import { NotFound } from '../../../kernel/faults.ts'
import { reach } from '../../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { history } from '../../../platform/journal/index.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findPeople, listPeopleWithRole } from '../../accounts/index.ts'
import { listCategories } from '../../catalogue/index.ts'
import { findUnitByCode, type Unit } from '../../organisations/index.ts'
import { listIssues } from '../gazettes/queries.ts'
import { channels } from '../load-kinds.ts'
import { emptyTyped, typedOf } from '../pages/carrier-draft.ts'
import { CarrierFormPage, ChooseUnitPage, type CarrierFormPageProps } from '../pages/carrier-form-page.tsx'
import { CarrierPage } from '../pages/carrier-page.tsx'
import { CarriersPage, carrierViews } from '../pages/carriers-page.tsx'
import { carrierErrors } from '../pages/form-errors.ts'
import { keepProof } from '../postings/keep-proof.ts'
import { readDue, readPosted } from '../postings/read-hanging.ts'
import { actorOf, askedCarrier, pathOfCarrier, unitsInReach } from '../routes-asked.ts'
import { carrierSubject } from '../subject.ts'
import { changeCarrier, keepCarrier, pictureCarrier } from './keep-carrier.ts'
import { readCarrierForm } from './read-carrier-form.ts'
import { readCarriers } from './read-carriers.ts'

const photoLimit = 20 * 1024 * 1024

/** The register of carriers at the desk. */
export const carrierRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/channels', policy: 'channels.read', answer: showList },
  { method: 'GET', path: '/desk/channels/new', policy: 'channels.keep', about: pathOfChosen, answer: showNew },
  { method: 'POST', path: '/desk/channels/new', policy: 'channels.keep', about: pathOfChosen, answer: saveNew },
  { method: 'GET', path: '/desk/channels/:code', policy: 'channels.read', about: pathOfCarrier, answer: (ask) => show(ask) },
  { method: 'GET', path: '/desk/channels/:code/edit', policy: 'channels.keep', about: pathOfCarrier, answer: showEdit },
  { method: 'POST', path: '/desk/channels/:code/edit', policy: 'channels.keep', about: pathOfCarrier, answer: saveEdit },
  {
    method: 'POST',
    path: '/desk/channels/:code/picture',
    policy: 'channels.keep',
    about: pathOfCarrier,
    answer: savePicture,
    takesFiles: true,
    bodyLimit: photoLimit,
  },
]

/** For the edge: the unit that the form or the address chooses; before one is chosen, any place where the visitor holds the right. */
async function pathOfChosen(ask: Ask): Promise<string | undefined> {
  const code = chosenCode(ask)
  if (code === '') return reach('channels.keep', ask.visitor?.posts ?? [])[0] ?? '/'
  return (await findUnitByCode(ask.site.database.read, code))?.path
}

async function showList(ask: Ask): Promise<Answer> {
  const { query, reader } = ask
  const filter = {
    view: carrierViews.find((one) => one === query['view']) ?? 'in-use',
    unit: query['unit'] ?? '',
    kind: query['kind'] ?? '',
  }
  const all = await readCarriers(ask.site, reach('channels.read', ask.visitor?.posts ?? []))
  const lines = all.filter(
    (line) =>
      (filter.view === 'all' || (filter.view === 'overdue' ? line.isOverdue : line.isInUse)) &&
      (filter.unit === '' || line.unit.code === filter.unit) &&
      (filter.kind === '' || line.carrier.kind === filter.kind),
  )
  const units = [...new Map(all.map((line) => [line.unit.id, line.unit])).values()]
  return { page: <CarriersPage reader={reader} lines={lines} filter={filter} units={units} kinds={channels.kinds} /> }
}

async function show(ask: Ask, errors: FieldError[] = []): Promise<Answer> {
  const { site, reader } = ask
  const db = site.database.read
  const { carrier, unit } = await askedCarrier(ask)
  const line = (await readCarriers(site, [unit.path])).find((one) => one.carrier.id === carrier.id)
  if (line === undefined) throw new NotFound(carrier.code)
  const { keeperId, categoryId } = carrier
  return {
    status: errors.length > 0 ? 422 : 200,
    page: (
      <CarrierPage
        {...{ reader, line, errors }}
        keeper={keeperId === undefined ? undefined : (await findPeople(db, [keeperId])).get(keeperId)}
        category={categoryId === undefined ? undefined : (await listCategories(db)).find((one) => one.id === categoryId)}
        posted={await readPosted(db, carrier.id)}
        due={(await readDue(site, carrier, unit)).due}
        issues={line.kind?.isGazette === true ? await listIssues(db, [carrier.id]) : []}
        record={await history(db, carrierSubject(carrier.id))}
        done={ask.query['done'] ?? ''}
      />
    ),
  }
}

async function showNew(ask: Ask): Promise<Answer> {
  const unit = await chosenUnit(ask)
  if (unit === undefined) return { page: <ChooseUnitPage reader={ask.reader} units={await unitsInReach(ask, 'channels.keep')} /> }
  return { page: <CarrierFormPage {...await formProps(ask, unit)} typed={{ ...emptyTyped, sinceOn: ask.reader.today }} /> }
}

const chosenCode = (ask: Ask): string => field(ask, 'unit') || (ask.query['unit'] ?? '')

/** The unit that was chosen, or the only one there is to choose. */
async function chosenUnit(ask: Ask): Promise<Unit | undefined> {
  const chosen = await findUnitByCode(ask.site.database.read, chosenCode(ask))
  if (chosen !== undefined) return chosen
  const units = await unitsInReach(ask, 'channels.keep')
  return units.length === 1 ? units[0] : undefined
}

async function saveNew(ask: Ask): Promise<Answer> {
  const unit = await chosenUnit(ask)
  if (unit === undefined) return { redirect: href(ask.reader, '/desk/channels/new') }
  const props = await formProps(ask, unit)
  const reading = readCarrierForm(ask, { unitId: unit.id }, props.categories, ask.reader.today)
  const outcome = reading.problems.length > 0 ? undefined : await keepCarrier(ask.site, actorOf(ask), reading.draft)
  if (outcome?.ok) return { redirect: href(ask.reader, `/desk/channels/${outcome.value.code}?done=kept`) }
  return {
    status: 422,
    page: (
      <CarrierFormPage {...props} typed={reading.typed} errors={carrierErrors(ask.reader, outcome?.refusals ?? [], reading.problems)} />
    ),
  }
}

async function showEdit(ask: Ask): Promise<Answer> {
  const { carrier, unit } = await askedCarrier(ask)
  const props = await formProps(ask, unit)
  const category = props.categories.find((one) => one.id === carrier.categoryId)?.code ?? ''
  return { page: <CarrierFormPage {...props} existing={carrier} typed={typedOf(carrier, category)} /> }
}

async function saveEdit(ask: Ask): Promise<Answer> {
  const { carrier, unit } = await askedCarrier(ask)
  const props = await formProps(ask, unit)
  const { kind, kindSaid, unitId } = carrier
  const reading = readCarrierForm(ask, { unitId, kind, kindSaid }, props.categories, ask.reader.today)
  const version = Number(field(ask, 'version'))
  const outcome = reading.problems.length > 0 ? undefined : await changeCarrier(ask.site, actorOf(ask), carrier.id, version, reading.draft)
  if (outcome?.ok) return { redirect: href(ask.reader, `/desk/channels/${carrier.code}?done=changed`) }
  const errors = carrierErrors(ask.reader, outcome?.refusals ?? [], reading.problems)
  // Who comes second sees that, and saves over it with the next press.
  return { status: 422, page: <CarrierFormPage {...props} {...{ errors }} existing={carrier} typed={reading.typed} /> }
}

async function savePicture(ask: Ask): Promise<Answer> {
  const { carrier } = await askedCarrier(ask)
  const file = ask.files.find((one) => one.field === 'photo')
  const kept = file && (await keepProof(ask.site, file.bytes))
  const said = file === undefined ? 'photo-missing' : 'photo-unreadable'
  if (kept?.type !== 'image/jpeg') return show(ask, [{ field: 'photo', message: ask.reader.t(`channels.refused.${said}`) }])
  await pictureCarrier(ask.site, actorOf(ask), carrier.id, kept.sha256)
  return { redirect: href(ask.reader, `/desk/channels/${carrier.code}?done=pictured#picture`) }
}

async function formProps(ask: Ask, unit: Unit): Promise<Omit<CarrierFormPageProps, 'typed'>> {
  const { site, reader } = ask
  const db = site.database.read
  const people = await listPeopleWithRole(db, 'information-officer', unit.path, site.today())
  return { reader, unit, people, kinds: channels.kinds, rhythms: channels.rhythms, categories: await listCategories(db) }
}
