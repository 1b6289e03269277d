import { randomUUID } from 'node:crypto'
import { asDay, type Day } from '../../../kernel/day.ts'
import { NotAllowed } from '../../../kernel/faults.ts'
import { receiptChannels } from '../../../kernel/case/event.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { exists, findUnitByCode } from '../../organisations/index.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import { missingInApplicant, type Applicant, type ApplicantMissing } from '../cases/applicant.ts'
import { holdForm } from '../cases/queries-forms.ts'
import { findByForm } from '../cases/queries.ts'
import { missingInWish, type Wish, type WishMissing } from '../cases/wish.ts'
import { missingInArrival, type Arrival, type ArrivalMissing } from './arrival.ts'
import { attachKept, keepSent, missingInSent, type SentFile, type SentMissing } from './attach-sent.ts'
import { hashOfRequest, openCase, type Opened, type Request } from './open-case.ts'
import { takesApplications } from './takes-applications.ts'

/** A request that came on paper, by fax, by mail, by telephone or to the counter, as somebody of the unit types it. */
export interface Registration {
  unit: string
  wish: Wish
  applicant: Applicant
  arrival: Arrival
  formKey: string
  files: readonly SentFile[]
}

export type RegisterRefusal = 'unit-missing' | 'key-used' | 'sent-before' | ArrivalMissing | ApplicantMissing | WishMissing | SentMissing

/** The first day on which the regulations were in force. */
export function firstDayOfLaw({ pack }: Pick<Site, 'pack'>): Day {
  return pack.editions.reduce((first, { effective }) => (effective.from < first ? effective.from : first), asDay('9999-12-31'))
}

/** The channels that come through a desk: the portal has a form of its own. */
export const deskChannels = receiptChannels.filter((channel) => channel !== 'online')

/**
 * Enters a request in the register at the desk. The day of typing never starts the clock: the channel's own rule does (OGI-2019 art. 31).
 * Refused with everything that is missing; throws NotAllowed for a unit that is not the officer's.
 */
export async function registerApplication(
  site: Site,
  officer: Officer,
  registration: Registration,
): Promise<Outcome<Opened, RegisterRefusal>> {
  const { wish, applicant, arrival, formKey, files } = registration
  const missing = [
    ...missingInArrival(arrival, deskChannels, { today: site.today(), earliest: firstDayOfLaw(site) }),
    ...missingInWish(wish),
    ...missingInApplicant(applicant, wish.way),
    ...(await missingInSent(site, files)),
  ]
  const ref = randomUUID()
  const kept = missing.length === 0 ? await keepSent(site, ref, 'proof', files) : []
  return site.database.transaction(async (db) => {
    const unit = await findUnitByCode(db, registration.unit)
    const takes = unit !== undefined && exists(unit, site.today()) && (await takesApplications(db, unit, site.today()))
    if (takes && !officerMay(officer, 'applications.register', unit.path)) throw new NotAllowed('applications.register')
    const refusals: RegisterRefusal[] = [...(takes ? [] : (['unit-missing'] as const)), ...missing]
    const { channel, arrivedOn, confirmedOn } = arrival
    if (unit === undefined || arrivedOn === undefined || refusals.length > 0) return refused(...refusals)
    const isMailed = applicant.email !== ''
    const request: Request = { wish, applicant, channel, arrivedOn, confirmedOn, isMailed, language: 'zh', formKey }
    await holdForm(db, formKey)
    const before = await findByForm(db, formKey)
    if (before !== undefined) return refused(before.formHash === hashOfRequest(site, unit.id, request) ? 'sent-before' : 'key-used')
    const opened = await openCase(site, db, officer, unit, request, ref)
    await attachKept(site, db, opened.id, kept, officer.personId)
    return done(opened)
  })
}
