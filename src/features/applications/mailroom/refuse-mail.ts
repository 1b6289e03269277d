import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { candidateContent, candidateSubject, refuseReasons, type Candidate } from './candidate.ts'
import { decideCandidate } from './queries.ts'
import { reachMail } from './reach-mail.ts'

export type RefuseRefusal = 'decided' | 'refuse-reason-missing'

/**
 * Says that a letter by mail is no application, or none of its own, and why. The mail is forgotten, the reason stays; in a mailbox that
 * is read by IMAP the letter itself still lies. Throws NotFound and NotAllowed.
 */
export async function refuseMail(site: Site, officer: Officer, id: number, typed: string): Promise<Outcome<Candidate, RefuseRefusal>> {
  return site.database.transaction(async (db) => {
    const { candidate, unit } = await reachMail(db, officer, id)
    const reason = refuseReasons.find((one) => one === typed)
    if (candidate.state !== 'waiting') return refused('decided')
    if (reason === undefined) return refused('refuse-reason-missing')
    const decided = await decideCandidate(db, id, { state: 'refused', reason, decidedBy: officer.personId })
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.refuse-mail', subject: candidateSubject(id) },
      ...{ unitId: unit.id, content: candidateContent(decided) },
    })
    return done(decided)
  })
}
