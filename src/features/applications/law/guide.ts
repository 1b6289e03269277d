/** An answer to a question of the guide: it leads to the next question, or ends at leaves. */
export interface GuideAnswer {
  id: string
  zh: string
  en: string
  next?: string | undefined
  /** The outcome; after it the grounds of what is withheld in part. */
  leaves?: string[] | undefined
}

/** A short plain question. */
export interface GuideQuestion {
  id: string
  zh: string
  en: string
  helpZh?: string | undefined
  helpEn?: string | undefined
  answers: GuideAnswer[]
}

/** The guide for the exemption question: questions in the order in which the law asks them. */
export interface ExemptionGuide {
  first: string
  questions: GuideQuestion[]
}

/** What was answered on the way, oldest first. */
export type GuidePath = { question: GuideQuestion; answer: GuideAnswer }[]

/** Where somebody stands: at a question, or at the end with the code of an outcome and of its grounds. */
export type GuideStep =
  | { kind: 'question'; question: GuideQuestion; path: GuidePath }
  | { kind: 'end'; outcome: string; withheldLeaves: string[]; path: GuidePath }

/**
 * Follows answers (by the id of their question) from the first question. An answer that is missing, or that the question does not
 * have, leaves the reader at that question; answers to questions off the way are not looked at.
 */
export function stepOf(guide: ExemptionGuide, answers: Readonly<Record<string, string>>): GuideStep {
  const path: GuidePath = []
  let question = questionOf(guide, guide.first)
  for (;;) {
    const answer = Object.hasOwn(answers, question.id) ? question.answers.find(({ id }) => id === answers[question.id]) : undefined
    if (answer === undefined) return { kind: 'question', question, path }
    path.push({ question, answer })
    const [outcome, ...withheldLeaves] = answer.leaves ?? []
    if (outcome !== undefined) return { kind: 'end', outcome, withheldLeaves, path }
    question = questionOf(guide, answer.next ?? '')
  }
}

/** What is wrong with a guide: answers that lead nowhere, to what is not there, or back to an earlier question; empty for a good one. */
export function guideFaults({ first, questions }: ExemptionGuide, leaves: readonly string[]): string[] {
  const placeOf = (id: string | undefined) => questions.findIndex((question) => question.id === id)
  const faults = questions.flatMap((question, at) =>
    question.answers.flatMap((answer) => {
      const name = `${question.id}.${answer.id}`
      if ((answer.next === undefined) === (answer.leaves === undefined)) return [`${name}: needs either next or leaves`]
      if (answer.next !== undefined) return placeOf(answer.next) > at ? [] : [`${name}: does not lead to a later question`]
      const strange = (answer.leaves ?? []).filter((code) => !leaves.includes(code))
      return strange.map((code) => `${name}: no leaf ${code}`)
    }),
  )
  return placeOf(first) === 0 ? faults : ['the first question does not stand first', ...faults]
}

function questionOf({ questions }: ExemptionGuide, id: string): GuideQuestion {
  const found = questions.find((question) => question.id === id)
  if (found === undefined) throw new Error(`the guide has no question "${id}"`)
  return found
}
