import { done, type Outcome, refused } from '../../../kernel/outcome.ts'

/** How long a password is, in characters, and which ones everybody tries first. There is no rule of composition (NIST SP 800-63B-4 3.1.1.2). */
export interface PasswordRules {
  shortest: number
  longest: number
  /** Small letters, NFKC. */
  knownBad: ReadonlySet<string>
}

export type PasswordRefusal = 'too-short' | 'too-long' | 'known-bad' | 'about-you'

/**
 * Examines a new password. `about`: the login, the person's names, the city's: a password made of them is guessed first.
 * Returns it in the form in which it is hashed.
 */
export function judgePassword(password: string, about: readonly string[], rules: PasswordRules): Outcome<string, PasswordRefusal> {
  const form = passwordForm(password)
  const length = [...form].length
  const refusals: PasswordRefusal[] = []
  if (length < rules.shortest) refusals.push('too-short')
  if (length > rules.longest) return refused('too-long')
  const guesses = readings(form)
  const words = about.map(simple).filter((word) => word !== '')
  if (guesses.some((guess) => rules.knownBad.has(guess) || isRun(guess))) refusals.push('known-bad')
  else if (guesses.some((guess) => words.includes(guess))) refusals.push('about-you')
  return refusals.length > 0 ? refused(...refusals) : done(form)
}

/** One password however it was typed: composed and full-width characters become plain ones (NIST SP 800-63B-4 3.1.1.2). */
export function passwordForm(password: string): string {
  return password.normalize('NFKC')
}

/** The readings of a password that a guesser tries: as it is, without what was hung on its ends, with signs read as letters, repeated. */
function readings(password: string): string[] {
  const small = password.toLowerCase()
  const spelt = small.replace(/[@401357$!]/g, (sign) => letters[sign] ?? sign)
  const all = [small, bare(small), bare(spelt), spelt, simple(small), simple(spelt)]
  return [...new Set(all.flatMap((one) => [one, period(one)]))].filter((one) => one !== '')
}

const letters: Record<string, string> = { '@': 'a', '4': 'a', '0': 'o', '1': 'l', '3': 'e', '5': 's', '7': 't', $: 's', '!': 'i' }

/** Without digits and signs at both ends: `password!2024` is `password`. */
function bare(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && !isLetter(text[start])) start++
  while (end > start && !isLetter(text[end - 1])) end--
  return text.slice(start, end)
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character)
}

/** Letters alone, without blanks, digits and signs between them. */
function simple(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
}

/** The part whose repetition a text is: `woainiwoaini` is `woaini`; the text itself when it repeats nothing. */
function period(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, at)
}

/** One character again and again, or a walk up or down the alphabet or the digits (where 9 is followed by 0). */
function isRun(text: string): boolean {
  if (text.length < shortestRun) return false
  const steps = new Set([...text].slice(1).map((character, i) => stepBetween(text[i] ?? '', character)))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? NaN)
}

const shortestRun = 6

function stepBetween(a: string, b: string): number {
  const step = b.charCodeAt(0) - a.charCodeAt(0)
  const isRound = /^\d\d$/.test(a + b) && Math.abs(step) === 9
  return isRound ? -Math.sign(step) : step
}
