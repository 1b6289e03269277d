import type { Db } from '../../../platform/database/index.ts'
import type { Fact } from '../../../platform/facts.ts'
import { listCategories, listDuties, type Category } from '../../catalogue/index.ts'
import { countFigures, scopeOf, type Question } from './count-figures.ts'
import { documentsOfLines } from './defined/documents-of-lines.ts'

/** A column of the portal or a line in it, and what was released under it in the period. */
export interface CountedLine {
  kind: 'column' | 'line'
  code: string
  nameZh: string
  nameEn: string
  dutyIds: readonly number[]
  count: number
}

/** What was released under each line, after the sum of its column; what holds nothing is left out. Lines for staff are not told. */
export async function countByLine(db: Db, question: Question): Promise<CountedLine[]> {
  const duties = (await listDuties(db)).filter(({ audience }) => audience !== 'staff')
  const categories = inTreeOrder(await listCategories(db))
  const figures = duties.map(({ id }) => ({ ...documentsOfLines([id]), code: String(id) }))
  const counts = await countFigures(db, question, figures)
  const lines = duties.map(({ id, code, categoryId, titleZh, titleEn }) => ({
    ...{ kind: 'line' as const, code, nameZh: titleZh, nameEn: titleEn, dutyIds: [id], categoryId },
    count: counts.get(String(id))?.get('') ?? 0,
  }))
  return categories.flatMap(({ id, code, path, nameZh, nameEn }): CountedLine[] => {
    const below = new Set(categories.filter((one) => one.path.startsWith(path)).map((one) => one.id))
    const held = lines.filter(({ categoryId, count }) => below.has(categoryId) && count > 0)
    if (held.length === 0) return []
    const count = held.reduce((sum, one) => sum + one.count, 0)
    const column = { kind: 'column' as const, code, nameZh, nameEn, dutyIds: held.flatMap(({ dutyIds }) => dutyIds), count }
    const own = held.filter(({ categoryId }) => categoryId === id).map(({ categoryId: _, ...line }) => line)
    // A column with one line is that line: its sum would only say the same again.
    return held.length === 1 && own.length === 1 ? own : [column, ...own]
  })
}

/** Categories as their tree is read: each before what lies below it, those of one parent in the order of their positions. */
function inTreeOrder(categories: readonly Category[]): Category[] {
  const places = new Map(categories.map(({ id, position }) => [String(id), position]))
  const keyOf = ({ path }: Category): number[] => path.split('/').flatMap((id) => (id === '' ? [] : [places.get(id) ?? 0, Number(id)]))
  return categories.toSorted((one, other) => {
    const [first, second] = [keyOf(one), keyOf(other)]
    const at = first.findIndex((part, index) => part !== second[index])
    return at < 0 ? first.length - second.length : (first[at] ?? 0) - (second[at] ?? -1)
  })
}

/** The documents behind one of them, after an id. */
export function listByLine(db: Db, question: Question, { dutyIds }: CountedLine, after: number, limit: number): Promise<Fact[]> {
  return documentsOfLines(dutyIds).facts?.list(db, scopeOf(question), after, limit) ?? Promise.resolve([])
}
