import type { Calendar, CalendarSource, DayNote } from '../../kernel/calendar.ts'
import { addDays, weekdayOf, yearOf, type Day } from '../../kernel/day.ts'
import type { Block, Notice } from './paper.ts'

/**
 * A calendar with notices laid over it in the order in which they took effect: a later one wins, day by day. A year's notice carries the
 * known time on to the end of its year; a change or local days only move days.
 */
export function calendarWith(base: Calendar, notices: readonly Notice[]): Calendar {
  const off = new Map(base.off)
  const makeUp = new Map(base.makeUp)
  let { announcedUntil, sources } = base
  for (const notice of notices) {
    layOver(notice, off, makeUp)
    sources = sourcesWith(sources, notice)
    const last = `${notice.year}-12-31` as Day
    if (notice.kind === 'year' && last > announcedUntil) announcedUntil = last
  }
  return { ...base, announcedUntil, off, makeUp, sources }
}

function layOver(notice: Notice, off: Map<Day, DayNote>, makeUp: Map<Day, DayNote>): void {
  const basis = paperOf(notice)
  for (const { nameZh, nameEn, from, to } of notice.off) {
    for (let on = from; on <= to; on = addDays(on, 1)) {
      makeUp.delete(on)
      off.set(on, { nameZh, nameEn, basis })
    }
  }
  for (const on of notice.working) {
    off.delete(on)
    // A Monday to Friday that is no longer off is an ordinary working day.
    if (weekdayOf(on) > 5) makeUp.set(on, { nameZh: '调休上班', nameEn: 'make-up working day', basis })
  }
}

function sourcesWith(sources: readonly CalendarSource[], notice: Notice): readonly CalendarSource[] {
  const paper = paperOf(notice)
  const known = sources.find((source) => source.year === notice.year)
  if (known !== undefined) {
    const notices = known.notices.includes(paper) ? known.notices : [...known.notices, paper]
    return sources.map((source) => (source === known ? { ...known, notices } : source))
  }
  if (notice.kind !== 'year') return sources
  const announced = notice.announcedOn === undefined ? {} : { announcedOn: notice.announcedOn }
  return [...sources, { year: notice.year, notices: [paper], ...announced, confidence: 'certain' as const }]
}

/** What a day rests on: the paper's number, else what it names as its basis, else where it was read. */
function paperOf({ number, basis, source }: Notice): string {
  return number || basis || source
}

/** The days off of a year under a calendar, put together again into blocks by their names. */
export function blocksIn(calendar: Calendar, year: number): Block[] {
  const days = [...calendar.off].filter(([day]) => yearOf(day) === year).sort(([a], [b]) => (a < b ? -1 : 1))
  return days.reduce<Block[]>((blocks, [day, { nameZh, nameEn }]) => {
    const last = blocks.at(-1)
    if (last === undefined || last.nameZh !== nameZh || addDays(last.to, 1) !== day)
      return [...blocks, { nameZh, nameEn, from: day, to: day }]
    return [...blocks.slice(0, -1), { ...last, to: day }]
  }, [])
}
