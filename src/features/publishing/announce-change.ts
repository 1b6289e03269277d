import type { Db } from '../../platform/database/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { lockHead } from '../../platform/journal/index.ts'
import { insertPublicChange, type PublicChange } from './queries-changes.ts'

/**
 * Puts a change into the public history and has its followers told, in the transaction of the act. From here on other changes wait until
 * this one is through: so public changes get their numbers in the order in which they become true, and whoever reads them on from the
 * last number misses none.
 */
export async function announceChange(db: Db, documentId: number, change: PublicChange): Promise<void> {
  await lockHead(db)
  await insertPublicChange(db, documentId, change)
  await enqueue(db, 'subscriptions.tell', {}, { key: 'all' })
}
