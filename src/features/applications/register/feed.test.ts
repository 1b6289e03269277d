import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { calendarText, type FeedDay } from './feed.ts'

const at = new Date('2026-06-15T02:03:04.567Z')
const day: FeedDay = {
  uid: '0b8f6c1e-due@openness.example.org',
  on: asDay('2026-12-31'),
  summary: '答复期限 safety-2026-0001',
  description: '到案件页查看',
  url: 'https://openness.example.org/zh/desk/applications/0b8f6c1e',
}

/** Reads a calendar back as RFC 5545 says: unfold, split at the first colon, unescape. */
function readBack(text: string): [string, string][] {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(':')
      const value = line.slice(colon + 1)
      return [line.slice(0, colon), value.replace(/\\(n|.)/gu, (_, one: string) => (one === 'n' ? '\n' : one))]
    })
}

describe('a calendar feed', () => {
  it('names whole days with the instant at which it was made, the end being the day after', () => {
    const lines = readBack(calendarText('期限', [day], at))
    expect(lines.map(([name]) => name)).toEqual([
      ...['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'X-WR-CALNAME', 'BEGIN', 'UID', 'DTSTAMP', 'DTSTART;VALUE=DATE'],
      ...['DTEND;VALUE=DATE', 'SUMMARY', 'DESCRIPTION', 'URL', 'TRANSP', 'END', 'END'],
    ])
    expect(Object.fromEntries(lines)).toMatchObject({
      ...{ DTSTAMP: '20260615T020304Z', 'DTSTART;VALUE=DATE': '20261231', 'DTEND;VALUE=DATE': '20270101' },
      ...{ UID: day.uid, SUMMARY: day.summary, URL: day.url },
    })
  })

  it('folds between characters, never within one', () => {
    const summary = '公'.repeat(200)
    expect(Object.fromEntries(readBack(calendarText('', [{ ...day, summary }], at)))['SUMMARY']).toBe(summary)
    const mixed = `${'a'.repeat(66)}🍉${'信息'.repeat(60)}`
    expect(Object.fromEntries(readBack(calendarText('', [{ ...day, summary: mixed }], at)))['SUMMARY']).toBe(mixed)
  })

  it('lets no text end its line, its event or the calendar', () => {
    const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:https://evil.example\r;DTSTART=1,\\n\u0000\u2028\u0085'
    const lines = readBack(calendarText(hostile, [{ ...day, summary: hostile, description: hostile, uid: hostile, url: hostile }], at))
    expect(lines.filter(([name]) => name === 'BEGIN').length).toBe(2)
    expect(lines.map(([name]) => name)).not.toContain('ATTACH')
  })

  it('gives back whatever text it was given, without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (whole) => {
        const lines = Object.fromEntries(readBack(calendarText('', [{ ...day, description: whole }], at)))
        const expected = whole.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, '')
        expect(lines['DESCRIPTION']).toBe(expected)
      }),
    )
  })

  it('is a calendar also when nothing is due', () => {
    expect(readBack(calendarText('期限', [], at)).at(-1)).toEqual(['END', 'VCALENDAR'])
  })
})
