import type { CaseEvent } from '../../../kernel/case/event.ts'
import type { Day } from '../../../kernel/day.ts'
import { type Leaf, leafByCode, outcomeGroups, type LeafNeed, type OutcomeForm, type Outcomes } from './leaf.ts'
import { objectionMissing, type ObjectionMissing, type ThirdPartyAnswer } from './objection.ts'
import type { RemedyRule } from './remedy.ts'

/** A file that goes to the applicant. Hashes are SHA-256 in hex. `isChecked`: the checks ran on it and nothing that blocks is open. */
export interface HandedFile {
  hash: string
  isChecked: boolean
  /** For a redacted copy: the hash of the original from which it was made. */
  redactionOf?: string | undefined
}

/** What is decided on one requested item. Words may be empty while it is a draft; `missingInDecision` says what is still needed. */
export interface ItemDecision {
  /** The code of its leaf. */
  leaf: string
  /** Why this leaf: the ground in words, with the article where the leaf leaves it open. */
  groundWords: string
  /** What was found about the information that is asked for. */
  facts: string
  /** Which harm would follow from disclosure. */
  harm?: string | undefined
  /** Why it is withheld although the law leaves it to the unit. */
  discretion?: string | undefined
  /** What was searched: where, how, by whom. */
  search?: string | undefined
  /** To what the applicant is pointed; the leaf says to what kind of thing. */
  pointer?: string | undefined
  /** For a partial disclosure: the leaves under which the rest is withheld. */
  withheldLeaves?: readonly string[] | undefined
  files: readonly HandedFile[]
}

/** What a decision finds in its case on a day. */
export interface DecisionSituation {
  on: Day
  /** The form in force on the day of receipt; it says when a third party's word binds. */
  form: OutcomeForm
  events: readonly CaseEvent[]
  /** The last day to pay a fee, as the clock says. */
  payBy?: Day | undefined
  /** The third parties asked about this item. */
  thirdParties: readonly ThirdPartyAnswer[]
}

/** Why a decision cannot be sent. */
export type Missing =
  | LeafNeed
  | ObjectionMissing
  | 'leaf'
  | 'pointer'
  | 'withheld-leaf-unknown'
  | 'file-not-checked'
  | 'file-with-refusal'
  | 'original-handed-over'

/**
 * Every reason why an item's decision cannot be sent; empty: it can. A partial disclosure needs also what the leaves of its withheld
 * part need, because a refusal in part is a refusal (OGI-2019 art. 36, 37).
 */
export function missingInDecision(decision: ItemDecision, outcomes: Outcomes, situation: DecisionSituation): Missing[] {
  const leaf = leafOf(outcomes, situation.form, decision.leaf)
  if (leaf === undefined) return ['leaf']
  const parts = withheldOf(decision, leaf, outcomes, situation.form)
  const needs = new Set([leaf, ...parts].flatMap((one) => one.needs))
  const found = [...needs].filter((need) => !isMet(need, decision, parts, situation))
  const strange = parts.length < (leaf.group === 'partial' ? (decision.withheldLeaves ?? []).length : 0)
  return [
    ...found,
    ...(strange ? (['withheld-leaf-unknown'] as const) : []),
    ...pointerMissing(decision, [leaf, ...parts]),
    ...filesMissing(decision, leaf),
    ...objectionMissing([leaf, ...parts], situation.thirdParties, situation.form),
  ]
}

/** The leaves of the withheld part of a partial disclosure that exist and withhold; none for any other leaf. */
export function withheldOf(decision: ItemDecision, leaf: Leaf, outcomes: Outcomes, form: OutcomeForm): Leaf[] {
  if (leaf.group !== 'partial') return []
  const found = (decision.withheldLeaves ?? []).map((code) => leafOf(outcomes, form, code))
  return found.flatMap((one) => (one?.group === 'withheld' ? [one] : []))
}

/** The remedy rules under which the decisions of one letter fall, each once; for a partial disclosure those of its withheld part. */
export function remedyRulesOf(decisions: readonly ItemDecision[], outcomes: Outcomes, form: OutcomeForm): RemedyRule[] {
  const rules = decisions.flatMap((decision) => {
    const leaf = leafOf(outcomes, form, decision.leaf)
    if (leaf === undefined) return []
    const parts = withheldOf(decision, leaf, outcomes, form)
    return parts.length > 0 ? parts.map(({ remedy }) => remedy) : [leaf.remedy]
  })
  return [...new Set(rules)]
}

