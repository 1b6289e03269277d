import type { Leaf, OutcomeForm } from './leaf.ts'

/** The question to a third party whose rights an item touches, as far as a decision needs it. */
export interface ThirdPartyAnswer {
  /** `waiting`: asked, and the limit has not passed; `silent`: the limit has passed. */
  answer: 'waiting' | 'agreed' | 'refused' | 'silent'
  /** For a refusal: does the unit accept its reasons? */
  isFounded?: boolean | undefined
  /** The public interest outweighs it: with reasons in writing, of which the third party was told. */
  override?: { reasons: string; isToldToThirdParty: boolean } | undefined
}

/** What is still needed on account of a third party before an item's decision can be sent. */
export type ObjectionMissing = 'consultation-open' | 'third-party-agreed' | 'override' | 'override-reasons' | 'override-notice'

/**
 * What a third party's word asks for. Who withholds for its sake must not have its consent; who hands over what it refused needs an
 * override with reasons, of which it was told. In a partial disclosure that withholds for its sake, its part is not handed over.
 */
export function objectionMissing(
  leaves: readonly Leaf[],
  thirdParties: readonly ThirdPartyAnswer[],
  form: OutcomeForm,
): ObjectionMissing[] {
  if (thirdParties.length === 0) return []
  const found = new Set<ObjectionMissing>()
  if (thirdParties.some(({ answer }) => answer === 'waiting')) found.add('consultation-open')
  const isForTheirSake = leaves.some(({ needs }) => needs.includes('consultation'))
  if (isForTheirSake) {
    if (thirdParties.every(({ answer }) => answer === 'agreed')) found.add('third-party-agreed')
    return [...found]
  }
  if (!leaves.some(({ handsOver }) => handsOver)) return []
  for (const { override } of thirdParties.filter((one) => isBinding(one, form))) {
    if (override === undefined) found.add('override')
    if (override?.reasons.trim() === '') found.add('override-reasons')
    if (override?.isToldToThirdParty === false) found.add('override-notice')
  }
  return [...found]
}

/** OGI-2019 art. 32: only a refusal with good reason binds, and silence leaves it to the unit; OGI-2007 art. 23: without consent no disclosure. */
function isBinding({ answer, isFounded }: ThirdPartyAnswer, form: OutcomeForm): boolean {
  if (form.thirdParty.binds === 'no-agreement') return answer === 'refused' || answer === 'silent'
  return answer === 'refused' && isFounded !== false
}
