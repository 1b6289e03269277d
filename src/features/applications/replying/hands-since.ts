import type { LetterStep } from './queries.ts'

/** The hands since the letter was submitted last; a letter that went back begins again. */
export function runningHands(steps: readonly LetterStep[]): LetterStep[] {
  const last = steps.findLastIndex((step) => ['send-back', 'take-back', 'void'].includes(step.move))
  return steps.slice(last + 1)
}
