import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Grouping, GroupedCounts } from '../facts.ts'

/** What a source counts from: its rows (`from … where …`), and the expressions of their unit and of the day on which each filter counts. */
export interface Counting {
  /** `from <tables> where <what holds for all filters>`. */
  rows: RawBuilder<unknown>
  filters: readonly RawBuilder<SqlBool>[]
  unit: RawBuilder<unknown>
  /** The day of a record, by filter: one expression each. */
  days: readonly RawBuilder<unknown>[]
  /** Filters that look into another table: each is counted by itself. */
  isApart?: readonly boolean[]
  /** What holds for all filters but those: said beside them, it keeps rows that none of them lets through from being read. */
  nearby?: RawBuilder<SqlBool>
  /** The rows hold hardly anything that no filter lets through: asking every row whether one does would only cost. */
  isClose?: boolean
}

/**
 * Counts what each of several filters lets through, from one reading of the rows. By month, and where a filter looks into another table, from
 * one reading for each.
 */
export async function countGroups<Tables>(
  db: Kysely<Tables>,
  { rows, filters, unit, days, isApart, nearby, isClose }: Counting,
  by: Grouping,
): Promise<GroupedCounts> {
  const counts: GroupedCounts = new Map()
  const take = (group: string, at: number, n: number) => {
    const row = counts.get(group) ?? filters.map(() => 0)
    row[at] = n
    counts.set(group, row)
  }
  if (by === 'month') {
    for (const [at, filter] of filters.entries()) {
      const { rows: found } = await sql<{ group: string; n: number }>`
        select to_char(${days[at] ?? sql`null::date`}, 'YYYY-MM') as "group", count(*) as n ${rows} and ${filter} group by 1`.execute(db)
      for (const { group, n } of found) take(group, at, Number(n))
    }
    return counts
  }
  const group = by === 'unit' ? sql`${unit}::text` : sql`''`
  const apart = [...filters.keys()].filter((at) => isApart?.[at] === true)
  const together = [...filters.keys()].filter((at) => !apart.includes(at))
  for (const part of [together, ...apart.map((at) => [at])].filter(({ length }) => length > 0)) {
    const conditions = part.flatMap((at) => filters[at] ?? [])
    const columns = conditions.map((one, index) => sql`count(*) filter (where ${one}) as ${sql.ref(`n${index}`)}`)
    // A condition that stands alone selects the rows: then the database may join instead of looking behind each row.
    const counted = conditions.length === 1 ? [sql`count(*) as n0`] : columns
    const near = part === together && nearby !== undefined ? sql`and ${nearby}` : sql``
    // By unit, it keeps out groups that hold nothing.
    const some = isClose === true && by === 'all' && conditions.length > 1 ? sql`` : sql`and (${sql.join(conditions, sql` or `)})`
    const { rows: found } = await sql<{ group: string } & Record<string, number | string>>`
      select ${group} as "group", ${sql.join(counted)} ${rows} ${near} ${some} group by 1`.execute(db)
    for (const row of found) for (const [index, at] of part.entries()) take(row.group, at, Number(row[`n${index}`]))
  }
  return counts
}
