import type { Db } from '../../../platform/database/index.ts'
import { findUnit, listUnits, type Unit } from '../../organisations/index.ts'
import { listKnown, listPublic, type KnownRelease } from '../../publishing/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { findCarrier } from '../carriers/queries.ts'
import type { Issue, IssueItem } from './issue.ts'

/** One thing in an issue with its document and who it is from. */
export interface IssueLine {
  item: IssueItem
  document: KnownRelease
  unit: Unit
}

/** An issue with all that its contents page says. */
export interface WholeIssue {
  issue: Issue
  carrier: Carrier
  unit: Unit
  lines: IssueLine[]
}

/** Everything about an issue; undefined when its gazette is gone. */
export async function readIssue(db: Db, issue: Issue): Promise<WholeIssue | undefined> {
  const carrier = await findCarrier(db, issue.carrierId)
  const unit = carrier && (await findUnit(db, carrier.unitId))
  if (carrier === undefined || unit === undefined) return undefined
  const units = new Map((await listUnits(db)).map((one) => [one.id, one]))
  const known = await listKnown(
    db,
    issue.items.map((item) => item.documentId),
  )
  const lines = issue.items.flatMap((item) => {
    const document = known.get(item.documentId)
    const from = units.get(document?.unitId ?? 0)
    return document === undefined || from === undefined ? [] : [{ item, document, unit: from }]
  })
  return { issue, carrier, unit, lines }
}

const mostOffered = 30

/** The newest releases of the gazette's unit and of all below it that are not in this issue yet. */
export async function readOffered(db: Db, { issue, unit, lines }: WholeIssue): Promise<{ document: KnownRelease; unit: Unit }[]> {
  if (issue.publishedAt !== undefined) return []
  const inIt = new Set(lines.map((line) => line.document.id))
  const newest = await listPublic(db, { unitPath: unit.path, limit: mostOffered + inIt.size })
  const ids = newest.flatMap((line) => (inIt.has(line.id) ? [] : [line.id])).slice(0, mostOffered)
  const known = await listKnown(db, ids)
  const units = new Map((await listUnits(db)).map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const document = known.get(id)
    const from = units.get(document?.unitId ?? 0)
    return document === undefined || from === undefined || !document.isPublic ? [] : [{ document, unit: from }]
  })
}
