import { fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { officerOf } from '../read-asked.ts'
import { readTicked, writeTicked } from './batch.ts'
import { moveMany } from './move-many.ts'
import { BulkPage } from './pages/bulk-page.tsx'
import { BulkDonePage } from './pages/bulk-done-page.tsx'
import { readBatch } from './read-batch.ts'

/** Deciding on many documents at once: first what would happen and what cannot, then what was done. Both are sent as forms of the queue. */
export const bulkRoutes: readonly Route[] = [
  { method: 'POST', path: '/desk/reviews/many', policy: 'documents.read', answer: choose },
  { method: 'POST', path: '/desk/reviews/many/confirm', policy: 'documents.read', answer: confirm },
]

async function choose(ask: Ask): Promise<Answer> {
  const all = fields(ask, 'all')
  const ticked = readTicked(all.length > 0 ? fields(ask, 'shown') : fields(ask, 'chosen'))
  if (ticked.length === 0) return { redirect: `${href(ask.reader, '/desk/reviews')}?done=none` }
  const planned = await readBatch(
    ask.site,
    officerOf(ask),
    ticked.map((one) => one.id),
  )
  // What was looked at in the queue is what is decided on: a text that changed since then is refused at the end.
  const seen = new Map(ticked.map((one) => [one.id, writeTicked(one)]))
  return { page: <BulkPage reader={ask.reader} planned={planned} seen={seen} /> }
}

async function confirm(ask: Ask): Promise<Answer> {
  const moved = await moveMany(ask.site, officerOf(ask), readTicked(fields(ask, 'chosen')))
  return { page: <BulkDonePage reader={ask.reader} moved={moved} /> }
}
