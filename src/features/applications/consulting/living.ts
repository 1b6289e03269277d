import { livingEvents, type StoredEvent } from '../cases/application.ts'
import type { Consultation } from './queries.ts'

/** The consultations of a case as its living events tell them: one that was struck is left out, and an answer that was struck is none. */
export function livingConsultations(consultations: readonly Consultation[], events: readonly StoredEvent[]): Consultation[] {
  const living = livingEvents(events)
  const has = (kind: StoredEvent['kind'], id: number) =>
    living.some((event) => event.kind === kind && event.fields['consultation'] === String(id))
  return consultations
    .filter((one) => has('consultation-sent', one.id))
    .map((one) => (has('consultation-answered', one.id) ? one : { ...one, answer: undefined, answerWords: '', isFounded: undefined }))
}
