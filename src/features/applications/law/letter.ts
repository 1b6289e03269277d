import { type Day, isDay } from '../../../kernel/day.ts'
import { done, type Outcome, refused } from '../../../kernel/outcome.ts'
import { type Lang, placeholdersOf, sayDate, translate } from '../../../kernel/translate.ts'
import type { OutcomeGroup } from './leaf.ts'
import { type Bilingual, remediesFor, type RemedyLaw, type RemedyRule } from './remedy.ts'

/** Letters besides the reply itself; `clarification` and so on are the acts that they tell of. */
export const letterKinds = [
  'clarification',
  'extension',
  'third-party',
  'co-agency',
  'override',
  'fee',
  'abandoned-supplement',
  'abandoned-payment',
  'reasons',
  'date-set',
] as const

export type LetterKind = (typeof letterKinds)[number]

/** A paragraph. It stands only where all facts of `onlyWith` are given, and only where none of `unlessWith` is. */
export interface Paragraph extends Bilingual {
  onlyWith?: string[] | undefined
  unlessWith?: string[] | undefined
}

/** The text of one kind of letter. `basis`: the provision by the day of receipt; none in force means that there is no such letter then. */
export interface LetterText {
  title: Bilingual
  to: 'applicant' | 'thirdParty' | 'agency'
  basis: (Bilingual & { from?: Day | undefined; until?: Day | undefined })[]
  paragraphs: Paragraph[]
  remedy?: RemedyRule | undefined
}

/** Everything that the pack says of letters. */
export interface Letters {
  addressee: Record<LetterText['to'], Bilingual>
  kinds: Record<LetterKind, LetterText>
  reply: {
    titles: Record<OutcomeGroup, Bilingual>
    opening: Paragraph[]
    heading: Bilingual
    joins: Record<'labels' | 'files', Bilingual>
    leaves: Record<string, Paragraph[]>
  }
}

/** The words of a letter by the name of their placeholder; an empty one is as good as none, and a day is said in the letter's language. */
export type LetterFacts = Readonly<Record<string, string>>

/** Whose case it is, and who signs. `reviewBodies` and `court` are names; `facts` fills what only this letter says. */
export interface LetterCase {
  unit: string
  receivedOn: Day
  signedOn: Day
  reviewBodies: readonly string[]
  court: string
  facts: LetterFacts
}

/** A letter that can be set: `signature` is the unit and the date. */
export interface Letter {
  title: string
  addressee: string
  paragraphs: string[]
  signature: string[]
}

/** A letter or reply that cannot be written: the names of the facts that it lacks, each once. `basis`: no provision was in force. */
export type LetterOutcome = Outcome<Letter, string>

/**
 * Writes a letter of a kind. Refuses with every fact that is missing, and with `basis` where the law of the day of receipt knows no
 * such letter. A letter against which there are remedies ends with them.
 */
export function composeLetter(letters: Letters, law: RemedyLaw, kind: LetterKind, of: LetterCase, lang: Lang): LetterOutcome {
  const text = letters.kinds[kind]
  const facts = factsOf(of, lang, { basis: basisOn(text, of.receivedOn)?.[lang] ?? '' })
  const remedies = text.remedy === undefined ? [] : remedyParagraphs(law, [text.remedy], of, lang)
  return written(lang, facts, {
    title: text.title,
    addressee: letters.addressee[text.to],
    body: standing(text.paragraphs, facts).map((paragraph) => ({ paragraph, facts })),
    remedies,
    of,
  })
}

/** The provision that a letter rests on in a case received on a day; undefined where the law of that day knows no such letter. */
export function basisOn({ basis }: LetterText, receivedOn: Day): Bilingual | undefined {
  return basis.find(({ from, until }) => (from ?? receivedOn) <= receivedOn && (until ?? receivedOn) >= receivedOn)
}

/** A paragraph with the facts that fill it. */
export interface Filling {
  paragraph: Bilingual
  facts: LetterFacts
}

