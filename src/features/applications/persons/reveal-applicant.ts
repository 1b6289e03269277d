import type { Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { Applicant } from '../cases/applicant.ts'
import { findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { openOnRecord, type RevealRefusal } from './open-on-record.ts'

/** Opens who asked, for somebody whose duty it is, with a reason that is recorded. Throws NotFound. */
export function revealApplicant(site: Site, officer: Officer, ref: string, reason: string): Promise<Outcome<Applicant, RevealRefusal>> {
  return openOnRecord(site, officer, ref, reason, async (db, { id }) => {
    const found = await findSealed(db, id)
    return found && openApplicant(site, ref, found.sealed)
  })
}
