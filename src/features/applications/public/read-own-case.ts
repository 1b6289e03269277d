import type { Site } from '../../../platform/site.ts'
import { livingEvents } from '../cases/application.ts'
import { readCase, type CaseView } from '../cases/read-case.ts'
import type { CaseFile } from '../cases/queries-files.ts'
import { findFee, type StoredFee } from '../fees/queries.ts'
import { windowsOf, type RemedyRule, type RemedyWindows } from '../law/remedy.ts'
import { outcomes } from '../load-outcomes.ts'
import { remedyLaw } from '../load-remedies.ts'
import { clockRules } from '../load-rules.ts'
import { listLetters, type StoredLetter } from '../replying/queries.ts'
import { findRating } from './queries.ts'
import type { Rating } from './rating.ts'
import { missingForRecall } from './recall.ts'

/** A case as its applicant sees it. */
export interface OwnCase extends CaseView {
  letters: readonly StoredLetter[]
  /** What was handed over with a reply that went out. */
  handed: readonly CaseFile[]
  fee?: StoredFee
  rating?: Rating
  /** The last days of the remedies: after a reply, or after the due day has passed in silence. */
  remedies?: RemedyWindows
  mayRecall: boolean
}

/** Reads everything that an applicant may see of their own case. Throws NotFound. */
export async function readOwnCase(site: Site, ref: string): Promise<OwnCase> {
  const db = site.database.read
  const view = await readCase(site, db, ref)
  const { id } = view.application
  const letters = (await listLetters(db, id)).filter((letter) => letter.stage === 'sent')
  const missing = missingForRecall(view.application, view.events, site.now(), clockRules().recallMinutes)
  return {
    ...view,
    letters,
    handed: letters.length > 0 ? view.files.filter(isHanded) : [],
    fee: livingEvents(view.events).some((event) => event.kind === 'fee-noticed') ? await findFee(db, id) : undefined,
    rating: await findRating(db, id),
    remedies: windowsIn(site, view),
    mayRecall: missing.length === 0,
  }
}

function isHanded({ role }: CaseFile): boolean {
  return role === 'hand-over' || role === 'redacted'
}

function windowsIn({ calendar }: Site, { application, clock, today }: CaseView): RemedyWindows | undefined {
  if (clock.state === 'replied' && clock.endedOn !== undefined)
    return windowsOf(remedyLaw, ruleOf(application.leaf), clock.endedOn, calendar)
  if (clock.endedOn === undefined && clock.dueOn !== undefined && clock.dueOn < today)
    return windowsOf(remedyLaw, 'no-reply', clock.dueOn, calendar)
  return undefined
}

function ruleOf(leaf: string): RemedyRule {
  return outcomes.leaves.find(({ code }) => code === leaf)?.remedy ?? 'ordinary'
}
