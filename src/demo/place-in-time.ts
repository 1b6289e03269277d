import { addDays, addMonths, asDay, daysBetween, yearOf, type Day } from '../kernel/day.ts'
import type { DemoPublication } from './read-pack.ts'

const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

/**
 * Gives what reports on a period its days: so many days after the end of the period that lies `ago` periods back. What would be
 * released only after today is left out: its task is still open.
 */
export function placeInTime(publications: readonly DemoPublication[], today: Day): DemoPublication[] {
  return publications.flatMap((publication) => {
    const { period } = publication
    if (period === undefined) return [publication]
    const end = endOf(period.every, period.ago, today)
    const formedDaysAgo = daysBetween(end, today) - period.formedAfter
    const publishedDaysAgo = daysBetween(end, today) - period.publishedAfter
    return publishedDaysAgo < 0 ? [] : [{ ...publication, formedDaysAgo, publishedDaysAgo }]
  })
}

/** The last day of the period that lies `ago` periods before the one of today. */
function endOf(every: keyof typeof monthsOf, ago: number, today: Day): Day {
  const months = monthsOf[every]
  const start = Math.floor((Number(today.slice(5, 7)) - 1) / months) * months + 1
  const first = asDay(`${yearOf(today)}-${String(start).padStart(2, '0')}-01`)
  return addDays(addMonths(first, -months * (ago - 1)), -1)
}