/** Puts a letter together; refuses with every placeholder for which there is no fact. */
export function written(
  lang: Lang,
  facts: LetterFacts,
  parts: { title: Bilingual; addressee: Bilingual; body: Filling[]; remedies: Filling[]; of: LetterCase },
): LetterOutcome {
  const { title, addressee, of } = parts
  const fillings = [{ paragraph: title, facts }, { paragraph: addressee, facts }, ...parts.body, ...parts.remedies]
  const unsaid = fillings.flatMap((one) => placeholdersOf(one.paragraph[lang]).filter((name) => !isGiven(one.facts, name)))
  if (of.unit.trim() === '') unsaid.push('unit')
  if (unsaid.length > 0) return refused(...new Set(unsaid))
  const [said = '', to = '', ...paragraphs] = fillings.map((one) => translate({ text: one.paragraph[lang] }, 'text', one.facts))
  return done({ title: said, addressee: to, paragraphs, signature: [of.unit, sayDate(of.signedOn, lang)] })
}

/** The facts of a case in a language, without the full stops that the templates bring themselves. */
export function factsOf(of: LetterCase, lang: Lang, more: LetterFacts = {}): LetterFacts {
  const all = { ...of.facts, ...more, receivedOn: of.receivedOn }
  return Object.fromEntries(Object.entries(all).map(([name, words]) => [name, isDay(words) ? sayDate(words, lang) : unended(words)]))
}

function unended(words: string): string {
  let end = words.length
  while (end > 0 && '。．.；; \t\r\n\u3000'.includes(words[end - 1] ?? '?')) end--
  return words.slice(0, end).trimStart()
}

/** The paragraphs that stand with these facts. */
export function standing(paragraphs: readonly Paragraph[], facts: LetterFacts): Paragraph[] {
  return paragraphs.filter(
    ({ onlyWith = [], unlessWith = [] }) =>
      onlyWith.every((name) => isGiven(facts, name)) && !unlessWith.some((name) => isGiven(facts, name)),
  )
}

/**
 * What the applicant may do, by the rules under which a letter falls: one paragraph where all come to the same on the day, else one for
 * what is withheld and one for the rest. The periods come from the law in force on the day of signing.
 */
export function remedyParagraphs(law: RemedyLaw, rules: readonly RemedyRule[], of: LetterCase, lang: Lang): Filling[] {
  const all = rules.map((rule) => remediesFor(law, rule, of.signedOn))
  const first = all.find(({ rule }) => rule.isReconsiderationFirst)
  const either = all.find(({ rule }) => !rule.isReconsiderationFirst)
  return [first, either].flatMap((remedies) => {
    if (remedies === undefined) return []
    const isOnly = first === undefined || either === undefined
    const scope = law.scopes[isOnly ? 'whole' : remedies === first ? 'withheld' : 'rest'][lang]
    const terms = [remedies.reconsideration, remedies.suit, remedies.suitAfterReconsideration].map((period) => period?.term)
    const [reconsideration, suit, suitAfter] = terms
    const facts = {
      scope,
      reconsiderationBody: of.reviewBodies.join(law.or[lang]),
      court: of.court,
      basis: lang === 'zh' ? remedies.rule.basisZh : remedies.rule.basisEn,
      reconsiderationDays: lengthOf(reconsideration),
      suitMonths: lengthOf(suit),
      suitAfterDays: lengthOf(suitAfter),
    }
    return [{ paragraph: law.paragraphs[remedies === first ? 'reconsideration-first' : 'either'], facts }]
  })
}

function lengthOf(term: { days: number } | { months: number } | undefined): string {
  return term === undefined ? '' : String('days' in term ? term.days : term.months)
}

function isGiven(facts: LetterFacts, name: string): boolean {
  return Object.hasOwn(facts, name) && (facts[name] ?? '').trim() !== ''
}
