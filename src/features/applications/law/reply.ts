import { refused } from '../../../kernel/outcome.ts'
import type { Lang } from '../../../kernel/translate.ts'
import { caseLeaf, type ItemDecision, remedyRulesOf, withheldOf } from './decision.ts'
import { type Leaf, leafByCode, type OutcomeForm, type Outcomes } from './leaf.ts'
import { factsOf, type Filling, type LetterCase, type LetterOutcome, type Letters, remedyParagraphs, standing, written } from './letter.ts'
import type { RemedyLaw } from './remedy.ts'

/** A requested item with what is decided on it. `files`: the names of what is handed over, in the order of the decision. */
export interface ReplyItem {
  asked: string
  decision: ItemDecision
  files: readonly string[]
}

/** Where a reply takes its words from: the pack, and the form in force on the day of receipt. */
export interface ReplyLaw {
  letters: Letters
  remedies: RemedyLaw
  outcomes: Outcomes
  form: OutcomeForm
}

/**
 * Writes the reply: item by item the facts, the ground and the decision, and at the end the remedies. Its title follows the one leaf of
 * the case. Refuses with every fact that is missing, and with `leaf` for no items or a leaf that the edition does not know. Whether the
 * decisions themselves may be sent is asked of `missingInDecision`.
 */
export function composeReply(law: ReplyLaw, items: readonly ReplyItem[], of: LetterCase, lang: Lang): LetterOutcome {
  const decisions = items.map(({ decision }) => decision)
  const whole = caseLeaf(
    decisions.map(({ leaf }) => leaf),
    law.outcomes,
    law.form,
  )
  if (whole === undefined) return refused('leaf')
  const facts = factsOf(of, lang)
  const { titles, opening } = law.letters.reply
  const rules = remedyRulesOf(decisions, law.outcomes, law.form)
  return written(lang, facts, {
    title: titles[whole.group],
    addressee: law.letters.addressee.applicant,
    body: [
      ...standing(opening, facts).map((paragraph) => ({ paragraph, facts })),
      ...items.flatMap((item, at) => itemParagraphs(law, item, items.length > 1 ? at + 1 : undefined, of, lang)),
    ],
    remedies: remedyParagraphs(law.remedies, rules, of, lang),
    of,
  })
}

/** The paragraphs on one item; a heading with its number where there are several. */
function itemParagraphs(law: ReplyLaw, item: ReplyItem, number: number | undefined, of: LetterCase, lang: Lang): Filling[] {
  const leaf = leafByCode(law.outcomes, item.decision.leaf)
  if (leaf === undefined) return []
  const { heading, leaves } = law.letters.reply
  const facts = factsOf({ ...of, facts: wordsOf(law, item, leaf, lang) }, lang)
  const head = number === undefined ? [] : [{ paragraph: heading, facts: { n: String(number), item: item.asked } }]
  return [...head, ...standing(leaves[leaf.code] ?? [], facts).map((paragraph) => ({ paragraph, facts }))]
}

function wordsOf({ letters, outcomes, form }: ReplyLaw, { decision, files }: ReplyItem, leaf: Leaf, lang: Lang): Record<string, string> {
  const { joins } = letters.reply
  const parts = withheldOf(decision, leaf, outcomes, form)
  const basis = (one: Leaf) => (lang === 'zh' ? one.basisZh : one.basisEn)
  const joined = (words: string[]) => [...new Set(words)].join(joins.labels[lang])
  return {
    facts: decision.facts,
    ground: decision.groundWords,
    harm: decision.harm ?? '',
    discretion: decision.discretion ?? '',
    search: decision.search ?? '',
    pointer: decision.pointer ?? '',
    files: files.join(joins.files[lang]),
    basis: basis(leaf),
    withheld: joined(parts.map((one) => (lang === 'zh' ? one.labelZh : one.labelEn))),
    withheldBasis: joined(parts.map(basis)),
  }
}
