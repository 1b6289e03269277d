import type { Day } from '../../../kernel/day.ts'
import { reach } from '../../../kernel/policy.ts'
import type { Site } from '../../../platform/site.ts'
import { listUnitIdsUnder } from '../../organisations/index.ts'
import type { Officer } from '../officer.ts'
import { readDocument } from '../read-document.ts'
import { listUnreviewed } from './queries.ts'

/** A release in an emergency that owes its review. */
export interface Unreviewed {
  id: number
  unitId: number
  title: string
  indexNumber: string
  dueOn: Day
  kind: string
}

const most = 50

/** Releases in an emergency that this person may review: neither theirs nor written by them. The first due first. */
export async function readUnreviewed(site: Site, { personId, posts }: Officer): Promise<Unreviewed[]> {
  const db = site.database.read
  const unitIds = await listUnitIdsUnder(db, reach('documents.review-after', posts))
  const found: Unreviewed[] = []
  for (const one of await listUnreviewed(db, unitIds, most)) {
    const whole = one.byId === personId || one.authors.includes(personId) ? undefined : await readDocument(db, one.documentId)
    if (whole === undefined || whole.document.stage !== 'released') continue
    const { id, unitId, indexNumber } = whole.document
    found.push({ id, unitId, indexNumber, title: whole.version.title, dueOn: one.dueOn, kind: one.kind })
  }
  return found
}
