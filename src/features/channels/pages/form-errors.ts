import type { FieldError } from '../../../ui/form.tsx'
import type { Reader } from '../../../ui/reader.ts'
import type { KeepRefusal } from '../carriers/keep-carrier.ts'
import type { IssueRefusal } from '../gazettes/issue.ts'
import type { PostingRefusal } from '../postings/posting.ts'
import type { TakeDownRefusal } from '../postings/take-down.ts'

const carrierFields: Record<KeepRefusal, string> = {
  'name-missing': 'nameZh',
  'kind-unknown': 'kind',
  'kind-unsaid': 'kindSaid',
  'rhythm-unknown': 'rhythm',
  'place-missing': 'placeZh',
  'web-wrong': 'web',
  'web-missing': 'web',
  'ends-before-start': 'untilOn',
  'unit-gone': 'kind',
  'keeper-unknown': 'keeper',
  'category-unknown': 'category',
  'edited-meanwhile': 'nameZh',
}

/** Why a carrier cannot be kept, as things to mend. */
export function carrierErrors(reader: Reader, refusals: readonly KeepRefusal[], days: readonly ('sinceOn' | 'untilOn')[]): FieldError[] {
  return [
    ...refusals.map((refusal) => ({ field: carrierFields[refusal], message: reader.t(`channels.refused.${refusal}`) })),
    ...days.map((field) => ({ field, message: reader.t('channels.refused.no-day') })),
  ]
}

const postingFields: Record<PostingRefusal | 'photo-unreadable' | 'no-such-document', string> = {
  'nothing-chosen': 'documents',
  'day-wrong': 'on',
  'in-future': 'on',
  'before-carrier': 'on',
  'after-carrier': 'on',
  'issue-missing': 'issue',
  'proof-missing': 'photo',
  'not-public': 'documents',
  'before-portal': 'earlyReason',
  'posted-already': 'documents',
  'photo-unreadable': 'photo',
  'no-such-document': 'other',
}

/** Why a posting cannot be recorded, as things to mend. */
export function postingErrors(reader: Reader, refusals: readonly (keyof typeof postingFields)[]): FieldError[] {
  return refusals.map((refusal) => ({ field: postingFields[refusal], message: reader.t(`channels.refused.${refusal}`) }))
}

/** Why something cannot be noted as taken down. */
export function takeDownErrors(reader: Reader, refusals: readonly TakeDownRefusal[]): FieldError[] {
  return refusals.map((refusal) => ({ field: 'on', message: reader.t(`channels.refused.${refusal}`) }))
}

const issueFields: Record<IssueRefusal, string> = {
  'number-wrong': 'number',
  'number-taken': 'number',
  'day-wrong': 'datedOn',
  'dated-later': 'datedOn',
  'published-already': 'datedOn',
  'nothing-in-it': 'items',
  'no-gazette': 'number',
  'edited-meanwhile': 'items',
  'section-missing': 'items',
  'not-public': 'items',
}

/** Why an issue cannot be begun, arranged or published. */
export function issueErrors(reader: Reader, refusals: readonly (IssueRefusal | PostingRefusal)[]): FieldError[] {
  return refusals.map((refusal) => ({
    field: issueFields[refusal as IssueRefusal] ?? 'items',
    message: reader.t(`channels.refused.${refusal}`),
  }))
}
