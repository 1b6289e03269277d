import type { Term } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Duty } from '../duty.ts'
import type { Every, TimeRule } from '../rule.ts'
import type { Columns } from './template.ts'

export type LooserRefusal =
  | 'inherited-time-looser'
  | 'inherited-channel-missing'
  | 'inherited-audience-narrower'
  | 'inherited-mode-narrower'
  | 'inherited-level-missing'
  | 'inherited-elements-missing'
  | 'inherited-not-required'
  | 'inherited-removed'

/**
 * What a unit may not do to a line that it inherits: remove it, or ask less of itself than the line above asks (seed row S0A-044). It may
 * ask more: a shorter time, more channels, a wider audience. Gives every reason; none means that it may stand.
 */
export function looserThan(above: Columns, own: Columns & { untilOn?: Day }, atOnce: Term): LooserRefusal[] {
  const refusals: LooserRefusal[] = []
  if (!isAtLeastAsStrict(own.rule, above.rule, atOnce)) refusals.push('inherited-time-looser')
  if (above.channels.some((one) => !own.channels.includes(one))) refusals.push('inherited-channel-missing')
  if (widths[own.audience] < widths[above.audience]) refusals.push('inherited-audience-narrower')
  if (above.mode === 'proactive' && own.mode !== 'proactive') refusals.push('inherited-mode-narrower')
  if (above.levels.some((one) => !own.levels.includes(one))) refusals.push('inherited-level-missing')
  if (!own.elementsZh.includes(above.elementsZh.trim())) refusals.push('inherited-elements-missing')
  if (above.isRequired && !own.isRequired) refusals.push('inherited-not-required')
  if (own.untilOn !== undefined) refusals.push('inherited-removed')
  return refusals
}

/**
 * A unit's own line after the line above has changed: what the superior says now, and wherever the unit asked more of itself than the
 * edition it held (`held`), its own, as long as that is still no less than what is asked now.
 */
export function mergedLine(own: Columns, held: Columns, above: Columns, atOnce: Term): Columns {
  const isOwnRule = JSON.stringify(own.rule) !== JSON.stringify(held.rule)
  const isOwnWords = own.elementsZh !== held.elementsZh && own.elementsZh.includes(above.elementsZh.trim())
  const ownOnly = <T>(mine: readonly T[], theirs: readonly T[]): T[] => mine.filter((one) => !theirs.includes(one))
  return {
    ...above,
    rule: isOwnRule && isAtLeastAsStrict(own.rule, above.rule, atOnce) ? own.rule : above.rule,
    channels: [...new Set([...above.channels, ...ownOnly(own.channels, held.channels)])],
    levels: [...new Set([...above.levels, ...ownOnly(own.levels, held.levels)])],
    audience: own.audience !== held.audience && widths[own.audience] > widths[above.audience] ? own.audience : above.audience,
    mode: own.mode !== held.mode && own.mode === 'proactive' ? own.mode : above.mode,
    isRequired: above.isRequired || (own.isRequired && !held.isRequired),
    elementsZh: isOwnWords ? own.elementsZh : above.elementsZh,
    elementsEn: isOwnWords ? own.elementsEn : above.elementsEn,
  }
}

const widths: Record<Duty['audience'], number> = { staff: 0, group: 1, society: 2 }
const months: Record<Every, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/**
 * Is one rule as strict as another, or stricter? Rules of two kinds that cannot be compared are not: nobody could say which day is
 * earlier. Working days are never taken for fewer calendar days.
 */
export function isAtLeastAsStrict(own: TimeRule, above: TimeRule, atOnce: Term): boolean {
  if (above.kind === 'at-once') return own.kind === 'at-once' || (own.kind === 'within' && isAsShort(own, atOnce))
  if (above.kind === 'within') {
    if (own.kind === 'at-once') return isAsShort(atOnce, above)
    return own.kind === 'within' && own.anchor === above.anchor && isAsShort(own, above)
  }
  if (above.kind === 'standing') return own.kind === 'standing' && own.by <= above.by
  return own.kind === 'periodic' && isPeriodAsStrict(own, above)
}

type Periodic = Extract<TimeRule, { kind: 'periodic' }>

function isPeriodAsStrict(own: Periodic, above: Periodic): boolean {
  if (months[own.every] > months[above.every]) return false
  if ('before' in above) return 'before' in own && own.every === above.every && own.before >= above.before && own.count === above.count
  if ('by' in above) return 'by' in own && own.by <= above.by
  return 'within' in own && isAsShort({ days: own.within, count: own.count }, { days: above.within, count: above.count })
}

function isAsShort(own: Pick<Term, 'days' | 'count'>, above: Pick<Term, 'days' | 'count'>): boolean {
  if (own.count === 'working' && above.count === 'calendar') return own.days === 0
  return own.days <= above.days
}
