import type { Db } from '../../../platform/database/index.ts'
import type { StoredEvent } from './application.ts'
import { findById, findSealed, type SavedCase } from './queries.ts'
import { listEvents } from './queries-events.ts'
import { listItems, type StoredItem } from './queries-items.ts'

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
export async function contentOf(db: Db, saved: SavedCase, events: readonly StoredEvent[]): Promise<Record<string, unknown>> {
  return contentWith(saved, await listItems(db, saved.application.id), events)
}

/** The same of a case of which everything is at hand: without what is absent, as JSON says it. */
export function contentWith(
  { application, who }: SavedCase,
  items: readonly StoredItem[],
  events: readonly StoredEvent[],
): Record<string, unknown> {
  return JSON.parse(JSON.stringify({ ...application, who, items, events })) as Record<string, unknown>
}
