import type { Db } from '../../platform/database/index.ts'
import { findRumour, listRumourSteps } from './queries.ts'

/** How the record names what was reported. */
export function rumourSubject(id: number): string {
  return `clarifications.rumour:${id}`
}

/** What the record fingerprints of it: everything that was reported, found and done. */
export async function rumourContent(db: Db, id: number): Promise<Record<string, unknown>> {
  const rumour = await findRumour(db, id)
  if (rumour === undefined) throw new Error(`no ${rumourSubject(id)}`)
  return { ...rumour, steps: await listRumourSteps(db, id) }
}
