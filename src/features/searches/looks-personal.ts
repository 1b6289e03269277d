import type { Day } from '../../kernel/day.ts'
import { normalise } from '../../platform/search/tokens.ts'
import { checkText, type CheckFacts, type CheckName, type CheckRules } from '../checks/index.ts'

const personal: readonly CheckName[] = ['identity', 'card', 'passport', 'mobile', 'landline', 'persons']

/**
 * May these words say something about a person? Identity numbers, cards, passports and telephones as the checks of texts know them;
 * mail addresses; long runs of digits; and what looks like a person's name. When in doubt: yes, for then nothing is kept.
 */
export function looksPersonal(words: string, rules: CheckRules, longestDigits: number, today: Day): boolean {
  const text = normalise(words)
  const digits = new RegExp(`\\d(?:[\\s.-]?\\d){${longestDigits},}`)
  if (digits.test(text) || text.includes('@') || /先生|女士|小姐|同志|\b(?:mr|mrs|ms|miss)\b/u.test(text)) return true
  const facts: CheckFacts = { title: '', unitLevel: 'other', contacts: [], near: [], today }
  if (checkText(words, facts, rules).some((finding) => personal.includes(finding.check))) return true
  return text.split(/[^\p{L}\p{N}]+/u).some((run) => isNameLike(run, rules.surnames)) || /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(words.trim())
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Two or three characters, a surname first, that the dictionary does not know as a word: a person's name, as far as anybody can tell. */
function isNameLike(run: string, surnames: string): boolean {
  const characters = Array.from(run)
  if (characters.length < 2 || characters.length > 3 || !/^\p{Script=Han}+$/u.test(run)) return false
  if (!surnames.includes(characters[0] ?? '')) return false
  return Array.from(segmenter.segment(run)).length > 1
}
