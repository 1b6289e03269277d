import { addDays } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { countFigures, hasMonths, type Figure, type Question } from './count-figures.ts'
import { periodWith, type Period } from './period.ts'

/** How many months a trend shows. */
export const trendMonths = 36

/**
 * A figure month by month up to that of the question, the earliest first; empty for one that has no months. Each month says what the figure of
 * that month alone says with the same cut-off.
 */
export async function readTrend(site: Site, figure: Figure, question: Question): Promise<{ month: string; count: number }[]> {
  if (!hasMonths(figure)) return []
  const db = site.database.read
  const months = monthsUpTo(question.period.until < question.cutOff ? question.period.until : question.cutOff)
  const counts =
    figure.isAskedMonthly === true ? await countEach(db, figure, question, months) : await countAll(db, figure, question, months)
  return months.map(({ code }) => ({ month: code, count: counts.get(code) ?? 0 }))
}

function monthsUpTo(day: Period['until']): Period[] {
  const months = [periodWith('month', day)]
  while (months.length < trendMonths) months.unshift(periodWith('month', addDays(months[0]?.from ?? day, -1)))
  return months
}

/** Every month by itself. */
async function countEach(db: Db, figure: Figure, question: Question, months: readonly Period[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const period of months) {
    const counted = await countFigures(db, { ...question, period }, [figure])
    counts.set(period.code, counted.get(figure.code)?.get('') ?? 0)
  }
  return counts
}

/** All months in one reading, and one for each later month in which units began: what they took over from before is not theirs yet. */
async function countAll(db: Db, figure: Figure, question: Question, months: readonly Period[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const [at, first] of months.entries()) {
    const units = question.units.filter(({ sinceOn }) => sinceOn <= first.until && (at === 0 || sinceOn >= first.from))
    if (units.length === 0) continue
    const period = { ...question.period, from: first.from, until: months.at(-1)?.until ?? first.until }
    const counted =
      (await countFigures(db, { ...question, units, period }, [figure], 'month')).get(figure.code) ?? new Map<string, number>()
    for (const [month, count] of counted) counts.set(month, (counts.get(month) ?? 0) + count)
  }
  return counts
}
