import type { Db } from '../../platform/database/index.ts'
import { factsFrom, fewFacts, lastDay, type Fact, type Scope } from '../../platform/facts.ts'
import { exists, listUnits } from '../organisations/index.ts'
import { isInForce } from './duty.ts'
import { listCategories, listDuties, type Category, type StoredDuty } from './queries.ts'
import { countTaskFacts, listTaskIds, listTaskLines, type CountedTask, type TaskStand } from './queries-facts.ts'
import { listTasks } from './queries-tasks.ts'

/** Tasks of proactive disclosure that fell due in the period, by how they stand on the day of the cut-off. */
export const tasksThat = factsFrom<TaskStand>({
  kind: 'task',
  counts: countTaskFacts,
  ids: listTaskIds,
  list: async (db, scope, stand, after, limit) => (await listTaskLines(db, scope, stand, after, limit)).map(factOfTask),
  byIds: async (db, _, __, ids) => {
    const duties = new Map((await listDuties(db)).map((duty) => [duty.id, duty]))
    return (await listTasks(db, { ids, limit: ids.length })).map((task) => {
      const duty = duties.get(task.dutyId)
      return factOfTask({
        ...{ ...task, titleZh: duty?.titleZh ?? '', titleEn: duty?.titleEn ?? '' },
        isOpen: duty !== undefined && duty.audience !== 'staff',
      })
    })
  },
})

/** Lines of the catalogue that units of the scope owe on its last day: all, or those that must, or need not, be kept. */
export const linesThat = fewFacts<'owed' | 'required' | 'optional', OwedLines>(
  'line',
  readOwed,
  ({ lines, categories }, which) =>
    lines.filter((duty) => which === 'owed' || duty.isRequired === (which === 'required')).map((duty) => factOfLine(duty, categories)),
  async (db, _, __, ids) => {
    const categories = await listCategories(db)
    return (await listDuties(db)).filter(({ id }) => ids.includes(id)).map((duty) => factOfLine(duty, categories))
  },
)

/** Categories so many steps below the root of their tree that hold a line which units of the scope owe. */
export const categoriesAt = fewFacts<number, OwedLines>(
  'category',
  readOwed,
  ({ lines, categories }, depth) => {
    const held = new Set(lines.map(({ categoryId }) => categoryId))
    const paths = categories.filter(({ id }) => held.has(id)).map(({ path }) => path)
    return categories.filter(({ path }) => depthOf(path) === depth && paths.some((one) => one.startsWith(path))).map(factOfCategory)
  },
  async (db, _, __, ids) => (await listCategories(db)).filter(({ id }) => ids.includes(id)).map(factOfCategory),
)

function factOfTask(task: CountedTask): Fact {
  return {
    ...{ id: task.id, unitId: task.unitId, label: task.matter || task.period, titleZh: task.titleZh, titleEn: task.titleEn },
    ...{ on: task.dueOn, isInner: true, deskHref: `/desk/tasks/${task.id}` },
    ...(task.isOpen ? { isTitleOpen: true } : {}),
  }
}

function factOfLine(duty: StoredDuty, categories: readonly Category[]): Fact {
  const code = categories.find(({ id }) => id === duty.categoryId)?.code ?? ''
  return {
    ...{ id: duty.id, label: duty.code, titleZh: duty.titleZh, titleEn: duty.titleEn, on: duty.sinceOn },
    ...(duty.audience === 'staff' ? { isInner: true, deskHref: `/desk/catalogue/duties/${duty.code}` } : { href: `/catalogue/${code}` }),
  }
}

function factOfCategory({ id, code, nameZh, nameEn }: Category): Fact {
  return { id, label: code, titleZh: nameZh, titleEn: nameEn, href: `/catalogue/${code}` }
}

interface OwedLines {
  lines: readonly StoredDuty[]
  categories: readonly Category[]
}

async function readOwed(db: Db, scope: Scope): Promise<OwedLines> {
  const asked = new Set(scope.unitIds)
  const units = (await listUnits(db)).filter((unit) => asked.has(unit.id) && exists(unit, lastDay(scope)))
  const isIn = new Set(units.map(({ id }) => id))
  const lines = (await listDuties(db)).filter((duty) => isInForce(duty, lastDay(scope)) && duty.unitIds.some((id) => isIn.has(id)))
  return { lines, categories: await listCategories(db) }
}

/** `/1/` is a root, `/1/12/` one step below it. */
function depthOf(path: string): number {
  return path.split('/').length - 3
}
