import { NotFound } from '../../../kernel/faults.ts'
import type { Outcome } from '../../../kernel/outcome.ts'
import { unseal } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import type { Officer } from '../../publishing/index.ts'
import { aboutParty, type PartyAsked } from '../consulting/ask-opinion.ts'
import { findSealedParty, listConsultations } from '../consulting/queries.ts'
import { openOnRecord, type RevealRefusal } from './open-on-record.ts'

/** Opens who is asked for an opinion, with a reason that is recorded; a unit of this city is known from its profile. Throws NotFound. */
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
