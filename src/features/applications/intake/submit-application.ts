import { randomUUID } from 'node:crypto'
import { refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { missingInApplicant, type Applicant, type ApplicantMissing } from '../cases/applicant.ts'
import { missingInWish, type Wish, type WishMissing } from '../cases/wish.ts'
import { openCase, type Opened, type OpenRefusal, type Request } from './open-case.ts'
import { findTaker } from './find-taker.ts'
import { attachKept, keepSent, missingInSent, type SentFile, type SentMissing } from './attach-sent.ts'

/** A request as the public form sends it. */
export interface Submission {
  /** Code of the unit that is asked. */
  unit: string
  wish: Wish
  applicant: Applicant
  isMailed: boolean
  language: 'zh' | 'en'
  /** Made with the form: sent twice, it is one request. */
  formKey: string
  /** Proof of identity, authority of an agent. */
  files: readonly SentFile[]
}

export type SubmitRefusal = 'unit-missing' | OpenRefusal | ApplicantMissing | WishMissing | SentMissing

/**
 * Takes a request from the portal. The receipt is given at once, which is the confirmation by both sides (OGI-2019 art. 31(4)): the
 * day of sending is the day of receipt. The same form again is told that it was sent; with other content it is refused. Refused with everything that is missing.
 */
export async function submitApplication(site: Site, submission: Submission): Promise<Outcome<Opened, SubmitRefusal>> {
  const { wish, applicant, isMailed, language, formKey, files } = submission
  const missing = [...missingInWish(wish), ...missingInApplicant(applicant, wish.way), ...(await missingInSent(site, files))]
  const ref = randomUUID()
  const kept = missing.length === 0 ? await keepSent(site, ref, 'proof', files) : []
  return site.database.transaction(async (db) => {
    const today = site.today()
    const taker = await findTaker(db, submission.unit, today)
    const refusals: SubmitRefusal[] = [...(taker ? [] : (['unit-missing'] as const)), ...missing]
    if (taker === undefined || refusals.length > 0) return refused(...refusals)
    const request: Request = { wish, applicant, isMailed, language, formKey, channel: 'online', arrivedOn: today, confirmedOn: today }
    const opened = await openCase(site, db, 'applicant', taker, request, ref)
    if (opened.ok) await attachKept(site, db, opened.value.id, kept)
    return opened
  })
}
