import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { comesRound, findDuty, registerMatterIn } from '../catalogue/index.ts'
import type { Content } from './document.ts'
import { pseudonymOf, type Officer } from './officer.ts'

export type EventRefusal = 'not-owed' | 'not-in-force' | 'formed-in-future' | 'formed-missing'

/**
 * A document written from a duty that waits for an event tells of that event as soon as the day it was formed is known: from then on
 * the duty's clock runs. Gives the task; undefined where there is no such duty or the day is not known yet.
 */
export async function registerEvent(
  site: Site,
  db: Db,
  officer: Officer,
  document: { dutyId?: number; unitId: number },
  content: Content,
): Promise<Outcome<number | undefined, EventRefusal>> {
  const duty = document.dutyId === undefined ? undefined : await findDuty(db, document.dutyId)
  if (duty === undefined || comesRound(duty.rule) || content.formedOn === undefined) return done(undefined)
  const matter = { dutyId: duty.id, unitId: document.unitId, matter: content.title, formedOn: content.formedOn }
  const outcome = await registerMatterIn(site, db, pseudonymOf(officer), matter)
  if (outcome.ok) return done(outcome.value.id)
  return refused(...outcome.refusals.filter((one) => one !== 'comes-round'))
}
