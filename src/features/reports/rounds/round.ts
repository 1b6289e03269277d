import type { Day } from '../../../kernel/day.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Period, PeriodKind } from '../figures/period.ts'
import type { ReportState } from '../making/made.ts'

export const roundKinds = ['annual', 'quarter', 'half-year'] as const
export type RoundKind = (typeof roundKinds)[number]

/** The office asks units under it for a report of a kind and a period, by a day. */
export interface Round {
  id: number
  /** Whose office asks. */
  unitId: number
  kind: RoundKind
  /** `2026`, `2026-Q3` or `2026-H2` */
  period: string
  dueOn: Day
  words: string
  openedBy: number
  openedAt: Date
  /** Who is asked, in the order of their ids. */
  unitIds: readonly number[]
}

/** That a unit was told that its report is missing. */
export interface RoundReminder {
  unitId: number
  on: Day
  by: number
}

export type OpenRefusal =
  'period-wrong' | 'period-to-come' | 'due-wrong' | 'due-early' | 'words-long' | 'nobody-asked' | 'not-below' | 'opened-before'
export type RoundRemindRefusal = 'nobody-missing' | 'not-due-yet' | 'reminded-today'

export const longestWords = 2_000

/** What a round asks for is a period of this kind. */
export const periodKindOf: Record<RoundKind, PeriodKind> = { annual: 'year', quarter: 'quarter', 'half-year': 'half-year' }

/** Why a round cannot be opened: every reason at once. */
export function openRefusals(
  { kind, dueOn, words, asked }: { kind: RoundKind; dueOn: Day | undefined; words: string; asked: number },
  period: Period | undefined,
  today: Day,
): OpenRefusal[] {
  const refusals: OpenRefusal[] = []
  if (period?.kind !== periodKindOf[kind]) refusals.push('period-wrong')
  else if (period.from > today) refusals.push('period-to-come')
  if (dueOn === undefined) refusals.push('due-wrong')
  else if (period !== undefined && dueOn <= period.until) refusals.push('due-early')
  if (words.length > longestWords) refusals.push('words-long')
  if (asked === 0) refusals.push('nobody-asked')
  return refusals
}

/** Has a unit still to file? What was returned is missing again. */
export function isMissing(state: ReportState): boolean {
  return state !== 'filed' && state !== 'accepted'
}

/** Who may be reminded today: units whose report is missing when the due day is near or past, each at most once a day. */
export function remindable<Line extends { state: ReportState; remindedOn?: Day | undefined }>(
  lines: readonly Line[],
  dueOn: Day,
  { today, soon }: { today: Day; soon: Day },
): Outcome<Line[], RoundRemindRefusal> {
  const missing = lines.filter(({ state }) => isMissing(state))
  if (missing.length === 0) return refused('nobody-missing')
  if (dueOn > soon) return refused('not-due-yet')
  const left = missing.filter(({ remindedOn }) => remindedOn === undefined || remindedOn < today)
  return left.length === 0 ? refused('reminded-today') : done(left)
}

/** The accepted filing of a round that tells of all below its unit and so of this unit already; the highest where there are several. */
export function coveredBy<Line extends { unit: { path: string }; state: ReportState; report?: { withBelow: boolean } | undefined }>(
  { unit }: Line,
  lines: readonly Line[],
): Line | undefined {
  return lines
    .filter(({ state, report }) => state === 'accepted' && report?.withBelow === true)
    .filter((other) => other.unit.path !== unit.path && unit.path.startsWith(other.unit.path))
    .toSorted((one, other) => one.unit.path.length - other.unit.path.length)[0]
}

/**
 * Does the report of a unit in a round also tell of those below it? Where one of them reports on its own in the same round it does not:
 * what is reported twice would be added up twice.
 */
export function tellsOfBelow(path: string, asked: readonly { path: string }[]): boolean {
  return !asked.some((other) => other.path !== path && other.path.startsWith(path))
}
