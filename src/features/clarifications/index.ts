import type { Db } from '../../platform/database/index.ts'
import { listRumourIds } from './queries.ts'
import { rumourContent, rumourSubject } from './read-content.ts'

export { moveRumour } from './move-rumour.ts'
export { reportRumour } from './report-rumour.ts'
export { routes } from './routes.tsx'

/** Everything that was reported as the record should know it. */
export async function* recordedRumours(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const id of await listRumourIds(db)) yield { subject: rumourSubject(id), content: await rumourContent(db, id) }
}
