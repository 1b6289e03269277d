import type { Day } from '../../kernel/day.ts'

export const unitKinds = ['province', 'city', 'county', 'department', 'section', 'town', 'village', 'institution', 'enterprise'] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitLevels = ['central', 'province', 'city', 'county', 'town', 'village', 'other'] as const
/** The level decides the power to classify (secrecy law art. 17). */
export type UnitLevel = (typeof unitLevels)[number]

/** What the guide of disclosure must say of a unit (OGI-2019 art. 12), and what residents look for. */
export interface Profile {
  functionsZh: string
  functionsEn: string
  addressZh: string
  addressEn: string
  hoursZh: string
  hoursEn: string
  telephone: string
  fax: string
  email: string
  web: string
  responsibleZh: string
  responsibleEn: string
  contactZh: string
  contactEn: string
}

export interface Unit extends Profile {
  id: number
  code: string
  kind: UnitKind
  level: UnitLevel
  parentId?: number
  /** `/1/12/`: every ancestor's id, then its own. */
  path: string
  organisationCode?: string
  nameZh: string
  nameEn: string
  shortZh: string
  shortEn: string
  sinceOn: Day
  /** The last day of its existence. */
  untilOn?: Day
  profileOn: Day
  version: number
}

/** A field that a complete profile has; the pairs in two languages count once, by their Chinese text. */
export const profileFields = ['functions', 'address', 'hours', 'telephone', 'fax', 'email', 'web', 'responsible', 'contact'] as const
export type ProfileField = (typeof profileFields)[number]

/** Every text of a profile, in the order of the form. */
export const profileKeys = [
  'functionsZh',
  'functionsEn',
  'addressZh',
  'addressEn',
  'hoursZh',
  'hoursEn',
  'responsibleZh',
  'responsibleEn',
  'contactZh',
  'contactEn',
  'telephone',
  'fax',
  'email',
  'web',
] as const satisfies readonly (keyof Profile)[]

/** Fields without which the guide is in breach of the Regulations (OGI-2019 art. 12): the rest is good practice. */
export const statutoryFields: readonly ProfileField[] = ['functions', 'address', 'hours', 'telephone', 'fax', 'email', 'responsible']

/** What is still empty in a profile, in the order of the form. A village or a section needs no fax and no web address of its own. */
export function missingFields(unit: Pick<Unit, keyof Profile | 'kind'>): ProfileField[] {
  const isSmall = unit.kind === 'village' || unit.kind === 'section'
  return profileFields.filter(
    (field) => !(isSmall && (field === 'fax' || field === 'web' || field === 'email')) && textOf(unit, field).trim() === '',
  )
}

/** Share of the profile that is filled, 0 to 100. */
export function completeness(unit: Pick<Unit, keyof Profile | 'kind'>): number {
  const isSmall = unit.kind === 'village' || unit.kind === 'section'
  const wanted = profileFields.length - (isSmall ? 3 : 0)
  return Math.round(((wanted - missingFields(unit).length) / wanted) * 100)
}

/** Is the profile older than the last change of the organisation? Then the guide is in breach, however complete it looks. */
export function isProfileOutdated(unit: Pick<Unit, 'profileOn'>, events: readonly { kind: string; happenedOn: Day }[]): boolean {
  return events.some((event) => event.kind !== 'founded' && event.happenedOn > unit.profileOn)
}

/** May this be a unit's code: small letters, digits and hyphens? */
export function isCode(text: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(text)
}

/** Does the unit exist on this day? */
export function exists(unit: Pick<Unit, 'sinceOn' | 'untilOn'>, day: Day): boolean {
  return unit.sinceOn <= day && (unit.untilOn === undefined || day <= unit.untilOn)
}

/** Does the unit exist on any day of a span? */
export function existsWithin(unit: Pick<Unit, 'sinceOn' | 'untilOn'>, { from, until }: { from: Day; until: Day }): boolean {
  return unit.sinceOn <= until && (unit.untilOn === undefined || unit.untilOn >= from)
}

/** A profile with nothing in it yet. */
export const emptyProfile = Object.fromEntries(profileKeys.map((key) => [key, ''])) as unknown as Profile

export type UnitRefusal =
  | 'name-missing'
  | 'code-wrong'
  | 'code-taken'
  | 'organisation-code-wrong'
  | 'organisation-code-taken'
  | 'parent-missing'
  | 'email-wrong'
  | 'web-wrong'
  | 'telephone-wrong'
  | 'gone-already'
  | 'has-units-below'
  | 'into-itself'
  | 'reason-missing'
  | 'date-wrong'
  | 'same-name'

/** Reasons why a profile cannot be saved; empty fields are allowed and shown as incomplete. */
export function profileRefusals(profile: Profile): UnitRefusal[] {
  const refusals: UnitRefusal[] = []
  if (profile.email !== '' && !/^[^\s@]{1,100}@[^\s@]{1,100}$/.test(profile.email)) refusals.push('email-wrong')
  if (profile.web !== '' && !isWebAddress(profile.web)) refusals.push('web-wrong')
  for (const number of [profile.telephone, profile.fax]) {
    if (number !== '' && !/^[\d\s()+\-—、,，/转]{3,60}$/.test(number) && !refusals.includes('telephone-wrong'))
      refusals.push('telephone-wrong')
  }
  return refusals
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function textOf(unit: Profile, field: ProfileField): string {
  const single = { telephone: unit.telephone, fax: unit.fax, email: unit.email, web: unit.web }
  if (field in single) return single[field as keyof typeof single]
  return unit[`${field as 'functions' | 'address' | 'hours' | 'responsible' | 'contact'}Zh`]
}
