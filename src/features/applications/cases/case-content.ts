import type { Db } from '../../../platform/database/index.ts'
import type { StoredEvent } from './application.ts'
import { findById, findSealed, type SavedCase } from './queries.ts'
import { listEvents } from './queries-events.ts'
import { listItems } from './queries-items.ts'

/** How the record names a case. */
export function caseSubject(id: number): string {
  return `applications.application:${id}`
}

/**
 * What the record fingerprints of a case: all that was asked, decided and done, and a keyed hash of who asked. Never who it was: the
 * seal may be wrapped anew under another key without the case having changed.
 */
export async function caseContent(db: Db, id: number): Promise<Record<string, unknown>> {
  const application = await findById(db, id)
  if (application === undefined) throw new Error(`no ${caseSubject(id)}`)
  const sealed = await findSealed(db, id)
  return contentOf(db, { application, who: sealed?.hash.toString('hex') ?? '' }, await listEvents(db, id))
}

/** The same of a case that was just saved, whose events are at hand. */
export async function contentOf(db: Db, { application, who }: SavedCase, events: readonly StoredEvent[]): Promise<Record<string, unknown>> {
  return spoken({ ...application, who, items: await listItems(db, application.id), events })
}

/** The same without what is absent, as JSON says it. */
function spoken(content: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(content)) as Record<string, unknown>
}
