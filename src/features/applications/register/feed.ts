import { addDays, type Day } from '../../../kernel/day.ts'

/** One day in a calendar feed. `uid` stays the same for as long as the thing exists, so that a day that moves moves in the calendar too. */
export interface FeedDay {
  uid: string
  on: Day
  summary: string
  description: string
  url: string
}

const octetsOfLine = 75

/**
 * A calendar of whole days as iCalendar text (RFC 5545): lines end in CR LF and are folded at 75 octets, whatever would end a value
 * early is escaped, control characters are dropped. `at`: the instant at which it is made.
 */
export function calendarText(name: string, days: readonly FeedDay[], at: Date): string {
  const stamp = `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongkai//Gongkai//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${escaped(day.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(day.on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(day.on, 1))}`,
      `SUMMARY:${escaped(day.summary)}`,
      `DESCRIPTION:${escaped(day.description)}`,
      `URL:${withoutBreaks(day.url)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function plain(day: Day): string {
  return day.replaceAll('-', '')
}

function escaped(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** An address is no text: nothing in it is escaped, so nothing may stand in it that ends a line. */
function withoutBreaks(url: string): string {
  return withoutControls(url).replace(/[\n\s]/g, '')
}

function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, '')
}

/** Breaks a line after at most 75 octets, never within a character; what follows begins with a space, which counts. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > octetsOfLine) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += length
  }
  return [...parts, part].join('\r\n')
}
