import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { joinTransaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { Applicant } from '../cases/applicant.ts'
import type { Wish } from '../cases/wish.ts'
import type { Opened } from '../intake/open-case.ts'
import { registerApplication, type RegisterRefusal } from '../intake/register-application.ts'
import { candidateContent, candidateSubject } from './candidate.ts'
import { decideCandidate } from './queries.ts'
import { reachMail } from './reach-mail.ts'
import { readMail } from './read-mail.ts'

/** A letter by mail as somebody read it. */
export interface Acceptance {
  wish: Wish
  applicant: Applicant
  /** When the mail system received it, where somebody knows better than the mailbox. */
  arrivedOn: Day | undefined
  /** When unit and applicant confirmed the receipt; until then the clock of a mail does not run (OGI-2019 art. 31(4)). */
  confirmedOn?: Day | undefined
  /** Places of the enclosed files that become files of the case. */
  enclosures: readonly number[]
}

export type AcceptRefusal = 'decided' | RegisterRefusal

/**
 * Makes a case of a letter by mail, through the same act as everything that is entered at the desk: the files that were chosen lie under
 * the seal of the case, the mail itself is forgotten. A letter becomes one case, however often it is sent. Refused with everything that
 * is missing, and where somebody has decided about it before; throws NotFound and NotAllowed.
 */
export async function acceptMail(
  site: Site,
  officer: Officer,
  id: number,
  acceptance: Acceptance,
): Promise<Outcome<Opened, AcceptRefusal>> {
  return site.database.transaction(async (db) => {
    const { candidate, unit } = await reachMail(db, officer, id)
    const opened = await readMail(site, db, candidate)
    if (opened === undefined) return refused('decided')
    const { wish, applicant, arrivedOn, confirmedOn } = acceptance
    const chosen = opened.enclosures.filter(({ nth }) => acceptance.enclosures.includes(nth))
    const outcome = await registerApplication({ ...site, database: joinTransaction(site.database, db) }, officer, {
      ...{ unit: unit.code, wish, applicant, arrival: { channel: 'email', arrivedOn, ...(confirmedOn && { confirmedOn }) } },
      ...{
        formKey: candidateSubject(id),
        files: chosen.filter(({ wrong }) => wrong.length === 0).map(({ name, bytes }) => ({ name, bytes })),
      },
    })
    const wrong = new Set(chosen.flatMap((one) => one.wrong.map((why) => `file-${why}` as const)))
    if (!outcome.ok) return refused(...outcome.refusals, ...wrong)
    if (wrong.size > 0) return refused(...wrong)
    const decision = { state: 'accepted', applicationId: outcome.value.id, decidedBy: officer.personId } as const
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.accept-mail', subject: candidateSubject(id) },
      ...{ unitId: unit.id, content: candidateContent(await decideCandidate(db, id, decision)) },
    })
    return done(outcome.value)
  })
}
