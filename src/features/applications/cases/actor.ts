import type { Officer } from '../../publishing/index.ts'

/** Who acts on a case: somebody of the unit, the applicant through the portal, or the clock. */
export type CaseActor = Officer | 'applicant' | 'system'

/** The actor's name in the record: a pseudonym that leads to nobody who asked. */
export function pseudonymIn(actor: CaseActor): string {
  if (typeof actor === 'string') return actor
  return actor.systemId === undefined ? `person:${actor.personId}` : `system:${actor.systemId}`
}

/** The person of the unit who acts; undefined for the applicant and the clock. */
export function personIn(actor: CaseActor): number | undefined {
  return typeof actor === 'string' ? undefined : actor.personId
}
