import type { Db } from '../../../platform/database/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findPeople, type Colleague } from '../../accounts/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import type { Challenge } from '../challenges/challenge.ts'
import { listChallenges } from '../challenges/queries.ts'
import { livingEvents } from './application.ts'
import { livingConsultations } from '../consulting/living.ts'
import { listConsultations, type Consultation } from '../consulting/queries.ts'
import { listErrands, type Errand } from '../errands/queries.ts'
import { findFee, type StoredFee } from '../fees/queries.ts'
import { remedyRulesOf } from '../law/decision.ts'
import { windowsOf, type RemedyWindows } from '../law/remedy.ts'
import { outcomes } from '../load-outcomes.ts'
import { remedyLaw } from '../load-remedies.ts'
import type { LetterSituation } from '../replying/hands.ts'
import { situationOfLetter } from '../replying/move-letter.ts'
import { listLetters, listLetterSteps, type LetterStep, type StoredLetter } from '../replying/queries.ts'
import { readDecisions, type Decisions } from '../replying/read-decisions.ts'
import { openPointsOf } from './open-points.ts'
import { readCase, type CaseView } from './read-case.ts'

/** The reply of a case on its way: its text, whose hands it has seen, and what stands in the way of the next. */
export interface LetterView {
  letter: StoredLetter
  steps: readonly LetterStep[]
  situation: LetterSituation
}

/** Everything that the page of a case shows at the desk. */
export interface DeskCase extends CaseView {
  decisions: Decisions
  reply?: LetterView
  consultations: readonly Consultation[]
  errands: readonly Errand[]
  fee?: StoredFee
  challenges: readonly Challenge[]
  /** Until when the reply, or its absence, may be challenged. */
  windows?: RemedyWindows
  /** What this city decided where the law leaves open a point that has a say in these dates. */
  openPoints: readonly { saysZh: string; saysEn: string }[]
  people: ReadonlyMap<number, Colleague>
  units: ReadonlyMap<number, Unit>
}

/** Reads a case with everything around it. Throws NotFound. */
export async function readDeskCase(site: Site, db: Db, ref: string): Promise<DeskCase> {
  const view = await readCase(site, db, ref)
  const events = [...view.events]
  const decisions = await readDecisions(db, { ...view, events }, view.today)
  const letter = (await listLetters(db, view.application.id)).find((one) => one.kind === 'reply')
  const reply = letter && {
    letter,
    steps: await listLetterSteps(db, letter.id),
    situation: await situationOfLetter(site, db, view, letter, decisions),
  }
  const consultations = livingConsultations(await listConsultations(db, view.application.id), events)
  const errands = await listErrands(db, view.application.id)
  const isNoticed = livingEvents(events).some((event) => event.kind === 'fee-noticed')
  const ids = [
    view.application.handlerId,
    letter?.writtenBy,
    ...events.map((event) => event.byId),
    ...(reply?.steps ?? []).map((step) => step.personId),
  ]
  return {
    ...view,
    ...{ decisions, reply, consultations, errands },
    ...{ fee: isNoticed ? await findFee(db, view.application.id) : undefined, challenges: await listChallenges(db, view.application.id) },
    windows: windowsFor(site, view, decisions),
    openPoints: openPointsOf(view).map((point) => site.pack.choices.told[point]),
    people: await findPeople(
      db,
      ids.filter((id) => id !== undefined),
    ),
    units: new Map((await listUnits(db)).map((unit) => [unit.id, unit])),
  }
}

/** The windows of the remedies against a reply, by the strictest rule of its items; against silence from the day after the due day. */
export function windowsFor(
  site: Site,
  { clock, today }: Pick<CaseView, 'clock' | 'today'>,
  decisions: Decisions,
): RemedyWindows | undefined {
  if (clock.state === 'replied' && clock.endedOn !== undefined) {
    const rules = remedyRulesOf(
      decisions.items.map(({ decision }) => decision),
      outcomes,
      decisions.form,
    )
    const rule = rules.find((one) => one === 'withheld') ?? rules[0]
    return rule && windowsOf(remedyLaw, rule, clock.endedOn, site.calendar)
  }
  const isSilent = clock.endedOn === undefined && clock.dueOn !== undefined && clock.dueOn < today
  return isSilent && clock.dueOn !== undefined ? windowsOf(remedyLaw, 'no-reply', clock.dueOn, site.calendar) : undefined
}
