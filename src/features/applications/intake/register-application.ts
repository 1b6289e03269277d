import { randomUUID } from 'node:crypto'
import { asDay, type Day } from '../../../kernel/day.ts'
import { NotAllowed } from '../../../kernel/faults.ts'
import { receiptChannels } from '../../../kernel/case/event.ts'
import { refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import { missingInApplicant, type Applicant, type ApplicantMissing } from '../cases/applicant.ts'
import { missingInWish, type Wish, type WishMissing } from '../cases/wish.ts'
import { missingInArrival, type Arrival, type ArrivalMissing } from './arrival.ts'
import { attachKept, keepSent, missingInSent, type SentFile, type SentMissing } from './attach-sent.ts'
import { openCase, type Opened, type OpenRefusal, type Request } from './open-case.ts'
import { findTaker } from './find-taker.ts'

/** A request that came on paper, by fax, by mail, by telephone or to the counter, as somebody of the unit types it. */
export interface Registration {
  unit: string
  wish: Wish
  applicant: Applicant
  arrival: Arrival
  formKey: string
  files: readonly SentFile[]
}

export type RegisterRefusal = 'unit-missing' | OpenRefusal | ArrivalMissing | ApplicantMissing | WishMissing | SentMissing

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
    const taker = await findTaker(db, registration.unit, site.today())
    if (taker && !officerMay(officer, 'applications.register', taker.unit.path)) throw new NotAllowed('applications.register')
    const refusals: RegisterRefusal[] = [...(taker ? [] : (['unit-missing'] as const)), ...missing]
    const { channel, arrivedOn, confirmedOn } = arrival
    if (taker === undefined || arrivedOn === undefined || refusals.length > 0) return refused(...refusals)
    const isMailed = applicant.email !== ''
    const request: Request = { wish, applicant, channel, arrivedOn, confirmedOn, isMailed, language: 'zh', formKey }
    const opened = await openCase(site, db, officer, taker, request, ref)
    if (opened.ok) await attachKept(site, db, opened.value.id, kept, officer.personId)
    return opened
  })
}
