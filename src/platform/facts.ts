import type { Day } from '../kernel/day.ts'
import type { Db } from './database/handle.ts'

/** What a figure is asked for: some units, a period with both ends, and the last day of which anything counts. */
export interface Scope {
  unitIds: readonly number[]
  from: Day
  until: Day
  /** What happened after this day is not known to the figure. */
  cutOff: Day
}

/** What kind of record stands behind a figure. */
export type FactKind = 'application' | 'challenge' | 'document' | 'unit' | 'task' | 'category' | 'line'

/** One record behind a figure. */
export interface Fact {
  id: number
  unitId?: number | undefined
  /** Its number or code. */
  label: string
  titleZh: string
  titleEn: string
  /** The day on account of which it counts. */
  on?: Day | undefined
  /** Only those who work here may know which record this is; others see the month. */
  isInner?: true | undefined
  /** The title of an inner record may be read by everybody. */
  isTitleOpen?: true | undefined
  /** Where everybody can read it, and where those who work here can; without the language. */
  href?: string | undefined
  deskHref?: string | undefined
}

/** By what counts are set apart: not at all, by unit, or by the month (`YYYY-MM`) of the day on account of which a record counts. */
export type Grouping = 'all' | 'unit' | 'month'

/** Counts by group: of each filter that was asked for, in their order. The group of `all` is ''. */
export type GroupedCounts = Map<string, number[]>

/**
 * Records that a slice lets be counted, by filters of its own. Counting, listing and naming ask the same condition, so the length of the
 * list is the number. Counts come for many filters from one reading; lists come in the order of ids, after `after`.
 */
export interface FactSource<Filter> {
  kind: FactKind
  counts(db: Db, scope: Scope, filters: readonly Filter[], by: Grouping): Promise<GroupedCounts>
  list(db: Db, scope: Scope, filter: Filter, after: number, limit: number): Promise<Fact[]>
  ids(db: Db, scope: Scope, filter: Filter): Promise<number[]>
  /** Records by their ids, whether they still count or not, in any order; those that are no more are left out. */
  byIds(db: Db, scope: Scope, filter: Filter, ids: readonly number[]): Promise<Fact[]>
}

/** The records that one filter lets through. */
export interface Facts {
  kind: FactKind
  /** The same for all that come from one source: they can be counted in one reading. */
  source: symbol
  /** What is asked, as a fingerprint keeps it: the filter of the source. */
  filter: unknown
  /** Counts these and others of the same source together. */
  counts(db: Db, scope: Scope, together: readonly Facts[], by: Grouping): Promise<GroupedCounts>
  list(db: Db, scope: Scope, after: number, limit: number): Promise<Fact[]>
  ids(db: Db, scope: Scope): Promise<number[]>
  /** Records by their ids, whether they still count or not, in order; those that are no more are left out. */
  byIds(db: Db, scope: Scope, ids: readonly number[]): Promise<Fact[]>
}

/** Makes a function that gives the facts of a filter. */
export function factsFrom<Filter>(source: FactSource<Filter>): (filter: Filter) => Facts {
  const mark = Symbol(source.kind)
  const filters = new WeakMap<Facts, Filter>()
  return (filter) => {
    const facts: Facts = {
      ...{ kind: source.kind, source: mark, filter },
      counts(db, scope, together, by) {
        const asked = together.flatMap((one) => filters.get(one) ?? [])
        if (asked.length !== together.length) throw new Error(`${source.kind}: facts of another source cannot be counted together`)
        return source.counts(db, scope, asked, by)
      },
      list: (db, scope, after, limit) => source.list(db, scope, filter, after, limit),
      ids: (db, scope) => source.ids(db, scope, filter),
      byIds: async (db, scope, ids) => inOrder(await source.byIds(db, scope, filter, ids)),
    }
    filters.set(facts, filter)
    return facts
  }
}

/**
 * A source of which there is little enough to be read at once, such as units and lines of the catalogue. `know` reads what all filters look
 * at, once for all of them; `pick` answers those that one lets through, in any order, and `byIds` some by their ids, counted or not.
 */
export function fewFacts<Filter, Known>(
  kind: FactKind,
  know: (db: Db, scope: Scope) => Promise<Known>,
  pick: (known: Known, filter: Filter, scope: Scope) => Fact[],
  byIds: FactSource<Filter>['byIds'],
): (filter: Filter) => Facts {
  const picked = async (db: Db, scope: Scope, filter: Filter) => inOrder(pick(await know(db, scope), filter, scope))
  return factsFrom<Filter>({
    ...{ kind, byIds },
    async counts(db, scope, filters, by) {
      const counts: GroupedCounts = new Map()
      const known = await know(db, scope)
      for (const [at, filter] of filters.entries())
        for (const fact of pick(known, filter, scope)) {
          const group = by === 'unit' ? String(fact.unitId ?? '') : by === 'month' ? (fact.on ?? '').slice(0, 7) : ''
          const row = counts.get(group) ?? filters.map(() => 0)
          row[at] = (row[at] ?? 0) + 1
          counts.set(group, row)
        }
      return counts
    },
    ids: async (db, scope, filter) => (await picked(db, scope, filter)).map(({ id }) => id),
    list: async (db, scope, filter, after, limit) => (await picked(db, scope, filter)).filter(({ id }) => id > after).slice(0, limit),
  })
}

function inOrder(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((one, other) => one.id - other.id)
}

/** The last day of a scope that counts. */
export function lastDay({ until, cutOff }: Pick<Scope, 'until' | 'cutOff'>): Day {
  return until < cutOff ? until : cutOff
}
