import { addDays, daysBetween, monthOf, weekdayOf, yearOf, type Day } from '../../kernel/day.ts'
import { isAnnounced, kindOfDay, workingDaysBetween, type Calendar } from '../../kernel/calendar.ts'
import { calendarWith } from './overlay.ts'
import type { Block, HolidayName, Notice } from './paper.ts'

/** How many days off by law each year has, as the pack says. */
export interface LegalDays {
  legalDays: readonly { fromYear: number; days: number }[]
  exceptions: readonly { year: number; days: number }[]
}

export type NoticeRefusal =
  | 'source-missing'
  | 'announced-missing'
  | 'announced-ahead'
  | 'basis-missing'
  | 'region-missing'
  | 'empty'
  | 'block-backwards'
  | 'block-too-long'
  | 'block-length'
  | 'outside-year'
  | 'make-up-on-weekday'
  | 'off-and-worked'
  | 'twice'
  | 'year-known'
  | 'year-gap'
  | 'day-not-announced'
  | 'changes-nothing'

/** What must be looked at and confirmed, but may be right. */
export type NoticeWarning = 'arithmetic' | 'reaches-back'

/** One thing that is wrong or doubtful, with what it is about. */
export interface Fault<Reason extends string = NoticeRefusal | NoticeWarning> {
  reason: Reason
  day?: Day
  name?: HolidayName
  year?: number
  /** What the paper says, or the law lets expect. */
  stated?: number
  counted?: number
}

