import type { Db } from '../../../platform/database/index.ts'
import type { Facts, Grouping, Scope } from '../../../platform/facts.ts'
import type { Unit, UnitKind } from '../../organisations/index.ts'
import type { Period } from './period.ts'

export const figureGroups = ['documents', 'promises', 'applications', 'catalogue', 'units', 'by-hand'] as const
export type FigureGroup = (typeof figureGroups)[number]

/** A way to take a figure apart, and its parts: each record is in one of them. Words: `account.by.<code>` and those of the parts. */
export interface Dimension {
  code: 'channel' | 'applicant' | 'outcome'
  parts: readonly { code: string; facts: Facts }[]
}

/**
 * A figure: a question to the records with a name. Its words are `account.figure.<code>`, `….means` (what it counts) and `….basis`
 * (the rule from which it comes). Without `facts` it is reported by hand, until records exist.
 */
export interface Figure {
  code: string
  group: FigureGroup
  facts?: Facts
  /** Only units of these kinds are asked. */
  unitKinds?: readonly UnitKind[]
  /** Measured on the first or the last day of a period, not over it. */
  isStock?: true
  /** Its records have no day by which months could be told apart. */
  isDayless?: true
  dimensions?: readonly Dimension[]
  /** It is one part of the figure of that code, not the whole. */
  part?: { by: Dimension['code']; code: string }
  /** One month may count what the same month of a longer period does not: what is pending at its end, or changed again later. */
  isAskedMonthly?: true
  /** How many digits behind the point a number that is reported by hand may have; none unless told. */
  decimals?: number
}

/** For which units, which period, and with what knowledge a figure is asked. */
export interface Question {
  /** Every unit there is. */
  units: readonly Unit[]
  /** The unit with all below it; undefined: the whole city. */
  unit?: Unit | undefined
  /** That unit alone, without what is below it. */
  isAlone?: boolean
  period: Period
  cutOff: Scope['cutOff']
}

/**
 * The units that a question asks, of the kinds that a figure counts. Also those that ended, even before the period: what they left
 * behind is still open, corrected or in force. Whoever counts units looks whether they exist.
 */
export function scopeOf({ units, unit, isAlone, period, cutOff }: Question, kinds?: readonly UnitKind[]): Scope {
  const unitIds = units
    .filter((one) => unit === undefined || (isAlone === true ? one.id === unit.id : one.path.startsWith(unit.path)))
    .filter((one) => kinds === undefined || kinds.includes(one.kind))
    .filter((one) => one.sinceOn <= period.until)
    .map(({ id }) => id)
  return { unitIds, from: period.from, until: period.until, cutOff }
}

/** One part of a figure, as a figure of its own; undefined where it has none of that name. */
export function partOf(figure: Figure, by: string, code: string): Figure | undefined {
  const dimension = figure.dimensions?.find((one) => one.code === by)
  const part = dimension?.parts.find((one) => one.code === code)
  if (dimension === undefined || part === undefined) return undefined
  const { dimensions: _dimensions, ...rest } = figure
  return { ...rest, facts: part.facts, part: { by: dimension.code, code } }
}

/** Can a figure be told month by month? Not what is measured on one day, and not what people report for whole periods. */
export function hasMonths({ facts, isStock, isDayless }: Figure): boolean {
  return facts !== undefined && isStock !== true && isDayless !== true
}

/** Counts figures for one question, by code and group; those of one source and one kind of units come from one reading. */
export async function countFigures(
  db: Db,
  question: Question,
  figures: readonly Figure[],
  by: Grouping = 'all',
): Promise<Map<string, Map<string, number>>> {
  const counted = new Map<string, Map<string, number>>()
  for (const batch of batchesOf(figures)) {
    const [first] = batch
    if (first?.facts === undefined) continue
    const together = batch.flatMap(({ facts }) => facts ?? [])
    const groups = await first.facts.counts(db, scopeOf(question, first.unitKinds), together, by)
    for (const [at, { code }] of batch.entries()) {
      const byGroup = new Map([...groups].map(([group, counts]) => [group, counts[at] ?? 0]))
      if (by === 'all' && byGroup.size === 0) byGroup.set('', 0)
      counted.set(code, byGroup)
    }
  }
  return counted
}

function batchesOf(figures: readonly Figure[]): Figure[][] {
  const batches = new Map<string, Figure[]>()
  const sources: symbol[] = []
  for (const figure of figures) {
    if (figure.facts === undefined) continue
    if (!sources.includes(figure.facts.source)) sources.push(figure.facts.source)
    const key = `${sources.indexOf(figure.facts.source)} ${figure.unitKinds?.join() ?? ''}`
    batches.set(key, [...(batches.get(key) ?? []), figure])
  }
  return [...batches.values()]
}
