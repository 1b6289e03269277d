import { count, type Count } from '../../kernel/clock.ts'
import { isDay } from '../../kernel/day.ts'
import { reach } from '../../kernel/policy.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { findUnitByCode } from '../organisations/index.ts'
import { isInForce } from './duty.ts'
import { matterErrors } from './pages/form-errors.ts'
import { RegisterPage, type MatterDraft } from './pages/register-page.tsx'
import { listDuties, type StoredDuty } from './queries.ts'
import { registerMatter } from './register-matter.ts'
import { actorOf, unitsInReach } from './routes-asked.ts'
import { comesRound, termOf } from './rule.ts'

/** Telling that something was formed or changed, from which a clock runs. */
export const registerRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/tasks/register', policy: 'tasks.register', about: pathOfChosen, answer: show },
  { method: 'POST', path: '/desk/tasks/register', policy: 'tasks.register', about: pathOfChosen, answer: save },
]

/** For the edge: the chosen unit; before one is chosen, any place where the visitor holds the right. */
async function pathOfChosen(ask: Ask): Promise<string | undefined> {
  const code = field(ask, 'unit') || (ask.query['unit'] ?? '')
  if (code === '') return reach('tasks.register', ask.visitor?.posts ?? [])[0] ?? '/'
  return (await findUnitByCode(ask.site.database.read, code))?.path
}

async function show(ask: Ask): Promise<Answer> {
  const { query, reader } = ask
  const draft = { duty: query['duty'] ?? '', unit: query['unit'] ?? '', matter: '', formedOn: query['formed'] ?? reader.today }
  return { page: <RegisterPage reader={reader} draft={draft} {...await propsFor(ask, draft)} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const { reader } = ask
  const word = (name: keyof MatterDraft): string => field(ask, name).trim()
  const draft: MatterDraft = { duty: word('duty'), unit: word('unit'), matter: word('matter'), formedOn: word('formedOn') }
  const props = await propsFor(ask, draft)
  if (field(ask, 'step') === 'preview') return { page: <RegisterPage reader={reader} draft={draft} {...props} /> }
  const duty = props.duties.find((one) => one.code === draft.duty)
  const unit = props.units.find((one) => one.code === draft.unit)
  const missing = [
    ...(duty === undefined ? [{ field: 'duty', message: reader.t('catalogue.refused.matter.choose-duty') }] : []),
    ...(unit === undefined ? [{ field: 'unit', message: reader.t('catalogue.refused.matter.choose-unit') }] : []),
  ]
  if (duty === undefined || unit === undefined)
    return { status: 422, page: <RegisterPage {...{ reader, draft }} {...props} errors={missing} /> }
  const formedOn = isDay(draft.formedOn) ? draft.formedOn : undefined
  const outcome = await registerMatter(ask.site, actorOf(ask), { dutyId: duty.id, unitId: unit.id, matter: draft.matter, formedOn })
  if (outcome.ok) return { redirect: href(reader, `/desk/tasks/${outcome.value.id}?done=registered`) }
  return { status: 422, page: <RegisterPage {...{ reader, draft }} {...props} errors={matterErrors(reader, outcome.refusals)} /> }
}

async function propsFor(ask: Ask, draft: MatterDraft) {
  const units = await unitsInReach(ask, 'tasks.register')
  const isOwedHere = (duty: StoredDuty): boolean => units.some((unit) => duty.unitIds.includes(unit.id))
  const all = await listDuties(ask.site.database.read)
  const duties = all.filter((duty) => !comesRound(duty.rule) && isInForce(duty, ask.reader.today) && isOwedHere(duty))
  return {
    units,
    duties,
    count: countFor(
      ask,
      duties.find((one) => one.code === draft.duty),
      draft.formedOn,
    ),
  }
}

/** The due day that follows from a line and a day; undefined while one of them is missing. */
function countFor(ask: Ask, duty: StoredDuty | undefined, formedOn: string): Count | undefined {
  const term = duty && termOf(duty.rule, ask.site.houseRules.atOnce)
  return term === undefined || !isDay(formedOn) || formedOn > ask.reader.today ? undefined : count(term, formedOn, ask.site.calendar)
}
