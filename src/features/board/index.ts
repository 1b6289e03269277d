import type { Db } from '../../platform/database/index.ts'
import { listReminders } from './queries.ts'
import { reminderContent, reminderSubject } from './remind-units.ts'

export { routes } from './routes.tsx'

/** Every reminder as the record should know it. */
export async function* recordedReminders(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const reminder of await listReminders(db)) yield { subject: reminderSubject(reminder.id), content: reminderContent(reminder) }
}
