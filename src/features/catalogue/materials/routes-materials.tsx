import { NotFound } from '../../../kernel/faults.ts'
import { reach, type Action } from '../../../kernel/policy.ts'
import { history } from '../../../platform/journal/index.ts'
import { field, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { href } from '../../../ui/reader.ts'
import { findUnit, listUnitIdsUnder, listUnits } from '../../organisations/index.ts'
import { findDuty, listDuties } from '../queries.ts'
import { findTask, listTasks } from '../queries-tasks.ts'
import { isHandedIn } from '../rule.ts'
import type { MaterialMove, MaterialRefusal } from './material.ts'
import { moveMaterial } from './move-material.ts'
import { MaterialPage } from './pages/material-page.tsx'
import { MaterialsPage } from './pages/materials-page.tsx'
import { listMaterials } from './queries.ts'
import { materialSubject } from './subject.ts'

const path = '/desk/materials'
const rights = {
  write: 'tasks.register',
  'sign-head': 'documents.review',
  'sign-leader': 'documents.sign',
  'send-back': 'materials.return',
  'hand-in': 'tasks.register',
} as const satisfies Record<MaterialMove, Action>

/** What is handed in to the office before a period ends: the register of a period, and the material of one unit. */
export const materialRoutes: readonly Route[] = [
  { method: 'GET', path, policy: 'tasks.read', answer: showAll },
  { method: 'GET', path: `${path}/:task`, policy: 'tasks.read', about: pathOfTask, answer: (ask) => show(ask, []) },
  ...(Object.keys(rights) as MaterialMove[]).map((move): Route => ({
    method: 'POST',
    path: `${path}/:task/${move}`,
    policy: rights[move],
    about: pathOfTask,
    answer: (ask) => step(ask, move),
  })),
]

async function showAll(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const { read } = site.database
  const duties = (await listDuties(read)).filter((duty) => isHandedIn(duty.rule))
  const unitIds = await listUnitIdsUnder(read, reach('tasks.read', ask.visitor?.posts ?? []))
  const tasks = await listTasks(read, { dutyIds: duties.map((duty) => duty.id), unitIds, opensUntil: reader.today, limit: 10_000 })
  const periods = [...new Set(tasks.map((task) => task.period))].toSorted((one, other) => (one < other ? 1 : -1))
  const period = periods.find((one) => one === ask.query['period']) ?? periods[0] ?? ''
  const shown = tasks.filter((task) => task.period === period)
  const [units, materials] = await Promise.all([
    listUnits(read),
    listMaterials(
      read,
      shown.map((task) => task.id),
    ),
  ])
  const rows = shown.flatMap((task) => {
    const [duty, unit] = [duties.find((one) => one.id === task.dutyId), units.find((one) => one.id === task.unitId)]
    const material = materials.find((one) => one.taskId === task.id)
    return duty === undefined || unit === undefined ? [] : [{ task, duty, unit, material }]
  })
  const clockwork = { calendar: site.calendar, soon: site.houseRules.dueSoonWorkingDays }
  return { page: <MaterialsPage {...{ reader, rows, periods, period }} {...clockwork} /> }
}

async function show(ask: Ask, errors: FieldError[]): Promise<Answer> {
  const { site, reader } = ask
  const { read } = site.database
  const { task, duty } = await asked(ask)
  const [unit, [material]] = await Promise.all([findUnit(read, task.unitId), listMaterials(read, [task.id])])
  if (unit === undefined) throw new NotFound(`task ${task.id}`)
  const record = material === undefined ? [] : await history(read, materialSubject(material.id))
  const draft = errors.length > 0 ? { words: field(ask, 'words') || (material?.words ?? ''), reason: field(ask, 'reason') } : undefined
  const clockwork = { calendar: site.calendar, soon: site.houseRules.dueSoonWorkingDays }
  const props = { reader, task, duty, unit, material, record, draft, errors, done: ask.query['done'] ?? '' }
  return { status: errors.length > 0 ? 422 : 200, page: <MaterialPage {...props} {...clockwork} /> }
}

async function step(ask: Ask, move: MaterialMove): Promise<Answer> {
  const { task } = await asked(ask)
  const words = field(ask, move === 'send-back' ? 'reason' : 'words')
  const outcome = await moveMaterial(ask.site, ask.visitor?.personId ?? 0, {
    ...{ taskId: task.id, move, words },
    version: Number(field(ask, 'version')),
  })
  if (outcome.ok) return { redirect: href(ask.reader, `${path}/${task.id}?done=${move}`) }
  return show(
    ask,
    outcome.refusals.map((refusal) => ({
      field: fieldOf(refusal, move),
      message: ask.reader.t(`catalogue.materials.refused.${refusal}`),
    })),
  )
}

function fieldOf(refusal: MaterialRefusal, move: MaterialMove): string {
  if (refusal === 'words-missing') return 'words'
  return move === 'write' ? 'words' : move === 'send-back' ? 'reason' : move
}

async function asked(ask: Ask) {
  const { read } = ask.site.database
  const task = await findTask(read, idOf(ask))
  const duty = task && (await findDuty(read, task.dutyId))
  if (task === undefined || duty === undefined || !isHandedIn(duty.rule)) throw new NotFound(`material ${ask.params['task']}`)
  return { task, duty }
}

/** For the edge: the unit that hands it in. */
async function pathOfTask(ask: Ask): Promise<string | undefined> {
  const task = await findTask(ask.site.database.read, idOf(ask))
  return task && (await findUnit(ask.site.database.read, task.unitId))?.path
}

/** The number in the address; 0, which no task has, for anything that is not one. */
function idOf(ask: Ask): number {
  const text = ask.params['task'] ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}
