import { addDays, daysBetween } from '../../../kernel/day.ts'
import type { Site } from '../../../platform/site.ts'
import { listEntries } from '../entered/queries.ts'
import { sumOfEntries, type Entry } from '../entered/entry.ts'
import { figures as allFigures } from './all-figures.ts'
import { countFigures, scopeOf, type Figure, type Question } from './count-figures.ts'
import { growthOf, type Growth } from './growth.ts'
import { before, yearBefore, type Period } from './period.ts'
import { contradictions, type Contradiction } from './relation.ts'

/** What a figure comes to. `none`: no record is counted for it and nobody entered it. */
export interface FigureValue {
  figure: Figure
  origin: 'counted' | 'by-hand' | 'none'
  value?: number | undefined
  isAtLeast: boolean
  /** What was entered by hand: the number itself, or one that stands beside a counted one. */
  entries: readonly Entry[]
  /** A number entered by hand that says something else than the records. */
  contradicts?: number | undefined
  /** Against the period before, and against the same period of the year before. */
  growth?: Growth | undefined
  yearGrowth?: Growth | undefined
}

/** All figures of a question, and what contradicts itself among them. */
export interface Account {
  question: Question
  values: readonly FigureValue[]
  contradictions: readonly Contradiction[]
}

/** Reads figures for a unit and a period with what they were before; all of them unless told which. */
export async function readAccount(site: Site, question: Question, figures: readonly Figure[] = allFigures): Promise<Account> {
  const earlier = (period: Period) => readValues(site, { ...question, ...sameStretch(question, period) }, figures)
  const [last, year] = [before(question.period), yearBefore(question.period)]
  const [now, then, yearAgo] = await Promise.all([
    readValues(site, question, figures),
    earlier(last),
    ...(last.code === year.code ? [] : [earlier(year)]),
  ])
  const values = now.map((one, index) => ({
    ...one,
    growth: growthOf(one.value, then[index]?.value),
    yearGrowth: growthOf(one.value, (yearAgo ?? then)[index]?.value),
  }))
  const known = values.flatMap(({ figure, value }): [string, number][] => (value === undefined ? [] : [[figure.code, value]]))
  return { question, values, contradictions: contradictions(new Map(known)) }
}

/** A period that still runs is held against as many days of the earlier one, with what was known on the last of them. */
function sameStretch({ period, cutOff }: Question, earlier: Period): Pick<Question, 'period' | 'cutOff'> {
  if (cutOff >= period.until) return { period: earlier, cutOff }
  const last = addDays(earlier.from, daysBetween(period.from, cutOff))
  const until = last < earlier.until ? last : earlier.until
  return { period: { ...earlier, until }, cutOff: until }
}

/** The same without what was before: what each figure comes to in the period itself. */
export async function readValues(site: Site, question: Question, figures: readonly Figure[]): Promise<FigureValue[]> {
  const db = site.database.read
  const { unitIds, from, until } = scopeOf(question)
  const counted = await countFigures(db, question, figures)
  const entries = await listEntries(db, { unitIds, figures: figures.map(({ code }) => code), from, until })
  return figures.map((figure) => {
    const own = figure.part === undefined ? entries.filter((one) => one.figure === figure.code) : []
    const entered = sumOfEntries(own)
    const count = counted.get(figure.code)?.get('')
    if (figure.facts === undefined)
      return entered === undefined ? { figure, origin: 'none', isAtLeast: false, entries: [] } : { figure, origin: 'by-hand', ...entered }
    const contradicts = entered !== undefined && entered.value !== count ? entered.value : undefined
    return { figure, origin: 'counted', value: count ?? 0, isAtLeast: false, entries: own, contradicts }
  })
}
