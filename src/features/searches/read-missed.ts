import { addDays, type Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import { tsquery } from '../../platform/search/terms.ts'
import type { Site } from '../../platform/site.ts'
import { findAnswered } from '../publishing/index.ts'
import type { Missed } from './missed.ts'
import { listAskedSince, listMissed } from './queries-missed.ts'
import { readSynonyms } from './read-synonyms.ts'
import { mondayOf, weeksOf, type Week } from './weeks.ts'

export const missedViews = ['waiting', 'found', 'decided'] as const
export type MissedView = (typeof missedViews)[number]

/** Words that found nothing, week by week; `foundOn` is the day of a document that they find by now. */
export interface MissedLine extends Missed {
  weeks: Week[]
  times: number
  foundOn?: Day
}

const weeksShown = 8
const mostShown = 300

/**
 * What the public searches for in vain, the most asked first. Whether words find something by now is asked anew each time: a document
 * that has them closes the matter by itself.
 */
export async function readMissed(site: Site, view: MissedView): Promise<MissedLine[]> {
  const db = site.database.read
  const since = firstDay(site)
  const missed = await listMissed(db, { isDecided: view === 'decided', since, limit: mostShown })
  const lines = await withWeeks(site, db, missed)
  return lines.filter((line) => view === 'decided' || (line.foundOn !== undefined) === (view === 'found'))
}

/** The same words with their weeks and what they find by now. */
export async function withWeeks(site: Site, db: Db, missed: readonly Missed[]): Promise<MissedLine[]> {
  const synonyms = await readSynonyms(site, db)
  const queries = new Map(missed.map((one) => [one.id, tsquery(one.words, synonyms)]))
  const asked = await listAskedSince(
    db,
    missed.map((one) => one.id),
    firstDay(site),
  )
  const answered = await findAnswered(db, [...new Set([...queries.values()].filter((query) => query !== undefined))])
  return missed.map((one) => {
    const weeks = weeksOf(asked.get(one.id) ?? [], site.today(), weeksShown)
    const times = weeks.reduce((sum, week) => sum + week.times, 0)
    return { ...one, weeks, times, foundOn: answered.get(queries.get(one.id) ?? '') }
  })
}

function firstDay(site: Site): Day {
  return addDays(mondayOf(site.today()), -(weeksShown - 1) * weekLength)
}

const weekLength = 7
