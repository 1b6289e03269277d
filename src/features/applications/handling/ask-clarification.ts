import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { livingEvents, storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'

export interface Clarification {
  /** Everything that is unclear, in one notice. */
  words: string
  sentOn: Day | undefined
  answerBy: Day | undefined
}

export type ClarifyRefusal = 'words-missing' | 'day-missing' | 'answer-by-missing' | 'answer-by-too-soon' | 'not-running' | CaseRefusal

/**
 * Asks the applicant, once, to say more clearly what is wanted (OGI-2019 art. 30). The count stops and begins anew with the supplement.
 * A second notice is refused as `second-clarification`.
 */
export async function askClarification(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { words, sentOn, answerBy }: Clarification,
): Promise<Outcome<StoredApplication, ClarifyRefusal>> {
  return changeCase<ClarifyRefusal>(site, officer, at, async (_, { clock, edition, events }) => {
    const isSecond = edition.clarification.isOnce && livingEvents(events).some((event) => event.kind === 'clarification-asked')
    const refusals: ClarifyRefusal[] = [
      ...(words === '' ? (['words-missing'] as const) : []),
      ...(sentOn === undefined ? (['day-missing'] as const) : []),
      ...(answerBy === undefined ? (['answer-by-missing'] as const) : []),
      ...(answerBy !== undefined && sentOn !== undefined && answerBy <= sentOn ? (['answer-by-too-soon'] as const) : []),
      ...(isSecond ? (['second-clarification'] as const) : clock.state === 'running' ? [] : (['not-running'] as const)),
    ]
    if (sentOn === undefined || answerBy === undefined || refusals.length > 0) return refused(...refusals)
    return done({
      act: 'applications.ask-clarification',
      events: [storedForm({ kind: 'clarification-asked', on: sentOn, answerBy }, officer.personId, words)],
      tells: 'clarification',
    })
  })
}
