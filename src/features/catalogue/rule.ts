import { addWorkingDays, type Calendar } from '../../kernel/calendar.ts'
import { count as countTerm, type Term } from '../../kernel/clock.ts'
import { addDays, addMonths, asDay, yearOf, type Day } from '../../kernel/day.ts'

export type Every = 'month' | 'quarter' | 'half-year' | 'year'

/**
 * A time rule (公开时限) as data. `by` is a month and day, `MM-DD`; `within` counts from the end of the period, `before` back from it: that
 * is how material is handed in ten days before a quarter ends (seed row S1-058).
 */
export type TimeRule =
  | { kind: 'within'; days: number; count: 'working' | 'calendar'; anchor: 'formation' | 'change' }
  | { kind: 'at-once' }
  | { kind: 'periodic'; every: Every; within: number; count: 'working' | 'calendar' }
  | { kind: 'periodic'; every: Every; before: number; count: 'working' | 'calendar' }
  | { kind: 'periodic'; every: 'year'; by: string }
  | { kind: 'standing'; confirm: 'year'; by: string }

/** One dated occurrence of a rule that comes round by the calendar. */
export interface Period {
  name: string
  opensOn: Day
  dueOn: Day
  isProvisional: boolean
}

/** Does this rule wait for something to happen, or does it come round by itself? */
export function comesRound(rule: TimeRule): boolean {
  return rule.kind === 'periodic' || rule.kind === 'standing'
}

/** Is what this rule asks for handed in to the office before a period ends, not published after it? */
export function isHandedIn(rule: TimeRule): boolean {
  return rule.kind === 'periodic' && 'before' in rule
}

/** Do two rules have the same occurrences? Then a change from one to the other moves due days and nothing else. */
export function comesRoundAlike(one: TimeRule, other: TimeRule): boolean {
  const every = (rule: TimeRule): string => (rule.kind === 'periodic' ? `${rule.every} ${isHandedIn(rule)}` : '')
  return one.kind === other.kind && every(one) === every(other)
}

/**
 * The last day on which something formed (or changed) on `formedOn` may be published. Only for rules that wait for an event.
 * `atOnce` is the house rule for "at once".
 */
export function dueAfter(
  rule: Extract<TimeRule, { kind: 'within' | 'at-once' }>,
  formedOn: Day,
  atOnce: Term,
  calendar: Calendar,
): { dueOn: Day; isProvisional: boolean } {
  const counted = countTerm(termOf(rule, atOnce), formedOn, calendar)
  return { dueOn: counted.due, isProvisional: counted.provisional }
}

/** The length that a rule counts from the event or from the end of its period; undefined for a rule that names a fixed day. */
export function termOf(rule: Extract<TimeRule, { kind: 'within' | 'at-once' }>, atOnce: Term): Term
export function termOf(rule: TimeRule, atOnce: Term): Term | undefined
export function termOf(rule: TimeRule, atOnce: Term): Term | undefined {
  if (rule.kind === 'at-once') return atOnce
  if (rule.kind === 'within') return { days: rule.days, count: rule.count }
  return rule.kind === 'periodic' && 'within' in rule ? { days: rule.within, count: rule.count } : undefined
}

/** The occurrences whose opening day lies from `from` to `until`, both included, oldest first. */
export function periodsBetween(
  rule: Extract<TimeRule, { kind: 'periodic' | 'standing' }>,
  from: Day,
  until: Day,
  calendar: Calendar,
): Period[] {
  const found: Period[] = []
  const months = rule.kind === 'standing' ? 12 : monthsOf[rule.every]
  for (let start = asDay(`${String(yearOf(from) - 1).padStart(4, '0')}-01-01`); start <= until; start = addMonths(start, months)) {
    const period = rule.kind === 'standing' ? standing(rule.by, start) : periodic(rule, start, calendar)
    if (period.opensOn >= from && period.opensOn <= until) found.push(period)
  }
  return found
}

/**
 * Is a local rule looser than the statute's ceiling of so many working days after formation (OGI-2019 art. 26)? Calendar days are
 * measured strictly: n of them never end later than n working days, more than n might. Rules by a fixed date are compared by whoever
 * sets them against the fixed date of the law, not here.
 */
export function isLooser(rule: TimeRule, ceiling: Term): boolean {
  if (rule.kind === 'within') return rule.days > ceiling.days
  if (rule.kind === 'periodic' && 'within' in rule) return rule.within > ceiling.days
  return false
}

const monthsOf: Record<Every, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

function periodic(rule: Extract<TimeRule, { kind: 'periodic' }>, start: Day, calendar: Calendar): Period {
  const next = addMonths(start, monthsOf[rule.every])
  const last = addDays(next, -1)
  const name = nameOf(rule.every, start)
  if ('before' in rule) return { name, opensOn: start, ...daysBefore(last, rule, calendar) }
  if ('by' in rule) return { name, opensOn: next, dueOn: asDay(`${yearOf(next)}-${rule.by}`), isProvisional: false }
  if (rule.count === 'calendar') return { name, opensOn: last, dueOn: addDays(last, rule.within), isProvisional: false }
  const due = addWorkingDays(calendar, last, rule.within)
  return { name, opensOn: last, dueOn: due.on, isProvisional: due.provisional }
}

function daysBefore(last: Day, rule: { before: number; count: 'working' | 'calendar' }, calendar: Calendar) {
  if (rule.count === 'calendar') return { dueOn: addDays(last, -rule.before), isProvisional: false }
  const due = addWorkingDays(calendar, last, -rule.before)
  return { dueOn: due.on, isProvisional: due.provisional }
}

function standing(by: string, start: Day): Period {
  return { name: String(yearOf(start)), opensOn: start, dueOn: asDay(`${yearOf(start)}-${by}`), isProvisional: false }
}

function nameOf(every: Every, start: Day): string {
  const year = yearOf(start)
  const month = Number(start.slice(5, 7))
  if (every === 'month') return start.slice(0, 7)
  if (every === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`
  if (every === 'half-year') return `${year}-H${month === 1 ? 1 : 2}`
  return String(year)
}
