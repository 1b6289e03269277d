/** Who asks, as the statutory table counts them: natural persons, and five kinds of organisations (国办公开办函〔2019〕60号, 〔2021〕30号). */
export const applicantKinds = ['person', 'company', 'research', 'charity', 'law-firm', 'other-organisation'] as const

export type ApplicantKind = (typeof applicantKinds)[number]

/** With what an applicant proves who they are (OGI-2019 art. 29). */
export const identityKinds = [
  'identity-card',
  'passport',
  'hong-kong-macao-permit',
  'taiwan-permit',
  'residence-permit',
  'foreign-residence-card',
  'officer-card',
  'credit-code',
  'other',
] as const

export type IdentityKind = (typeof identityKinds)[number]

/** A kind with its official name; the words stand in the pack. */
export interface NamedKind<Kind> {
  kind: Kind
  nameZh: string
  nameEn: string
}

/** The name of an applicant kind in a column of the statutory table; undefined for a word that is not a kind. */
export function asApplicantKind(text: string): ApplicantKind | undefined {
  return applicantKinds.find((kind) => kind === text)
}

/** With what an applicant of this kind may prove themselves: an organisation has a code, a person a card or a permit. */
export function identityKindsOf(kind: ApplicantKind): IdentityKind[] {
  return identityKinds.filter((identity) => identity === 'other' || (identity === 'credit-code') === (kind !== 'person'))
}
