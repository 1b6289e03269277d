import { addDays, isDay, type Day } from '../../kernel/day.ts'
import { dayFrom, nameOf, nothingRead, type HolidayNames, type Reading } from './reading.ts'

/** Reads a year's entry of the form of the pack's `calendar.json`, alone or as the only one of its `years`. Undefined for what is no JSON. */
export function readJson(text: string, names: HolidayNames): Reading | undefined {
  const whole = parsed(text)
  if (whole === undefined) return undefined
  const reading = nothingRead()
  const years = listIn(whole, 'years')
  if (years.length > 1) reading.doubts.push({ reason: 'many-years', text: `years: ${years.length}` })
  const entry = years.length > 0 ? years[0] : whole
  const year = valueIn(entry, 'year')
  reading.year = typeof year === 'number' ? year : undefined
  if (reading.year === undefined) reading.doubts.push({ reason: 'no-year', text: text.slice(0, 60) })
  const announced = textOf(valueIn(entry, 'announcedOn'))
  reading.announcedOn = isDay(announced) ? announced : undefined
  reading.number = textOf(listIn(entry, 'notices')[0])
  for (const one of listIn(entry, 'off')) readOff(one, reading, names)
  for (const one of listIn(entry, 'makeUp')) {
    const span = spanOf(textOf(one), reading.year)
    if (span === undefined) reading.doubts.push({ reason: 'no-such-day', text: JSON.stringify(one) })
    else reading.working.push(...daysFrom(span))
  }
  return reading
}

function readOff(one: unknown, reading: Reading, names: HolidayNames): void {
  const key = textOf(valueIn(one, 'holiday'))
  const name = Object.hasOwn(names, key) ? names[key] : undefined
  const span = spanOf(textOf(valueIn(one, 'days')), reading.year)
  if (name === undefined) reading.doubts.push({ reason: 'unknown-holiday', text: JSON.stringify(one) })
  else if (span === undefined) reading.doubts.push({ reason: 'no-such-day', text: JSON.stringify(one) })
  else reading.off.push({ ...name, ...span })
}

function spanOf(text: string, year: number | undefined): { from: Day; to: Day } | undefined {
  const [from = '', to = from, ...more] = text.split('/').map((part) => (/^\d{2}-\d{2}$/.test(part) ? `${year}-${part}` : part))
  return more.length === 0 && isDay(from) && isDay(to) ? { from, to } : undefined
}

/** A calendar file as telephones take it (RFC 5545): each event is a day off or a day worked, which its summary says with 休 or 班. */
export function readIcs(text: string, names: HolidayNames): Reading | undefined {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) return undefined
  const reading = nothingRead()
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '')
  for (const [, event = ''] of unfolded.matchAll(/BEGIN:VEVENT\n([\s\S]*?)\nEND:VEVENT/gi)) readEvent(event, reading, names)
  reading.off.sort((a, b) => (a.from < b.from ? -1 : 1))
  reading.off = reading.off.reduce<Reading['off']>((blocks, block) => {
    const last = blocks.at(-1)
    // Files with an event a day: days in a row of one holiday are one block.
    if (last === undefined || last.nameZh !== block.nameZh || addDays(last.to, 1) !== block.from) return [...blocks, block]
    return [...blocks.slice(0, -1), { ...last, to: block.to }]
  }, [])
  reading.working.sort()
  const years = reading.off.map((block) => block.to.slice(0, 4)).sort()
  reading.year = years.length === 0 ? undefined : Number(years.at(-1))
  if (reading.year === undefined) reading.doubts.push({ reason: 'no-year', text: unfolded.slice(0, 60) })
  else if (Number(years[0]) < reading.year - 1) reading.doubts.push({ reason: 'many-years', text: `${years[0]}/${reading.year}` })
  return reading
}

function readEvent(event: string, reading: Reading, names: HolidayNames): void {
  const value = (name: string): string => new RegExp(`^${name}(?:;[^:\\n]*)?:(.*)$`, 'im').exec(event)?.[1]?.trim() ?? ''
  const summary = value('SUMMARY')
    .replace(/\\([,;\\])/g, '$1')
    .normalize('NFKC')
  const from = dayOfIcs(value('DTSTART'))
  const end = value('DTEND')
  // The end of an event of whole days is the day after its last.
  const after = end === '' ? undefined : dayOfIcs(end)
  const to = after === undefined || from === undefined || after <= from ? from : addDays(after, -1)
  if (value('RRULE') !== '') reading.doubts.push({ reason: 'repeats', text: summary })
  else if (from === undefined || to === undefined) reading.doubts.push({ reason: 'no-such-day', text: summary })
  else if (/班/.test(summary)) reading.working.push(...daysFrom({ from, to }))
  else if (/休|放假|假期/.test(summary)) {
    const name = summary.replace(/\(.*?\)|\[.*?\]|第\d+天.*$|(?:放假|调休|休假|假期|休).*$|[\s:·-]/g, '')
    reading.off.push({ ...nameOf(name || summary, names), from, to })
  } else reading.doubts.push({ reason: 'unread', text: summary })
}

function dayOfIcs(text: string): Day | undefined {
  const [, year = '', month = '', date = ''] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? []
  return dayFrom(year, month, date)
}

/** The days of a span; of one that is longer than a month only its ends, so that it shows without filling the page. */
function daysFrom({ from, to }: { from: Day; to: Day }): Day[] {
  const days: Day[] = []
  for (let on = from; on <= to && on.slice(0, 7) === from.slice(0, 7); on = addDays(on, 1)) days.push(on)
  return days.at(-1) === to ? days : [from, to]
}

function parsed(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function valueIn(thing: unknown, name: string): unknown {
  return typeof thing === 'object' && thing !== null ? (thing as Record<string, unknown>)[name] : undefined
}

function listIn(thing: unknown, name: string): unknown[] {
  const value = valueIn(thing, name)
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
