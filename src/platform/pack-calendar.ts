import { z } from 'zod'
import { addDays, asDay, type Day, isDay, weekdayOf, yearOf } from '../kernel/day.ts'
import type { Calendar, CalendarSource, DayNote, Overlay } from '../kernel/calendar.ts'

const monthDay = /^\d{2}-\d{2}$/
const day = z.string().refine(isDay, 'not a day (YYYY-MM-DD)')
const note = z.strictObject({ nameZh: z.string().min(1), nameEn: z.string().min(1), basis: z.string().min(1).optional() })

/** The form of `calendar.json`. `days` is one month-day or an inclusive range, `02-06/02-12`. */
export const calendarForm = z.strictObject({
  basisZh: z.string().min(1),
  basisEn: z.string().min(1),
  holidays: z.record(z.string(), note),
  years: z
    .array(
      z.strictObject({
        year: z.number().int(),
        notices: z.array(z.string().min(1)),
        announcedOn: day.optional(),
        confidence: z.enum(['certain', 'likely', 'unsure']),
        off: z.array(z.strictObject({ holiday: z.string(), days: z.string() })),
        makeUp: z.array(z.string()),
      }),
    )
    .min(1),
})

/** The form of `regions/<name>.json`: local days with the local rule that fixes them. */
export const overlayForm = z.strictObject({
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  off: z.array(z.strictObject({ days: z.string(), ...note.shape, basis: z.string().min(1) })),
  working: z.array(z.strictObject({ days: z.string(), ...note.shape, basis: z.string().min(1) })),
})

/** Tells where in a file something is wrong; throws. */
export type Complain = (field: string, problem: string) => never

const makeUpNote: DayNote = { nameZh: '调休上班', nameEn: 'make-up working day' }

/** The calendar with its ranges spelled out. Refuses, through `complain`, whatever a holiday notice cannot say. */
export function calendarOf(file: z.infer<typeof calendarForm>, complain: Complain): Calendar {
  const off = new Map<Day, DayNote>()
  const makeUp = new Map<Day, DayNote>()
  const sources: CalendarSource[] = []
  const first = file.years[0]?.year ?? 0
  for (const [index, entry] of file.years.entries()) {
    const field = `years[${index}]`
    if (entry.year !== first + index) complain(`${field}.year`, `${entry.year} does not follow ${first + index - 1}`)
    for (const [at, { holiday, days }] of entry.off.entries()) {
      const holidayNote = file.holidays[holiday] ?? complain(`${field}.off[${at}].holiday`, `unknown holiday "${holiday}"`)
      for (const on of daysOf(days, `${entry.year}-`, `${field}.off[${at}].days`, complain)) off.set(on, holidayNote)
    }
    for (const [at, text] of entry.makeUp.entries()) {
      for (const on of daysOf(text, `${entry.year}-`, `${field}.makeUp[${at}]`, complain)) {
        if (weekdayOf(on) < 6) complain(`${field}.makeUp[${at}]`, `${on} is not a Saturday or Sunday`)
        if (off.has(on)) complain(`${field}.makeUp[${at}]`, `${on} is also off`)
        makeUp.set(on, makeUpNote)
      }
    }
    sources.push({ year: entry.year, notices: entry.notices, announcedOn: entry.announcedOn, confidence: entry.confidence })
  }
  const last = first + file.years.length - 1
  return { announcedFrom: asDay(`${first}-01-01`), announcedUntil: asDay(`${last}-12-31`), off, makeUp, sources }
}

/** The overlay with its ranges of full days, `2026-07-10/2026-07-16`, spelled out. */
export function overlayOf(file: z.infer<typeof overlayForm>, complain: Complain): Overlay {
  const spelled = (list: 'off' | 'working') =>
    new Map(
      file[list].flatMap(({ days, ...rest }, at) => daysOf(days, '', `${list}[${at}].days`, complain).map((on) => [on, rest] as const)),
    )
  const off = spelled('off')
  const working = spelled('working')
  for (const on of off.keys()) if (working.has(on)) complain('working', `${on} is also off`)
  return { off, working }
}

function daysOf(text: string, year: string, field: string, complain: Complain): Day[] {
  const [from, to = from, ...more] = text.split('/')
  const firstDay = `${year}${from}`
  const lastDay = `${year}${to}`
  if (more.length > 0 || !isDay(firstDay) || !isDay(lastDay) || (year && !monthDay.test(from ?? '')))
    return complain(field, `"${text}" is neither a day nor a range`)
  if (lastDay < firstDay) return complain(field, `"${text}" ends before it begins`)
  if (yearOf(lastDay) - yearOf(firstDay) > 1) return complain(field, `"${text}" is longer than a year`)
  const days: Day[] = []
  for (let on = firstDay; on <= lastDay; on = addDays(on, 1)) days.push(on)
  return days
}
