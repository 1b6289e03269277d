import type { Db } from '../../platform/database/index.ts'
import { factsFrom, fewFacts, lastDay, type Fact, type Scope } from '../../platform/facts.ts'
import { exists, listUnits } from '../organisations/index.ts'
import { isInForce } from './duty.ts'
import { listCategories, listDuties, type Category, type StoredDuty } from './queries.ts'
import { countTaskFacts, listTaskIds, listTaskLines, type TaskStand } from './queries-facts.ts'

/** Tasks of proactive disclosure that fell due in the period, by how they stand on the day of the cut-off. */
export const tasksThat = factsFrom<TaskStand>({
  kind: 'task',
  counts: countTaskFacts,
  ids: listTaskIds,
  list: async (db, scope, stand, after, limit) =>
    (await listTaskLines(db, scope, stand, after, limit)).map((task) => ({
      ...{ id: task.id, unitId: task.unitId, label: task.matter || task.period, titleZh: task.titleZh, titleEn: task.titleEn },
      ...{ on: task.dueOn, isInner: true, deskHref: `/desk/tasks/${task.id}` },
      ...(task.isOpen ? { isTitleOpen: true } : {}),
    })),
})

/** Lines of the catalogue that units of the scope owe on its last day: all, or those that must, or need not, be kept. */
export const linesThat = fewFacts<'owed' | 'required' | 'optional', OwedLines>('line', readOwed, ({ lines, categories }, which) => {
  const codes = new Map(categories.map(({ id, code }) => [id, code]))
  return lines
    .filter((duty) => which === 'owed' || duty.isRequired === (which === 'required'))
    .map((duty) => ({
      ...{ id: duty.id, label: duty.code, titleZh: duty.titleZh, titleEn: duty.titleEn, on: duty.sinceOn },
      ...(duty.audience === 'staff'
        ? { isInner: true, deskHref: `/desk/catalogue/duties/${duty.code}` }
        : { href: `/catalogue/${codes.get(duty.categoryId) ?? ''}` }),
    }))
})

/** Categories so many steps below the root of their tree that hold a line which units of the scope owe. */
export const categoriesAt = fewFacts<number, OwedLines>('category', readOwed, ({ lines, categories }, depth) => {
  const held = new Set(lines.map(({ categoryId }) => categoryId))
  const paths = categories.filter(({ id }) => held.has(id)).map(({ path }) => path)
  return categories
    .filter(({ path }) => depthOf(path) === depth && paths.some((one) => one.startsWith(path)))
    .map(({ id, code, nameZh, nameEn }): Fact => ({ id, label: code, titleZh: nameZh, titleEn: nameEn, href: `/catalogue/${code}` }))
})

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
