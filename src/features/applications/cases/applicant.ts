import { isIdentityNumber } from '../../../kernel/identity.ts'
import { applicantKinds, identityKindsOf, type ApplicantKind, type IdentityKind } from '../law/kind.ts'

/** Somebody who asks, or asks for another: everything here is sealed before it is stored. */
export interface Applicant {
  kind: ApplicantKind
  name: string
  identityKind: IdentityKind
  identityNumber: string
  phone: string
  email: string
  address: string
  /** Whoever speaks for an organisation. */
  contactName: string
  /** Somebody who asks on the applicant's behalf, with a written authority. */
  agentName: string
  agentIdentityNumber: string
}

export type ApplicantMissing =
  | 'kind-missing'
  | 'name-missing'
  | 'name-too-long'
  | 'identity-kind-missing'
  | 'identity-missing'
  | 'identity-wrong'
  | 'contact-missing'
  | 'email-wrong'
  | 'address-missing'
  | 'contact-name-missing'
  | 'agent-identity-missing'

export const longestName = 120
const longestContact = 300

/**
 * Everything that an applicant must still say: name, proof of identity and a way to be reached (OGI-2019 art. 29). A written answer by
 * post needs an address. A resident's number must be one; the numbers of other papers are taken as they are.
 */
export function missingInApplicant(applicant: Applicant, way: string): ApplicantMissing[] {
  const { kind, name, identityKind, identityNumber, phone, email, address, contactName, agentName, agentIdentityNumber } = applicant
  const found: ApplicantMissing[] = []
  if (!applicantKinds.includes(kind)) found.push('kind-missing')
  if (name === '') found.push('name-missing')
  else if (name.length > longestName) found.push('name-too-long')
  if (!identityKindsOf(kind).includes(identityKind)) found.push('identity-kind-missing')
  if (identityNumber === '') found.push('identity-missing')
  else if (identityKind === 'identity-card' && !isIdentityNumber(identityNumber)) found.push('identity-wrong')
  if (phone === '' && email === '' && address === '') found.push('contact-missing')
  if (email !== '' && (!looksLikeMail(email) || email.length > longestContact)) found.push('email-wrong')
  if (email === '' && way === 'email') found.push('email-wrong')
  if (address === '' && way === 'post') found.push('address-missing')
  if (kind !== 'person' && applicantKinds.includes(kind) && contactName === '') found.push('contact-name-missing')
  if (agentName !== '' && agentIdentityNumber === '') found.push('agent-identity-missing')
  return found
}

/** An identity number as it is compared: without spaces and hyphens, in capitals. */
export function plainIdentity(number: string): string {
  return number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/** The same person or body, whatever the spelling of the name: by the number of their paper, else by name. */
export function personKey({ identityNumber, name }: Applicant): string {
  return plainIdentity(identityNumber) || name.normalize('NFKC').replace(/\s/g, '')
}

function looksLikeMail(text: string): boolean {
  return /^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(text)
}
