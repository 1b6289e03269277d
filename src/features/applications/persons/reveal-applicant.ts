import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { Applicant } from '../cases/applicant.ts'
import { caseContent, caseSubject } from '../cases/case-content.ts'
import { findByRef, findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'

export type RevealRefusal = 'reason-missing' | 'erased'

/**
 * Opens who asked, for somebody whose duty it is, with a reason. Each opening is an entry of the record, and nothing of what is seen is
 * kept anywhere else.
 */
export async function revealApplicant(
  site: Site,
  officer: Officer,
  ref: string,
  reason: string,
): Promise<Outcome<Applicant, RevealRefusal>> {
  return site.database.transaction(async (db) => {
    const application = await findByRef(db, ref)
    if (application === undefined) throw new NotFound('applications.application')
    const found = await findSealed(db, application.id)
    if (reason === '') return refused('reason-missing')
    if (found === undefined) return refused('erased')
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.reveal', subject: caseSubject(application.id) },
      ...{ unitId: application.unitId, content: await caseContent(db, application.id), reason },
    })
    return done(openApplicant(site, ref, found.sealed))
  })
}
