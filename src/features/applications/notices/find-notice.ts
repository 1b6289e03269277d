import { NotFound } from '../../../kernel/faults.ts'
import type { CaseView } from '../cases/read-case.ts'
import { letters } from '../load-letters.ts'
import { outcomes } from '../load-outcomes.ts'
import { noticesOf, type Notice } from './notice.ts'

/** The notices of a case by the packs of this program. */
export function listNotices(view: Pick<CaseView, 'application' | 'events'>): Notice[] {
  return noticesOf({ letters, outcomes }, view)
}

/** The notice of an event that an address names. Throws NotFound. */
export function findNotice(view: Pick<CaseView, 'application' | 'events'>, event: string | undefined): Notice {
  const found = listNotices(view).find((one) => String(one.event.id) === event)
  if (found === undefined) throw new NotFound('applications.letter')
  return found
}
