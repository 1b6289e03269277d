import type { CaseChoices } from '../../../kernel/case/edition.ts'
import type { CaseView } from './read-case.ts'
import { livingEvents, partyOf } from './application.ts'

/** The points which the law leaves open that had a say in the dates of a case, as this city decided them. */
export function openPointsOf({ clock, edition, events }: Pick<CaseView, 'clock' | 'edition' | 'events'>): (keyof CaseChoices)[] {
  const living = livingEvents(events)
  const isPausedBy = living.some((event) => event.kind === 'consultation-sent' && edition.consultation[partyOf(event)].pauses)
  return [
    ...(isPausedBy ? (['pauseBegins'] as const) : []),
    ...(clock.breaches.includes('clarification-late') ? (['lateClarificationRestarts'] as const) : []),
    ...(living.some(({ kind }) => kind === 'reasons-asked') ? (['askingReasonsPauses'] as const) : []),
  ]
}
