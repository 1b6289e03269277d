import { compareDays, type Day } from '../day.ts'

/** A question to the applicant, and the day from which it is answered. Several questions before one answer are one exchange. */
export interface Exchange<Question extends { on: Day }> {
  /** The earlier first; never empty. */
  questions: Question[]
  answeredOn?: Day
}

/**
 * Puts questions and answers together by their days. An answer belongs to all questions of earlier days that still wait; where none
 * waits, to those of its own day. `strays` are answers to which there is no question.
 */
export function exchangesOf<Question extends { on: Day }>(
  questions: readonly Question[],
  answers: readonly { on: Day }[],
): { exchanges: Exchange<Question>[]; strays: Day[] } {
  const asked = questions.toSorted((a, b) => compareDays(a.on, b.on))
  const exchanges: Exchange<Question>[] = []
  const strays: Day[] = []
  for (const { on } of answers.toSorted((a, b) => compareDays(a.on, b.on))) {
    const earlier = asked.filter((question) => question.on < on).length
    const taken = asked.splice(0, earlier > 0 ? earlier : asked.filter((question) => question.on === on).length)
    if (taken.length === 0) strays.push(on)
    else exchanges.push({ questions: taken, answeredOn: on })
  }
  if (asked.length > 0) exchanges.push({ questions: asked })
  return { exchanges, strays }
}
