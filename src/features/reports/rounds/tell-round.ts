import type { Db } from '../../../platform/database/index.ts'
import { listRoundReminders } from './queries.ts'
import type { Round } from './round.ts'

/** How the record names a round. */
export const roundSubject = (id: number): string => `reports.round:${id}`

/** What the record fingerprints of a round: what is asked, of whom, and who was reminded. */
export async function roundContent(db: Db, { openedAt, unitIds, ...round }: Round): Promise<Record<string, unknown>> {
  const reminders = await listRoundReminders(db, round.id)
  return { ...round, openedAt: openedAt.toISOString(), unitIds: [...unitIds], reminders: reminders.map((one) => ({ ...one })) }
}
