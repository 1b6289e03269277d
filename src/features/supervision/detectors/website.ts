import { addDays, addMonths, type Day } from '../../../kernel/day.ts'
import { emptySince } from './columns.ts'
import type { DetectorName, Shortfall } from './shortfall.ts'
import type { RequiredColumn, Thresholds } from './threshold.ts'
import { lineKey, rootOf, type SeenLine, type View } from './view.ts'

/** The home page shows what was released last: without anything new it has not been updated (V3). */
export function findStaleHome(view: View, { homeStale }: Thresholds): Shortfall[] {
  const root = rootOf(view)
  if (root === undefined) return []
  const lastDay = addDays(view.newestOn ?? root.sinceOn, homeStale.days)
  if (lastDay >= view.today) return []
  return ofSite(view, 'home-stale', 'site', addDays(lastDay, 1), { newest: view.newestOn ?? '', days: homeStale.days })
}

/** First-level columns that a government site must have and that are not there. */
export function findMissingColumns(view: View, { columns }: Thresholds): Shortfall[] {
  const root = rootOf(view)
  const codes = new Set([...view.categories.map((category) => category.code), ...view.lines.map((line) => line.code)])
  return columns.flatMap((column) => {
    const isThere = column.codes?.some((code) => codes.has(code)) ?? column.fields?.every((field) => !root?.missing.includes(field))
    return isThere === true || root === undefined
      ? []
      : ofSite(view, 'required-column', `column:${column.name}`, root.sinceOn, { column: column.name })
  })
}

/** News, notices and policy documents that stand still longer than the national indicators allow (V4, single columns). */
export function findStaleColumns(view: View, thresholds: Thresholds): Shortfall[] {
  return staleColumns(view, thresholds).flatMap(({ column, newestOn, sinceOn }) =>
    ofSite(view, 'site-column-stale', `column:${column.name}`, sinceOn, { column: column.name, newest: newestOn }),
  )
}

/** The whole site fails when too many columns are empty or stand still (V4). */
export function findColumnsVeto(view: View, thresholds: Thresholds): Shortfall[] {
  const { columnsVeto } = thresholds
  const empty: Day[] = []
  const longStale: Day[] = []
  for (const lines of publicColumns(view)) {
    const newest = newestOf(view, lines)
    if (newest === undefined) empty.push(...emptyColumnSince(view, lines, thresholds))
    else if (addMonths(newest, columnsVeto.longMonths) < view.today) longStale.push(addDays(addMonths(newest, columnsVeto.longMonths), 1))
  }
  const stale = staleColumns(view, thresholds).map(({ sinceOn }) => sinceOn)
  const reached = [reachedOn(empty, columnsVeto.empty), reachedOn(stale, columnsVeto.stale), reachedOn(longStale, columnsVeto.longStale)]
  const days = reached.filter((day) => day !== undefined).sort()
  if (days[0] === undefined) return []
  return ofSite(view, 'columns-veto', 'site', days[0], { empty: empty.length, stale: stale.length, long: longStale.length })
}

/** The day on which there were as many of them as `limit`. */
function reachedOn(days: readonly Day[], limit: number): Day | undefined {
  return [...days].sort()[limit - 1]
}

interface StaleColumn {
  column: RequiredColumn
  newestOn: Day
  sinceOn: Day
}

function staleColumns(view: View, { columns }: Thresholds): StaleColumn[] {
  return columns.flatMap((column) => {
    const newestOn = newestOf(view, linesOf(view, column.codes ?? []))
    if (newestOn === undefined) return []
    const lastDay = column.months === undefined ? column.days && addDays(newestOn, column.days) : addMonths(newestOn, column.months)
    return lastDay !== undefined && lastDay !== 0 && lastDay < view.today ? [{ column, newestOn, sinceOn: addDays(lastDay, 1) }] : []
  })
}

/** The duties with one of these codes, and those of categories with one of them, at or below. */
function linesOf(view: View, codes: readonly string[]): SeenLine[] {
  const paths = view.categories.filter((category) => codes.includes(category.code)).map((category) => category.path)
  const inside = new Set(view.categories.filter(({ path }) => paths.some((above) => path.startsWith(above))).map(({ id }) => id))
  return view.lines.filter((line) => !line.isForStaff && (codes.includes(line.code) || inside.has(line.categoryId)))
}

/** What the public sees as one column: the lines of one category, towards everybody. */
function publicColumns(view: View): SeenLine[][] {
  const columns = new Map<number, SeenLine[]>()
  for (const line of view.lines) {
    if (line.isForStaff || !line.isRequired) continue
    const column = columns.get(line.categoryId)
    if (column === undefined) columns.set(line.categoryId, [line])
    else column.push(line)
  }
  return [...columns.values()]
}

function newestOf(view: View, lines: readonly SeenLine[]): Day | undefined {
  return lines.reduce<Day | undefined>((newest, line) => {
    const own = view.published.get(lineKey(line))?.newestOn
    return own === undefined || (newest !== undefined && newest >= own) ? newest : own
  }, undefined)
}

/** Since when a column in which nothing stands should have had something; nowhere if the office has excused all of it. */
function emptyColumnSince(view: View, lines: readonly SeenLine[], thresholds: Thresholds): Day[] {
  const days = lines.flatMap((line) => (view.excused.has(lineKey(line)) ? [] : (emptySince(view, line, thresholds) ?? [])))
  return days.length === 0 ? [] : [days.reduce((earliest, day) => (day < earliest ? day : earliest))]
}

function ofSite(view: View, detector: DetectorName, subject: string, sinceOn: Day, seen: Shortfall['seen']): Shortfall[] {
  const root = rootOf(view)
  return root === undefined ? [] : [{ detector, subject, unitId: root.id, sinceOn, seen }]
}
