import { sql } from 'kysely'
import { clockEvents, projectionOf, type StoredApplication, type StoredEvent } from '../../src/features/applications/cases/application.ts'
import { calendarOf } from '../../src/features/applications/cases/calendar-of.ts'
import { listEvents } from '../../src/features/applications/cases/queries-events.ts'
import { findById, listApplicationIds } from '../../src/features/applications/cases/queries.ts'
import { runEvents } from '../../src/features/applications/cases/read-clock.ts'
import { faultsIn } from '../../src/features/applications/figures/table.ts'
import { readTableFacts } from '../../src/features/applications/index.ts'
import { using } from '../../src/platform/database/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { simulateCase } from './simulate-case.ts'

/** A case of a played city, with everything that happened in it. */
export interface PlayedCase {
  application: StoredApplication
  events: readonly StoredEvent[]
}

/** Every case of a city, in the order in which they were entered. */
export async function playedCases({ database }: Site): Promise<PlayedCase[]> {
  const ids = await listApplicationIds(database.read)
  const found: PlayedCase[] = []
  for (const id of ids) {
    const application = await findById(database.read, id)
    if (application !== undefined) found.push({ application, events: await listEvents(database.read, id) })
  }
  return found
}

/** What is wrong with the dates of a case: the register against a replay of its events, and against a walk that knows nothing of the clock. */
export async function wrongDates(site: Site, { application, events }: PlayedCase): Promise<string[]> {
  const facts = clockEvents(events)
  const calendar = await calendarOf(site, application, events)
  const { clock, edition } = runEvents({ pack: site.pack, calendar }, facts)
  const walked = simulateCase(edition, facts, calendar, site.pack.choices)
  const kept = (name: string): string => String(application[name as keyof StoredApplication])
  const differ = (given: object, by: string): string[] =>
    Object.entries(given).flatMap(([name, value]) =>
      kept(name) === String(value) ? [] : [`${application.number} ${name}: ${kept(name)}, ${by} ${value}`],
    )
  const { state, receivedOn, baseDueOn, dueOn, endedOn, isInTime, isProvisional } = walked
  return [
    ...differ(projectionOf(clock), 'replayed'),
    ...differ({ state, receivedOn, baseDueOn, dueOn, endedOn, isInTime, isProvisional }, 'walked'),
  ]
}

/** The statutory tables that break an identity, by unit and year. */
export async function brokenTables({ database }: Site, cases: readonly PlayedCase[]): Promise<string[]> {
  const days = cases.flatMap(({ application }) => [application.arrivedOn, application.endedOn ?? application.arrivedOn])
  const broken: string[] = []
  for (const unitId of new Set(cases.map(({ application }) => application.unitId))) {
    for (const year of new Set(days.map((day) => Number(day.slice(0, 4))))) {
      const table = await readTableFacts(database.read, [unitId], year)
      if (table !== undefined && faultsIn(table).length > 0) broken.push(`unit ${unitId} in ${year}: ${faultsIn(table).join()}`)
    }
  }
  return broken
}

/** How many rows a table of the slice has, by the values of a column. */
export async function countBy({ database }: Site, table: 'letter' | 'challenge', column: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ value: string; n: string }>`
    select ${sql.ref(column)}::text as value, count(*) as n from ${sql.table(`applications.${table}`)} group by 1`.execute(
    using(database.read),
  )
  return new Map(rows.map(({ value, n }) => [value, Number(n)]))
}
