import type { Site } from '../../../platform/site.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { countWaitingMails } from '../mailroom/queries.ts'
import { keyOf } from './line.ts'
import { listingFrom, orderOf, weekEnd, type CaseKey, type Listing } from './listing.ts'
import { countCases, findSearchedUntil, listCases, type CaseQuestion } from './queries.ts'
import { listUnconfirmedLetters } from './queries-work.ts'
import { readLines, type ToldLine } from './read-lines.ts'
import { unitsInReach, type ReachedUnits } from './units-in-reach.ts'

/** A page of the register as somebody reaches it. */
export interface Register {
  units: readonly Unit[]
  lines: readonly ToldLine[]
  count: number
  /** There are at least so many: nobody counted further. */
  isMore: boolean
  /** Where the list goes on. */
  next?: CaseKey | undefined
  /** Ordinary letters that must still be confirmed, on the first page only. */
  letters: readonly ToldLine[]
  /** How many letters by mail wait to be decided about; undefined where none are this person's to decide. */
  mails?: number | undefined
}

const pageLength = 50
const mostLetters = 10

/** Reads one page of the register. `after`: where the page before ended. */
export async function readRegister(site: Site, officer: Officer, listing: Listing, after?: CaseKey): Promise<Register> {
  const db = site.database.read
  const reached = await unitsInReach(site, 'applications.read', officer.posts)
  const { units } = reached
  const question = questionOf(site, officer, listing, reached)
  const found = await listCases(db, question, { after, limit: pageLength + 1 })
  const shown = found.slice(0, pageLength)
  const last = shown.at(-1)
  const isFull = found.length > pageLength && last !== undefined
  const own = ownUnits(units, officer)
  const letters = after === undefined ? await listUnconfirmedLetters(db, own, mostLetters) : []
  return {
    units,
    lines: await readLines(site, shown, units),
    ...(await countCases(db, question)),
    next: isFull ? keyOf(last, orderOf(listing.view)) : await findSearchedUntil(db, question, after),
    letters: await readLines(site, letters, units),
    mails: own.length === 0 ? undefined : await countWaitingMails(db, own),
  }
}

/** How many cases in reach of somebody are past their due day: what the register's view of them lists. */
export async function countOverdue(site: Site, officer: Officer): Promise<number> {
  const reached = await unitsInReach(site, 'applications.read', officer.posts)
  return (await countCases(site.database.read, questionOf(site, officer, listingFrom({ view: 'overdue' }), reached))).count
}

/** What a listing asks of the database, within the units that somebody reaches. */
export function questionOf(site: Site, officer: Officer, listing: Listing, { units, isWhole }: ReachedUnits): CaseQuestion {
  const chosen = units.filter((unit) => listing.unit === '' || unit.code === listing.unit).map((unit) => unit.id)
  const today = site.today()
  return {
    ...listing,
    unitIds: isWhole && listing.unit === '' ? 'all' : chosen,
    personId: officer.personId,
    today,
    weekEndsOn: weekEnd(today),
  }
}

/** Letters nag those who can confirm them, and nobody else. */
function ownUnits(units: readonly Unit[], officer: Officer): number[] {
  return units.filter((unit) => officerMay(officer, 'applications.handle', unit.path)).map((unit) => unit.id)
}
