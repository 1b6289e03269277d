import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import { unseal } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import type { Applicant } from '../cases/applicant.ts'
import type { StoredApplication } from '../cases/application.ts'
import { caseContent, caseSubject } from '../cases/case-content.ts'
import { findByRef, findSealed } from '../cases/queries.ts'
import { openApplicant } from '../cases/seal-applicant.ts'
import { aboutParty, type PartyAsked } from '../consulting/ask-opinion.ts'
import { findSealedParty, listConsultations } from '../consulting/queries.ts'

export type RevealRefusal = 'reason-missing' | 'erased'

/**
 * Opens who asked, for somebody whose duty it is, with a reason. Each opening is an entry of the record, and nothing of what is seen is
 * kept anywhere else.
 */
export function revealApplicant(site: Site, officer: Officer, ref: string, reason: string): Promise<Outcome<Applicant, RevealRefusal>> {
  return openOnRecord(site, officer, ref, reason, async (db, { id }) => {
    const found = await findSealed(db, id)
    return found && openApplicant(site, ref, found.sealed)
  })
}

/** Opens who is asked for an opinion, in the same way; a unit of this city has its name and address from its profile. Throws NotFound. */
export function revealParty(
  site: Site,
  officer: Officer,
  ref: string,
  consultationId: number,
  reason: string,
): Promise<Outcome<PartyAsked, RevealRefusal>> {
  return openOnRecord(site, officer, ref, reason, async (db, { id }) => {
    const one = (await listConsultations(db, id)).find((consultation) => consultation.id === consultationId)
    if (one === undefined) throw new NotFound('applications.consultation')
    const unit = one.unitId === undefined ? undefined : await findUnit(db, one.unitId)
    if (unit !== undefined) return { name: unit.nameZh, address: unit.addressZh }
    const sealed = await findSealedParty(db, one.id)
    return sealed && (unseal(site.keys, sealed, aboutParty(ref)) as PartyAsked)
  })
}

async function openOnRecord<T>(
  site: Site,
  officer: Officer,
  ref: string,
  reason: string,
  open: (db: Db, application: StoredApplication) => Promise<T | undefined>,
): Promise<Outcome<T, RevealRefusal>> {
  return site.database.transaction(async (db) => {
    const application = await findByRef(db, ref)
    if (application === undefined) throw new NotFound('applications.application')
    if (reason === '') return refused('reason-missing')
    const found = await open(db, application)
    if (found === undefined) return refused('erased')
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.reveal', subject: caseSubject(application.id) },
      ...{ unitId: application.unitId, content: await caseContent(db, application.id), reason },
    })
    return done(found)
  })
}
