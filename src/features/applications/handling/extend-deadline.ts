import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { livingEvents, storedForm, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'

export interface Extension {
  reason: string
  decidedOn: Day | undefined
  toldOn: Day | undefined
}

export type ExtendRefusal = 'reason-missing' | 'decided-missing' | 'told-missing' | 'not-running' | 'too-late' | CaseRefusal

/**
 * Extends the term once. The head of the working body decides, and the applicant is told, both no later than the due day
 * (OGI-2019 art. 33). Refused after it, and a second time as `second-extension`.
 */
export async function extendDeadline(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { reason, decidedOn, toldOn }: Extension,
): Promise<Outcome<StoredApplication, ExtendRefusal>> {
  return changeCase<ExtendRefusal>(site, officer, at, async (_, { clock, events }) => {
    const isSecond = livingEvents(events).some((event) => event.kind === 'extended')
    const due = clock.baseDueOn
    const isLate = due !== undefined && [decidedOn, toldOn].some((day) => day !== undefined && day > due)
    const refusals: ExtendRefusal[] = [
      ...(reason === '' ? (['reason-missing'] as const) : []),
      ...(decidedOn === undefined ? (['decided-missing'] as const) : []),
      ...(toldOn === undefined ? (['told-missing'] as const) : []),
      ...(isSecond ? (['second-extension'] as const) : []),
      ...(clock.state === 'running' ? [] : (['not-running'] as const)),
      ...(isLate ? (['too-late'] as const) : []),
    ]
    if (decidedOn === undefined || toldOn === undefined || refusals.length > 0) return refused(...refusals)
    return done({
      act: 'applications.extend',
      events: [storedForm({ kind: 'extended', decidedOn, toldOn }, officer.personId, reason)],
      reason,
      tells: 'extension',
    })
  })
}
