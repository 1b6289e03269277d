import type { Reader } from '../../../ui/reader.ts'
import type { Profile, ProfileField, UnitRefusal } from '../unit.ts'

/** The texts of one profile field in both languages; telephone, fax, mail and web address are the same in both. */
export function textsOf(profile: Profile, field: ProfileField): { zh: string; en: string } {
  if (field === 'telephone' || field === 'fax' || field === 'email' || field === 'web') return { zh: profile[field], en: profile[field] }
  return { zh: profile[`${field}Zh`], en: profile[`${field}En`] }
}

/** The names of fields as one list in the reader's language. */
export function fieldsInWords(reader: Reader, fields: readonly ProfileField[]): string {
  return fields.map((field) => reader.t(`organisations.field.${field}`)).join(reader.lang === 'zh' ? '、' : ', ')
}

/** The form field that a refusal is about. */
export const fieldOfRefusal: Record<UnitRefusal, string> = {
  'name-missing': 'nameZh',
  'code-wrong': 'code',
  'code-taken': 'code',
  'organisation-code-wrong': 'organisationCode',
  'organisation-code-taken': 'organisationCode',
  'parent-missing': 'into',
  'email-wrong': 'email',
  'web-wrong': 'web',
  'telephone-wrong': 'telephone',
  'gone-already': 'reason',
  'has-units-below': 'reason',
  'into-itself': 'into',
  'reason-missing': 'reason',
  'date-wrong': 'on',
  'same-name': 'nameZh',
}

/** Refusals as things to mend in a form. */
export function errorsOf(reader: Reader, refusals: readonly UnitRefusal[]): { field: string; message: string }[] {
  return refusals.map((refusal) => ({ field: fieldOfRefusal[refusal], message: reader.t(`organisations.refused.${refusal}`) }))
}