/** The days of a block, in order. */
export function daysOfBlock({ from, to }: Pick<Block, 'from' | 'to'>): Day[] {
  const days: Day[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

/** Everything that forbids a notice to take effect over this calendar; empty: it may. `today` is the day of the asking. */
export function refusalsOf(notice: Notice, calendar: Calendar, today: Day): Fault<NoticeRefusal>[] {
  const malformed = notice.off.flatMap(faultsOfSpan)
  const paper = faultsOfPaper(notice, today).map((reason): Fault<NoticeRefusal> => ({ reason }))
  if (malformed.length > 0) return [...paper, ...malformed]
  return [
    ...paper,
    ...faultsOfDays(notice),
    ...(notice.kind === 'year' ? faultsOfYear(notice, calendar) : faultsOfChange(notice, calendar)),
  ]
}

/**
 * What may be right and must be confirmed by whoever proposes it: a year whose working days are not its Mondays to Fridays less the days
 * off by law, and days of the year before whose calendar is known already.
 */
export function warningsOf(notice: Notice, calendar: Calendar, rules: LegalDays): Fault<NoticeWarning>[] {
  if (notice.kind !== 'year' || notice.off.some((block) => faultsOfSpan(block).length > 0)) return []
  const after = calendarWith(calendar, [notice])
  const counted = workingDaysOf(after, notice.year)
  const stated = weekdaysOf(notice.year) - legalDaysOf(rules, notice.year)
  const back = [...notice.off.flatMap(daysOfBlock), ...notice.working].filter(
    (day) => yearOf(day) < notice.year && kindOfDay(calendar, day) !== kindOfDay(after, day),
  )
  return [
    ...(counted === stated ? [] : [{ reason: 'arithmetic', year: notice.year, stated, counted } as const]),
    ...back.map((day) => ({ reason: 'reaches-back', day }) as const),
  ]
}

/** How many days of a year are worked under a calendar. */
export function workingDaysOf(calendar: Calendar, year: number): number {
  const [first, last] = endsOf(year)
  return workingDaysBetween(calendar, addDays(first, -1), last)
}

/** The first and the last day of a year. */
export function endsOf(year: number): [first: Day, last: Day] {
  const name = String(year).padStart(4, '0')
  return [`${name}-01-01` as Day, `${name}-12-31` as Day]
}

function weekdaysOf(year: number): number {
  const [from, to] = endsOf(year)
  return daysOfBlock({ from, to }).filter((day) => weekdayOf(day) < 6).length
}

function legalDaysOf({ legalDays, exceptions }: LegalDays, year: number): number {
  const own = exceptions.find((one) => one.year === year)
  return own?.days ?? legalDays.filter((one) => one.fromYear <= year).at(-1)?.days ?? 0
}

function faultsOfSpan({ from, to, nameZh, nameEn }: Block): Fault<NoticeRefusal>[] {
  const name = { nameZh, nameEn }
  if (to < from) return [{ reason: 'block-backwards', name }]
  return yearOf(to) - yearOf(from) > 1 ? [{ reason: 'block-too-long', name }] : []
}

function faultsOfPaper(notice: Notice, today: Day): NoticeRefusal[] {
  const { kind, announcedOn } = notice
  return [
    ...(notice.number === '' && notice.source === '' ? (['source-missing'] as const) : []),
    ...(announcedOn === undefined ? (['announced-missing'] as const) : announcedOn > today ? (['announced-ahead'] as const) : []),
    ...(kind !== 'year' && notice.basis === '' ? (['basis-missing'] as const) : []),
    ...(kind === 'local' && notice.region === '' ? (['region-missing'] as const) : []),
    ...(notice.off.length === 0 && notice.working.length === 0 ? (['empty'] as const) : []),
  ]
}

function faultsOfDays({ off, working }: Notice): Fault<NoticeRefusal>[] {
  const days = off.flatMap(daysOfBlock)
  const isOff = new Set(days)
  const twice = [...repeated(days), ...repeated(working)]
  const lengths = off.flatMap(({ nameZh, nameEn, from, to, statedDays: stated }) => {
    const counted = daysBetween(from, to) + 1
    const fault: Fault<NoticeRefusal> = { reason: 'block-length', name: { nameZh, nameEn }, stated: stated ?? 0, counted }
    return stated === undefined || stated === counted ? [] : [fault]
  })
  return [
    ...lengths,
    ...twice.map((day): Fault<NoticeRefusal> => ({ reason: 'twice', day })),
    ...working.filter((day) => isOff.has(day)).map((day): Fault<NoticeRefusal> => ({ reason: 'off-and-worked', day })),
  ]
}

function faultsOfYear({ year, off, working }: Notice, calendar: Calendar): Fault<NoticeRefusal>[] {
  const [first, last] = endsOf(year)
  const known = yearOf(calendar.announcedUntil)
  // A notice may begin in the last month of the year before: New Year's Day 2019 was off from 30 December 2018 on.
  const isOutside = (day: Day): boolean => day > last || monthOf(day) < monthOf(addDays(first, -1))
  return [
    ...(year <= known ? [{ reason: 'year-known', year } as const] : year > known + 1 ? [{ reason: 'year-gap', year } as const] : []),
    ...[...off.flatMap(daysOfBlock), ...working].filter(isOutside).map((day) => ({ reason: 'outside-year', day, year }) as const),
    ...working.filter((day) => weekdayOf(day) < 6).map((day) => ({ reason: 'make-up-on-weekday', day }) as const),
  ]
}

function faultsOfChange(notice: Notice, calendar: Calendar): Fault<NoticeRefusal>[] {
  const days = [...notice.off.flatMap(daysOfBlock), ...notice.working]
  const after = calendarWith(calendar, [notice])
  const isSame = days.length > 0 && days.every((day) => kindOfDay(calendar, day) === kindOfDay(after, day))
  return [
    ...days.filter((day) => !isAnnounced(calendar, day)).map((day) => ({ reason: 'day-not-announced', day }) as const),
    ...notice.working
      .filter((day) => weekdayOf(day) < 6 && kindOfDay(calendar, day) === 'working')
      .map((day) => ({ reason: 'make-up-on-weekday', day }) as const),
    ...(isSame ? [{ reason: 'changes-nothing' } as const] : []),
  ]
}

function repeated(days: readonly Day[]): Day[] {
  const seen = new Set<Day>()
  return [...new Set(days.filter((day) => seen.has(day) || !seen.add(day)))]
}
