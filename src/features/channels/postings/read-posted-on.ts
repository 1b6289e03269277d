import type { Db } from '../../../platform/database/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Carrier } from '../carriers/carrier.ts'
import { listCarriers } from '../carriers/queries.ts'
import { kindOf } from '../load-kinds.ts'
import type { Kind } from '../kind.ts'
import type { Posting } from './posting.ts'
import { listPostings } from './queries.ts'

/** Where a document hangs or was printed. */
export interface PostedOn {
  posting: Posting
  carrier: Carrier
  kind: Kind
  unit: Unit
}

/** The carriers on which a document is besides this site: those where it hangs now, and the issues in which it stands. */
export async function readPostedOn(db: Db, documentId: number): Promise<PostedOn[]> {
  const postings = await listPostings(db, { documentIds: [documentId], isHanging: true, limit: 100 })
  if (postings.length === 0) return []
  const carriers = new Map((await listCarriers(db)).map((one) => [one.id, one]))
  const units = new Map((await listUnits(db)).map((one) => [one.id, one]))
  return postings.flatMap((posting) => {
    const carrier = carriers.get(posting.carrierId)
    const [unit, kind] = [units.get(carrier?.unitId ?? 0), kindOf(carrier?.kind ?? '')]
    return carrier === undefined || unit === undefined || kind === undefined ? [] : [{ posting, carrier, kind, unit }]
  })
}
