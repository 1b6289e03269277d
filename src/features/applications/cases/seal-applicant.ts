import { maskEmail, maskName, maskOrganisation, maskPhone } from '../../../kernel/mask.ts'
import { keyedHash, seal, unseal } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { personKey, plainIdentity, type Applicant } from './applicant.ts'

/** Somebody who asks, as the database may know them: under seal, masked, and as hashes that only this city's key can make. */
export interface SealedApplicant {
  sealed: Buffer
  sealedHash: Buffer
  maskedName: string
  maskedContact: string
  idHash: Buffer | null
  personHash: Buffer
}

/** Seals who asks. `ref` binds the seal to its case: moved to another row it does not open. */
export function sealApplicant(site: Pick<Site, 'keys'>, ref: string, applicant: Applicant): SealedApplicant {
  const { keys } = site
  const number = plainIdentity(applicant.identityNumber)
  return {
    sealed: seal(keys, applicant, aboutApplicant(ref)),
    sealedHash: keyedHash(keys, JSON.stringify(applicant), `applicant:${ref}`),
    maskedName: applicant.kind === 'person' ? maskName(applicant.name) : maskOrganisation(applicant.name),
    maskedContact: maskEmail(applicant.email) || maskPhone(applicant.phone),
    idHash: number === '' ? null : identityHash(site, number),
    personHash: keyedHash(keys, personKey(applicant), 'person'),
  }
}

/** Opens the seal. Throws BrokenSeal where it is not the seal of this case. */
export function openApplicant(site: Pick<Site, 'keys'>, ref: string, sealed: Buffer): Applicant {
  return unseal(site.keys, sealed, aboutApplicant(ref)) as Applicant
}

/** The keyed hash of an identity number, by which a register is searched. */
export function identityHash(site: Pick<Site, 'keys'>, number: string): Buffer {
  return keyedHash(site.keys, plainIdentity(number), 'identity')
}

/** What the seal of a case's applicant is bound to. */
export function aboutApplicant(ref: string): string {
  return `applications.application:${ref}`
}