/**
 * The one leaf under which a case is counted, from the leaves of its items (each request is counted once):
 * 1. items that all end alike: their leaf;
 * 2. some of it is handed over and some not: partly disclosed, and nothing else (区分处理的，只计这一情形);
 * 3. otherwise: the first group in the order of the form – disclosed, withheld, cannot be provided, not processed, other – and in it
 *    the leaf of the most items; where two have as many, the one whose row stands first.
 * Undefined for no items, or a code that the form does not know.
 */
export function caseLeaf(items: readonly string[], outcomes: Outcomes, form: OutcomeForm): Leaf | undefined {
  const leaves = items.flatMap((code) => leafOf(outcomes, form, code) ?? [])
  const [first] = leaves
  if (first === undefined || leaves.length < items.length) return undefined
  if (leaves.every(({ code }) => code === first.code)) return first
  const isMixed = leaves.some(({ group }) => group !== 'granted') && leaves.some(({ handsOver }) => handsOver)
  if (isMixed) return outcomes.leaves.find((leaf) => leaf.group === 'partial' && Object.hasOwn(leaf.rows, form.id))
  const group = outcomeGroups.find((one) => leaves.some((leaf) => leaf.group === one))
  const times = (leaf: Leaf) => leaves.filter(({ code }) => code === leaf.code).length
  return outcomes.leaves
    .filter((leaf) => leaf.group === group && leaves.includes(leaf))
    .reduce<Leaf | undefined>((most, leaf) => (most === undefined || times(leaf) > times(most) ? leaf : most), undefined)
}

function leafOf(outcomes: Outcomes, form: OutcomeForm, code: string): Leaf | undefined {
  const leaf = leafByCode(outcomes, code)
  return leaf !== undefined && Object.hasOwn(leaf.rows, form.id) ? leaf : undefined
}

function isMet(need: LeafNeed, decision: ItemDecision, parts: readonly Leaf[], situation: DecisionSituation): boolean {
  const has = (kind: CaseEvent['kind']) => situation.events.some((event) => event.kind === kind)
  const isSaid = (words: string | undefined) => (words ?? '').trim() !== ''
  const met: Record<LeafNeed, () => boolean> = {
    ground: () => isSaid(decision.groundWords),
    facts: () => isSaid(decision.facts),
    harm: () => isSaid(decision.harm),
    discretion: () => isSaid(decision.discretion),
    search: () => isSaid(decision.search),
    consultation: () => situation.thirdParties.length > 0,
    'file-or-pointer': () => decision.files.length > 0 || isSaid(decision.pointer),
    'redacted-file': () => decision.files.some(isRedacted),
    'withheld-leaves': () => parts.length > 0,
    'clarification-notice': () => has('clarification-asked'),
    supplement: () => has('supplemented'),
    'supplement-lapsed': () => !has('supplemented') && situation.events.some((one) => hasLapsed(one, situation.on)),
    'fee-notice': () => has('fee-noticed'),
    'payment-lapsed': () => !has('fee-paid') && situation.payBy !== undefined && situation.payBy < situation.on,
    'reasons-asked': () => has('reasons-asked'),
  }
  return met[need]()
}

function hasLapsed(event: CaseEvent, on: Day): boolean {
  return event.kind === 'clarification-asked' && event.answerBy < on
}

/** A copy that is the same as its original has nothing removed. */
function isRedacted({ hash, redactionOf }: HandedFile): boolean {
  return redactionOf !== undefined && redactionOf !== hash
}

function pointerMissing({ pointer = '' }: ItemDecision, leaves: readonly Leaf[]): Missing[] {
  return pointer.trim() === '' && leaves.some((leaf) => leaf.pointer?.isNeeded === true) ? ['pointer'] : []
}

function filesMissing({ files }: ItemDecision, leaf: Leaf): Missing[] {
  const found: Missing[] = []
  if (!leaf.handsOver && files.length > 0) found.push('file-with-refusal')
  if (files.some(({ isChecked }) => !isChecked)) found.push('file-not-checked')
  if (files.some(({ hash }) => files.some(({ redactionOf }) => redactionOf === hash))) found.push('original-handed-over')
  return found
}
