import { asDay } from '../../src/kernel/day.ts'
import { asCheckRules, type CheckFacts, type CheckName, checkText, type Finding } from '../../src/features/checks/index.ts'
import publishing from '../../packs/cn/publishing.json' with { type: 'json' }

/** The rules of the national pack. */
export const checkRules = asCheckRules(publishing)

/** An ordinary text of a city's office on an ordinary day. */
export const checkFacts: CheckFacts = { title: '', unitLevel: 'city', contacts: [], today: asDay('2025-10-15') }

/** Everything that the checks find in a text. */
export function findingsIn(text: string, facts: Partial<CheckFacts> = {}): Finding[] {
  return checkText(text, { ...checkFacts, ...facts }, checkRules)
}

/** What one check finds, each as `because: passage`. */
export function foundBy(check: CheckName, text: string, facts: Partial<CheckFacts> = {}): string[] {
  return findingsIn(text, facts)
    .filter((finding) => finding.check === check)
    .map((finding) => `${finding.because}: ${finding.passage}`)
}
