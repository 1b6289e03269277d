import type { Site } from '../../../platform/site.ts'
import { listDuties, listTasks, tasksThat } from '../../catalogue/index.ts'
import { scopeOf, type Question } from '../figures/count-figures.ts'
import { makeFingerprint } from '../figures/make-fingerprint.ts'
import type { FiledCell } from '../making/queries-cells.ts'
import { addressOf, statementColumns, type StatementColumn, type StatementLine } from './statement.ts'

/** The tasks behind every number of a half-year statement, by the address of its cell, each list in order. */
export type TasksBehind = ReadonlyMap<string, readonly number[]>

/**
 * The lines of the catalogue of which tasks of the units fell due in a half-year, with how those tasks stand on the day of the cut-off;
 * and the tasks behind each number. Whatever a figure of the account counts is counted here, and nothing else.
 */
export async function readHalfYearLines(site: Site, question: Question): Promise<{ lines: StatementLine[]; behind: TasksBehind }> {
  const db = site.database.read
  const scope = scopeOf(question)
  const byColumn = new Map<StatementColumn, ReadonlySet<number>>()
  for (const column of statementColumns['half-year']) byColumn.set(column, new Set(await tasksThat(column).ids(db, scope)))
  const due = [...(byColumn.get('due') ?? [])]
  const tasks = await listTasks(db, { ids: due, limit: due.length + 1 })
  const duties = (await listDuties(db)).filter(({ id }) => tasks.some(({ dutyId }) => dutyId === id))
  const behind = new Map<string, number[]>()
  const lines = duties.map(({ id, code, titleZh, titleEn }) => {
    const own = tasks.flatMap((task) => (task.dutyId === id ? [task.id] : [])).toSorted((one, other) => one - other)
    const cells = statementColumns['half-year'].map((column) => {
      const ids = own.filter((taskId) => byColumn.get(column)?.has(taskId))
      behind.set(addressOf(code, column), ids)
      return { column, origin: 'counted', value: ids.length, isAtLeast: false } as const
    })
    return { code, nameZh: titleZh, nameEn: titleEn, cells }
  })
  return { lines, behind }
}

/** The numbers of a half-year as a filing keeps them. */
export function freezeHalfYear(question: Question, lines: readonly StatementLine[], behind: TasksBehind): FiledCell[] {
  const scope = scopeOf(question)
  return lines.flatMap(({ code }) =>
    statementColumns['half-year'].map((column): FiledCell => {
      const cell = addressOf(code, column)
      const ids = behind.get(cell) ?? []
      const fingerprint = makeFingerprint({ asked: cell, facts: tasksThat(column), scope }, ids)
      return { cell, origin: 'counted', value: ids.length, isAtLeast: false, ids, fingerprint }
    }),
  )
}
