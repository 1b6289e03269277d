import type { ApplicantMissing } from '../cases/applicant.ts'
import type { WishMissing } from '../cases/wish.ts'

/** The screens of the public form, in their order. */
export const screens = ['wish', 'found', 'who'] as const
export type Screen = (typeof screens)[number]

/** Where a form goes on: to a screen, to the page that says that nothing was sent, or to the register. */
export type Step = Screen | 'stop' | 'send'

/** The step that a button names; undefined for anything else. */
export function stepOf(text: string): Step | undefined {
  return [...screens, 'stop' as const, 'send' as const].find((one) => one === text)
}

const fields: Record<WishMissing | ApplicantMissing, string> = {
  'wanted-missing': 'wanted',
  'wanted-too-short': 'wanted',
  'wanted-too-long': 'wanted',
  'hint-too-long': 'hint',
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'form-missing': 'form',
  'way-missing': 'way',
  'too-many-items': 'wanted',
  'kind-missing': 'who',
  'name-missing': 'name',
  'name-too-long': 'name',
  'identity-kind-missing': 'paper',
  'identity-missing': 'paper-number',
  'identity-wrong': 'paper-number',
  'contact-missing': 'phone',
  'email-wrong': 'email',
  'address-missing': 'address',
  'contact-name-missing': 'contact',
  'agent-identity-missing': 'agent-number',
}

const wishFields = ['wanted', 'hint', 'reason', 'form', 'way']

/** The field at which a refusal stands; what belongs to no field stands at the files, the last thing that was chosen. */
export function fieldOf(refusal: string): string {
  return Object.hasOwn(fields, refusal) ? fields[refusal as keyof typeof fields] : 'proof'
}

/** Must the first screen be shown again? Only there can what was asked be mended. */
export function isAboutWish(refusal: string): boolean {
  return wishFields.includes(fieldOf(refusal))
}
