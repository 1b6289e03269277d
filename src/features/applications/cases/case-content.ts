import type { Db } from '../../../platform/database/index.ts'
import type { StoredApplication, StoredEvent } from './application.ts'
import { findById, findSealed } from './queries.ts'
import { listEvents } from './queries-events.ts'
import { listItems } from './queries-items.ts'

/** How the record names a case. */
export function caseSubject(id: number): string {
  return `applications.application:${id}`
}

/** What whoever asks has just read of a case, and need not be read again. */
interface Read {
  application: StoredApplication
  events: readonly StoredEvent[]
}

/**
 * What the record fingerprints of a case: all that was asked, decided and done, and a keyed hash of who asked. Never who it was: the
 * seal may be wrapped anew under another key without the case having changed.
 */
export async function caseContent(db: Db, id: number, read: Partial<Read> = {}): Promise<Record<string, unknown>> {
  const application = read.application ?? (await findById(db, id))
  if (application === undefined) throw new Error(`no ${caseSubject(id)}`)
  const sealed = await findSealed(db, id)
  return spoken({
    ...application,
    who: sealed?.hash.toString('hex') ?? '',
    items: await listItems(db, id),
    events: read.events ?? (await listEvents(db, id)),
  })
}

/** The same without what is absent, as JSON says it. */
function spoken(content: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(content)) as Record<string, unknown>
}
