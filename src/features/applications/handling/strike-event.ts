import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { fileEvents, type StoredApplication } from '../cases/application.ts'
import { changeCase, type CaseAt, type CaseRefusal } from '../cases/change-case.ts'

export type StrikeRefusal = 'event-missing' | 'reason-missing' | 'struck-before' | 'ended' | CaseRefusal

/**
 * Strikes an event of the clock that was entered by mistake: it stays in the file, with the reason, and counts no longer. The receipt
 * itself cannot be struck, only corrected; and nothing is struck once the case has ended.
 */
export async function strikeEvent(
  site: Site,
  officer: Officer,
  at: CaseAt,
  { eventId, reason }: { eventId: number; reason: string },
): Promise<Outcome<StoredApplication, StrikeRefusal>> {
  return changeCase<StrikeRefusal>(site, officer, at, async (_, { application, events }) => {
    const event = events.find((one) => one.id === eventId)
    const isStruck = events.some((one) => one.kind === 'struck' && one.fields['event'] === String(eventId))
    const mayBe = event !== undefined && !['received', 'replied', 'closed', ...fileEvents].includes(event.kind)
    const refusals: StrikeRefusal[] = [
      ...(mayBe ? [] : (['event-missing'] as const)),
      ...(reason === '' ? (['reason-missing'] as const) : []),
      ...(isStruck ? (['struck-before'] as const) : []),
      ...(application.endedOn === undefined ? [] : (['ended'] as const)),
    ]
    if (refusals.length > 0) return refused(...refusals)
    return done({
      act: 'applications.strike',
      events: [{ kind: 'struck', on: site.today(), fields: { event: String(eventId) }, words: reason }],
      reason,
    })
  })
}
