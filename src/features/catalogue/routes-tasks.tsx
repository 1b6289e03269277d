import { addDays, addMonths, asDay, isDay, type Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { reach } from '../../kernel/policy.ts'
import { history } from '../../platform/journal/index.ts'
import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { findUnit, listUnitIdsUnder, listUnits } from '../organisations/index.ts'
import { confirmStanding } from './fulfil-task.ts'
import { TaskPage } from './pages/task-page.tsx'
import { TasksPage, taskViews, type TaskFilters, type TaskView } from './pages/tasks-page.tsx'
import { findDuty, listDuties } from './queries.ts'
import { findStanding } from './confirmations/find-standing.ts'
import { findTask, listTasks, type StoredTask, type TaskFilter } from './queries-tasks.ts'
import { actorOf, unitsInReach } from './routes-asked.ts'
import { taskSubject } from './subject.ts'
import { countOf, innerDeadlines } from './task.ts'

const pageLength = 50

/** The dated tasks: all in reach, one of them, and the yearly confirmation of what stands published. */
export const taskRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/tasks', policy: 'tasks.read', answer: showAll },
  { method: 'GET', path: '/desk/tasks/:id', policy: 'tasks.read', about: pathOfTask, answer: (ask) => show(ask, []) },
  { method: 'POST', path: '/desk/tasks/:id/confirm', policy: 'tasks.register', about: pathOfTask, answer: confirm },
]

async function showAll(ask: Ask): Promise<Answer> {
  const { site, reader, query } = ask
  const { read } = site.database
  const filter = readFilter(query)
  const [units, reachable] = await Promise.all([
    unitsInReach(ask, 'tasks.read'),
    listUnitIdsUnder(read, reach('tasks.read', ask.visitor?.posts ?? [])),
  ])
  const chosen = units.find((unit) => unit.code === filter.unit)
  const unitIds = filter.unit === '' ? reachable : chosen === undefined ? [] : [chosen.id]
  const [tasks, duties, allUnits] = await Promise.all([
    listTasks(read, { ...spanOf(filter, reader.today), unitIds, after: readPlace(query['after'] ?? ''), limit: pageLength + 1 }),
    listDuties(read),
    listUnits(read),
  ])
  const rows = tasks.slice(0, pageLength).flatMap((task) => {
    const duty = duties.find((one) => one.id === task.dutyId)
    const unit = allUnits.find((one) => one.id === task.unitId)
    return duty === undefined || unit === undefined ? [] : [{ task, duty, unit }]
  })
  const more = tasks.length > pageLength ? href(reader, nextAddress(filter, tasks[pageLength - 1])) : undefined
  const clockwork = { calendar: site.calendar, soon: site.houseRules.dueSoonWorkingDays }
  return { page: <TasksPage {...{ reader, rows, filter, units, more }} {...clockwork} /> }
}

async function show(ask: Ask, errors: { field: string; message: string }[]): Promise<Answer> {
  const { site, reader } = ask
  const { read } = site.database
  const task = await askedTask(ask)
  const [duty, unit, record] = await Promise.all([
    findDuty(read, task.dutyId),
    findUnit(read, task.unitId),
    history(read, taskSubject(task.id)),
  ])
  if (duty === undefined || unit === undefined) throw new NotFound(taskSubject(task.id))
  const confirmable = duty.rule.kind === 'standing' ? await findStanding(read, duty.id, unit.id) : undefined
  const count = countOf(task, duty.rule, site.houseRules.atOnce, site.calendar)
  const inner = innerDeadlines(task.dueOn, site.houseRules.chain, site.calendar)
  const clockwork = { calendar: site.calendar, soon: site.houseRules.dueSoonWorkingDays }
  const props = { reader, task, duty, unit, count, inner, confirmable, record, errors }
  return { status: errors.length > 0 ? 422 : 200, page: <TaskPage {...props} {...clockwork} done={ask.query['done'] ?? ''} /> }
}

async function confirm(ask: Ask): Promise<Answer> {
  const task = await askedTask(ask)
  const outcome = await confirmStanding(ask.site, actorOf(ask), task.id, field(ask, 'looked') === 'yes')
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/tasks/${task.id}?done=confirmed`) }
  return show(
    ask,
    outcome.refusals.map((refusal) => ({ field: 'looked', message: ask.reader.t(`catalogue.refused.confirm.${refusal}`) })),
  )
}

async function askedTask(ask: Ask): Promise<StoredTask> {
  const task = await findTask(ask.site.database.read, idOf(ask))
  if (task === undefined) throw new NotFound(taskSubject(idOf(ask)))
  return task
}

/** For the edge: the path of the unit whose task is asked for. */
async function pathOfTask(ask: Ask): Promise<string | undefined> {
  const { read } = ask.site.database
  const task = await findTask(read, idOf(ask))
  return task && (await findUnit(read, task.unitId))?.path
}

/** The number in the address; 0, which no task has, for anything that is not one. */
function idOf(ask: Ask): number {
  const text = ask.params['id'] ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

function readFilter(query: Record<string, string>): TaskFilters {
  const view = taskViews.find((one) => one === query['view']) ?? 'to-do'
  const month = query['month'] ?? ''
  return { view, unit: (query['unit'] ?? '').slice(0, 60), month: isDay(`${month}-01`) ? month : '' }
}

/** What a view and a month ask of the tasks. A month narrows what the view already says. */
function spanOf({ view, month }: TaskFilters, today: Day): Omit<TaskFilter, 'limit'> {
  const first = month === '' ? undefined : asDay(`${month}-01`)
  const last = first && addDays(addMonths(first, 1), -1)
  const views: Record<TaskView, Omit<TaskFilter, 'limit'>> = {
    'to-do': { isOpen: true, opensUntil: today },
    overdue: { isOpen: true, dueUntil: addDays(today, -1) },
    'in-time': { isOpen: true, opensUntil: today, dueFrom: today },
    coming: { isOpen: true, opensFrom: addDays(today, 1) },
    done: { isOpen: false, isLatestFirst: true },
    late: { isLate: true, isLatestFirst: true },
    all: { isLatestFirst: true },
  }
  const { dueFrom, dueUntil, ...span } = views[view]
  const from = dueFrom !== undefined && (first === undefined || dueFrom > first) ? dueFrom : first
  const until = dueUntil !== undefined && (last === undefined || dueUntil < last) ? dueUntil : last
  return { ...span, dueFrom: from, dueUntil: until }
}

/** `2026-10-31_17`: the due day and the id of the last task that was shown. */
function readPlace(text: string): { dueOn: Day; id: number } | undefined {
  const [day = '', id = ''] = text.split('_')
  return isDay(day) && /^\d{1,15}$/.test(id) ? { dueOn: day, id: Number(id) } : undefined
}

function nextAddress(filter: TaskFilters, last: StoredTask | undefined): string {
  const query = new URLSearchParams({ ...filter, after: `${last?.dueOn}_${last?.id}` })
  return `/desk/tasks?${query.toString()}`
}
