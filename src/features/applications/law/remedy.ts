import type { Calendar } from '../../../kernel/calendar.ts'
import { count, type Count, type MonthTerm, type Term } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/day.ts'

/** Which rule of remedies a decision falls under: `withheld` for refusals under art. 14 to 16, `no-reply` for silence at the due day. */
export const remedyRules = ['withheld', 'ordinary', 'no-reply'] as const

export type RemedyRule = (typeof remedyRules)[number]

/** What a period is for. `untold`: the longest that is left when the reply did not tell the remedy. */
export const remedyPeriods = [
  'reconsideration',
  'reconsideration-untold',
  'suit',
  'suit-untold',
  'suit-after-reconsideration',
  'decision',
  'decision-extended',
  'decision-simplified',
] as const

export type RemedyPeriod = (typeof remedyPeriods)[number]

/** What the unit is, for the question who reviews it: `vertical` for a department that is led from above (tax, customs and the like). */
export const standings = ['department', 'government', 'vertical'] as const

export type Standing = (typeof standings)[number]

/** Who reviews. The names are the unit's own; a letter is handed them. */
export const reviewBodies = ['own-government', 'superior-department', 'superior-government'] as const

export type ReviewBody = (typeof reviewBodies)[number]

interface Dated {
  effective: { from: Day; until?: Day | undefined }
  basisZh: string
  basisEn: string
  confidence: 'certain' | 'likely' | 'unsure'
}

/** A period with where it is written. */
export type CitedPeriod = Dated & { period: RemedyPeriod; term: Term | MonthTerm }

/** Whether reconsideration comes first, with where it is written. */
export type CitedRule = Dated & { rule: RemedyRule; isReconsiderationFirst: boolean }

/** A text in both languages; `{placeholders}` are the same in both. */
export interface Bilingual {
  zh: string
  en: string
}

/** Everything that the pack says of remedies. */
export interface RemedyLaw {
  rules: CitedRule[]
  periods: CitedPeriod[]
  bodies: (Dated & { standing: Standing; bodies: ReviewBody[] })[]
  paragraphs: Record<'reconsideration-first' | 'either', Bilingual>
  scopes: Record<'whole' | 'withheld' | 'rest', Bilingual>
  or: Bilingual
}

/** The remedies against one reply. `suit` is absent where reconsideration comes first; the `untold` ones where no law gave them yet. */
export interface Remedies {
  rule: CitedRule
  reconsideration: CitedPeriod
  suit?: CitedPeriod
  suitAfterReconsideration: CitedPeriod
  reconsiderationUntold?: CitedPeriod
  suitUntold?: CitedPeriod
}

/** The last days of an applicant, each with its count; the same ones as in `Remedies`. */
export interface RemedyWindows {
  isReconsiderationFirst: boolean
  reconsideration: Count
  suit?: Count
  reconsiderationUntold?: Count
  suitUntold?: Count
}

/**
 * What the applicant may do against a reply under this rule that was delivered on this day. Throws a RangeError for a day before the
 * regulations (2008-05-01), on which there was no such reply.
 */
export function remediesFor(law: RemedyLaw, rule: RemedyRule, repliedOn: Day): Remedies {
  const found = law.rules.find((one) => one.rule === rule && isInForce(one, repliedOn))
  if (found === undefined) throw new RangeError(`no remedy "${rule}" on ${repliedOn}`)
  const isFirst = found.isReconsiderationFirst
  const suit = isFirst ? undefined : mustPeriod(law, 'suit', repliedOn)
  const suitUntold = isFirst ? undefined : periodOn(law, 'suit-untold', repliedOn)
  const reconsiderationUntold = periodOn(law, 'reconsideration-untold', repliedOn)
  return {
    rule: found,
    reconsideration: mustPeriod(law, 'reconsideration', repliedOn),
    suitAfterReconsideration: mustPeriod(law, 'suit-after-reconsideration', repliedOn),
    ...(suit === undefined ? {} : { suit }),
    ...(suitUntold === undefined ? {} : { suitUntold }),
    ...(reconsiderationUntold === undefined ? {} : { reconsiderationUntold }),
  }
}

/**
 * The last days for each remedy, counted from the day on which the applicant got the reply (or, for `no-reply`, the due day).
 * Calendar days and months; a last day off moves to the next working day.
 */
export function windowsOf(law: RemedyLaw, rule: RemedyRule, repliedOn: Day, calendar: Calendar): RemedyWindows {
  const remedies = remediesFor(law, rule, repliedOn)
  const counted = (period: CitedPeriod) => count(period.term, repliedOn, calendar)
  return {
    isReconsiderationFirst: remedies.rule.isReconsiderationFirst,
    reconsideration: counted(remedies.reconsideration),
    ...(remedies.suit === undefined ? {} : { suit: counted(remedies.suit) }),
    ...(remedies.suitUntold === undefined ? {} : { suitUntold: counted(remedies.suitUntold) }),
    ...(remedies.reconsiderationUntold === undefined ? {} : { reconsiderationUntold: counted(remedies.reconsiderationUntold) }),
  }
}

/**
 * When the body that reviews must have decided, counted from the day on which it accepted the case: the ordinary limit, and with an
 * extension. A simplified procedure has no extension. Throws a RangeError where the law of the day knows no simplified procedure.
 */
export function reconsiderationClock(
  law: RemedyLaw,
  acceptedOn: Day,
  procedure: 'ordinary' | 'simplified',
  calendar: Calendar,
): { decision: Count; extended?: Count } {
  const of = (period: RemedyPeriod) => count(mustPeriod(law, period, acceptedOn).term, acceptedOn, calendar)
  if (procedure === 'simplified') return { decision: of('decision-simplified') }
  return { decision: of('decision'), extended: of('decision-extended') }
}

/** Until when to sue after reconsideration: counted from the day its decision was served, or from the day its period lapsed. */
export function suitAfterReconsideration(law: RemedyLaw, endedOn: Day, calendar: Calendar): Count {
  return count(mustPeriod(law, 'suit-after-reconsideration', endedOn).term, endedOn, calendar)
}

/** Who reviews a unit of this standing; where there are two, the applicant chooses. */
export function reviewBodiesOf(law: RemedyLaw, standing: Standing, on: Day): ReviewBody[] {
  return law.bodies.find((one) => one.standing === standing && isInForce(one, on))?.bodies ?? []
}

/** A period as it stood on a day; undefined where the law had none. */
export function periodOn(law: RemedyLaw, period: RemedyPeriod, on: Day): CitedPeriod | undefined {
  return law.periods.find((one) => one.period === period && isInForce(one, on))
}

function mustPeriod(law: RemedyLaw, period: RemedyPeriod, on: Day): CitedPeriod {
  const found = periodOn(law, period, on)
  if (found === undefined) throw new RangeError(`no period "${period}" on ${on}`)
  return found
}

function isInForce({ effective }: Dated, on: Day): boolean {
  return effective.from <= on && (effective.until ?? on) >= on
}
