import { maskEmail } from '../../../kernel/mask.ts'
import { done } from '../../../kernel/outcome.ts'
import { parseMail } from '../../../platform/inbox/index.ts'
import { record } from '../../../platform/journal/index.ts'
import { sealBytes } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { aboutCandidate, candidateContent, candidateSubject } from './candidate.ts'
import { hasCandidate, insertCandidate } from './queries.ts'

/** A larger mail is kept as far as its beginning goes, or refused by whoever can refuse it. */
export const mostMailBytes = 30_000_000

/** A mail as it reached us. */
export interface ArrivedMail {
  /** All of it, or the beginning of one that is too large. */
  raw: Buffer
  /** Of the whole mail. */
  sizeBytes: number
  arrivedAt: Date
}

/**
 * Keeps a mail for a unit as a letter that somebody has to decide about: whole, under a seal that is bound to this unit and this mail. The
 * same mail a second time changes nothing, also after it was decided. Answers whether it was new.
 */
export async function keepMail(site: Site, unitId: number, { raw, sizeBytes, arrivedAt }: ArrivedMail): Promise<boolean> {
  // Its head says all that is wanted here; the rest is read when somebody opens it.
  const { sha256, from, isAutomatic } = await parseMail(raw, { maxBytes: 0 })
  if (await hasCandidate(site.database.read, unitId, sha256)) return false
  const sealed = sealBytes(site.keys, raw, aboutCandidate(unitId, sha256))
  const kept = await site.database.transaction(async (db) => {
    const candidate = await insertCandidate(db, {
      ...{ unitId, sealed, sha256, sizeBytes, maskedFrom: maskEmail(from.address), isAutomatic, arrivedAt },
    })
    if (candidate === undefined) return done(false)
    await record(db, {
      ...{ at: site.now(), actor: 'system', act: 'applications.keep-mail', subject: candidateSubject(candidate.id), unitId },
      content: candidateContent(candidate),
    })
    return done(true)
  })
  return kept.value
}
