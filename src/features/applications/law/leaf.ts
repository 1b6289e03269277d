import type { Day } from '../../../kernel/day.ts'
import type { WishKind } from '../cases/wish.ts'
import type { ApplicantKind, IdentityKind, NamedKind } from './kind.ts'
import type { RemedyRule } from './remedy.ts'

/** The groups of the statutory table, in its order; a decision on a whole case takes the first that applies. */
export const leafGroups = ['granted', 'partial', 'withheld', 'unavailable', 'not-processed', 'other'] as const

export type LeafGroup = (typeof leafGroups)[number]

/** The same, and the outcomes of a request to correct one's own records, which the statutory table does not count. */
export const outcomeGroups = [...leafGroups, 'correction'] as const

export type OutcomeGroup = (typeof outcomeGroups)[number]

/** What a decision of a leaf must carry, or must find among the events of the case, before it can be sent. */
export const leafNeeds = [
  'ground',
  'facts',
  'harm',
  'discretion',
  'search',
  'consultation',
  'file-or-pointer',
  'redacted-file',
  'withheld-leaves',
  'clarification-notice',
  'supplement',
  'supplement-lapsed',
  'fee-notice',
  'payment-lapsed',
  'reasons-asked',
] as const

export type LeafNeed = (typeof leafNeeds)[number]

/** What a reply points the applicant to. */
export const pointerKinds = [
  'where-published',
  'competent-body',
  'register-rules',
  'right-channel',
  'earlier-reply',
  'publication',
] as const

export type PointerKind = (typeof pointerKinds)[number]

/** One way in which a requested item can end: a leaf of the statutory table, with what the law says about it. */
export interface Leaf {
  code: string
  group: OutcomeGroup
  labelZh: string
  labelEn: string
  basisZh: string
  basisEn: string
  /** For grounds of withholding: must the unit withhold, or may it? Absent where it only refers elsewhere. */
  force?: 'must' | 'may' | undefined
  needs: LeafNeed[]
  pointer?: { kind: PointerKind; isNeeded: boolean } | undefined
  /** Somebody's right stands behind it, and a major public interest may outweigh it (OGI-2019 art. 15, 32). */
  mayBeOverridden?: boolean | undefined
  /** Does the applicant get something? */
  handsOver: boolean
  remedy: RemedyRule
  /** The row in each form that knows this leaf, by the form's id. */
  rows: Record<string, string>
  /** For a leaf of the earlier edition: the leaf as which later forms count it. */
  countsAs?: string | undefined
  noteZh?: string | undefined
  noteEn?: string | undefined
}

/** A row of a form. `isTotal`: the sum of the others. */
export interface FormRow {
  row: string
  nameZh: string
  nameEn: string
  isTotal?: boolean | undefined
}

/**
 * One edition of the statutory table, or the outcomes of requests to correct own records (`decides`). `binds`: when a third party's word
 * stands in the way of disclosure.
 */
export interface OutcomeForm {
  id: string
  decides?: 'correction' | undefined
  nameZh: string
  nameEn: string
  effective: { from: Day; until?: Day | undefined }
  basisZh: string
  basisEn: string
  confidence: 'certain' | 'likely' | 'unsure'
  thirdParty: { binds: 'no-agreement' | 'founded-refusal'; basisZh: string; basisEn: string }
  rows: FormRow[]
}

/** Everything that the pack says of outcomes, and the names of who asks. */
export interface Outcomes {
  forms: OutcomeForm[]
  leaves: Leaf[]
  applicantKinds: NamedKind<ApplicantKind>[]
  identityKinds: NamedKind<IdentityKind>[]
}

/** The statutory table in force on a day, or the outcomes of another kind of request; undefined before the first one. */
export function formOn(outcomes: Outcomes, day: Day, kind: WishKind = 'information'): OutcomeForm | undefined {
  return outcomes.forms.find(
    ({ effective, decides = 'information' }) => decides === kind && effective.from <= day && (effective.until ?? day) >= day,
  )
}

/**
 * The leaves among which a decision chooses, in the order of the form. Give the day of **receipt**: it says which edition governs a
 * case, also when the reply comes after a change of edition.
 */
export function leavesOn(outcomes: Outcomes, day: Day, kind: WishKind = 'information'): Leaf[] {
  const form = formOn(outcomes, day, kind)
  return form === undefined ? [] : outcomes.leaves.filter((leaf) => Object.hasOwn(leaf.rows, form.id))
}

/** A leaf by its code, which no two editions use for different things; undefined for a word that is no code. */
export function leafByCode(outcomes: Outcomes, code: string): Leaf | undefined {
  return outcomes.leaves.find((leaf) => leaf.code === code)
}

/**
 * The row in which a leaf is counted by a form: give the form of the **report**. A leaf of the earlier edition is counted by a later
 * form in the row of the leaf that took its place; undefined where the form has none.
 */
export function rowIn(outcomes: Outcomes, form: OutcomeForm, leaf: Leaf): FormRow | undefined {
  const own = leaf.rows[form.id]
  if (own !== undefined) return form.rows.find((row) => row.row === own)
  const later = leaf.countsAs === undefined ? undefined : leafByCode(outcomes, leaf.countsAs)
  return later === undefined ? undefined : rowIn(outcomes, form, later)
}
