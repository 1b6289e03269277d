import { dayOf } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { listDuties } from '../../catalogue/index.ts'
import { listKnown, listPublic, type KnownRelease, type PublicLine } from '../../publishing/index.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { kindOf } from '../load-kinds.ts'
import type { Posting } from './posting.ts'
import { listPostings } from './queries.ts'

/** A posting with its document. `fault`: it must come down, or a newer text must be put up. */
export interface PostedLine {
  posting: Posting
  document: KnownRelease
  fault?: 'gone' | 'newer'
}

const mostLines = 100
const mostOffered = 40

/** What was put up on a carrier, the newest first; or one of its postings. */
export async function readPosted(db: Db, carrierId: number, id?: number): Promise<PostedLine[]> {
  const postings = await listPostings(db, { carrierIds: [carrierId], ...(id === undefined ? {} : { ids: [id] }), limit: mostLines })
  const known = await listKnown(
    db,
    postings.map((one) => one.documentId),
  )
  return postings.flatMap((posting) => {
    const document = known.get(posting.documentId)
    return document === undefined ? [] : [{ posting, document, fault: faultOf(posting, document) }]
  })
}

function faultOf(posting: Posting, document: KnownRelease): PostedLine['fault'] {
  if (posting.takenDownOn !== undefined || posting.issue !== '') return undefined
  if (!document.isPublic) return 'gone'
  return document.publishedVersion > posting.version ? 'newer' : undefined
}

/**
 * What may be put up next: `due` are the carrier's own unit's documents whose line of the catalogue names this channel and that never
 * hung there; `others` its other documents. Both since the carrier is in use, the newest first.
 */
export async function readDue(site: Site, carrier: Carrier, unit: Unit): Promise<{ due: PublicLine[]; others: PublicLine[] }> {
  const db = site.database.read
  const served = kindOf(carrier.kind)?.channels ?? []
  const duties = new Map((await listDuties(db)).map((duty) => [duty.id, duty.channels as string[]]))
  const released = await listPublic(db, { unitPath: unit.path, limit: 300 })
  const own = released.filter((line) => line.unitId === carrier.unitId && line.standing === 'published')
  const since = own.filter((line) => dayOf(line.publishedAt) >= carrier.sinceOn)
  const postings = await listPostings(db, { carrierIds: [carrier.id], limit: 2000 })
  const hung = new Set(postings.map((one) => one.documentId))
  const open = since.filter((line) => !hung.has(line.id))
  const isDue = (line: PublicLine): boolean => (duties.get(line.dutyId ?? 0) ?? []).some((channel) => served.includes(channel))
  return { due: open.filter(isDue).slice(0, mostOffered), others: open.filter((line) => !isDue(line)).slice(0, mostOffered) }
}
