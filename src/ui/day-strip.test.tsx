import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { CountedDay } from '../kernel/clock.ts'
import { addDays, asDay, weekdayOf } from '../kernel/day.ts'
import { DayStrip, stripInWords, type StripDay } from './day-strip.tsx'
import { specimenReader } from './specimen.ts'

// 20 working days from 28 September 2025: the autumn holidays lie in it, and Saturday 11 October is worked.
const due = asDay('2025-10-31')
const days = daysUntil('2025-09-28', '2025-10-31')
const today = asDay('2025-10-17')

describe('the words of a day strip', () => {
  it('say when it ends, what counted, what did not, and where today stands', () => {
    expect(stripInWords({ reader: specimenReader('en'), days, due, today })).toBe(
      'Due Fri 31 Oct 2025, 20 days counted. Not counted: 5 weekend days, 8 public holidays. ' +
        '1 make-up working day is counted. Up to today 10 have passed.',
    )
    expect(stripInWords({ reader: specimenReader('zh'), days, due, today })).toBe(
      '周五 2025年10月31日到期，共计 20 日。不计入：周末 5 天、法定节假日 8 天。计入调休上班 1 天。截至今天已过 10 日。',
    )
  })

  it('name a pause, a missed day and a provisional one', () => {
    const paused = days.map((day): StripDay => (day.on === '2025-10-13' ? { on: day.on, counted: false, why: 'paused' } : day))
    const words = stripInWords({ reader: specimenReader('en'), days: paused, due, today: asDay('2025-11-03'), provisional: true })
    expect(words).toContain('1 day on which the clock stood still')
    expect(words).toContain('Today, Mon 3 Nov, is after the due day.')
    expect(words).toContain('not announced yet')
  })

  it('do not speak of holidays or make-up days where there are none', () => {
    const week = daysUntil('2025-10-19', '2025-10-24')
    const words = stripInWords({ reader: specimenReader('en'), days: week, due: asDay('2025-10-24'), today })
    expect(words).toBe('Due Fri 24 Oct 2025, 5 days counted. Up to today 0 have passed.')
  })
})

describe('a day strip', () => {
  const html = renderToString(<DayStrip reader={specimenReader('zh')} days={days} due={due} today={today} />)
  const cell = (on: string) =>
    [...html.matchAll(/<span class="(gk-day [^"]+)">/g)].map((match) => match[1])[days.findIndex((day) => day.on === on)]

  it('fills what counts, leaves hollow what does not, marks today, rings the due day', () => {
    expect(cell('2025-09-29')).toContain('gk-day--counted gk-day--working gk-day--gone')
    expect(cell('2025-10-01')).toContain('gk-day--free gk-day--holiday')
    expect(cell('2025-10-11')).toContain('gk-day--counted gk-day--make-up')
    expect(cell('2025-10-17')).toContain('gk-day--today')
    expect(cell('2025-10-20')).not.toContain('gk-day--gone')
    expect(cell('2025-10-31')).toContain('gk-day--due')
  })

  it('explains every day in a table, with the number of each day that counts', () => {
    const rows = [...html.matchAll(/<tr[^>]*><th scope="row">.*?<\/tr>/g)].map((match) => match[0].replace(/<[^>]+>/g, ' '))
    expect(rows).toHaveLength(days.length)
    expect(rows[0]).toMatch(/周一 2025年9月29日\s+1\s+工作日/)
    expect(rows[2]).toMatch(/–\s+法定节假日/)
    expect(rows.at(-1)).toMatch(/20\s+工作日 · 到期日/)
  })

  it('hides the picture from screen readers, which have the words', () => {
    expect(html).toContain('<div class="gk-strip__days" aria-hidden="true">')
    expect(html).not.toContain('style=')
  })

  it('rings a missed due day in another way', () => {
    const missed = renderToString(<DayStrip reader={specimenReader('en')} days={days} due={due} today={asDay('2025-11-05')} />)
    expect(missed).toContain('gk-day--missed')
    expect(html).not.toContain('gk-day--missed')
  })

  it('has words for every reason that a clock may give', () => {
    const reasons: CountedDay['why'][] = ['working', 'make-up', 'weekend', 'holiday', 'unannounced', 'calendar', 'rolled', 'paused']
    for (const lang of ['zh', 'en'] as const) {
      const mixed = reasons.map((why, at): StripDay => ({ on: addDays(today, at), counted: false, why }))
      expect(renderToString(<DayStrip reader={specimenReader(lang)} days={mixed} due={due} today={today} />)).not.toContain('ui.')
    }
  })
})

function daysUntil(start: string, end: string): StripDay[] {
  const rows: StripDay[] = []
  for (let on = addDays(asDay(start), 1); on <= end; on = addDays(on, 1)) {
    const why =
      on === '2025-10-11' ? 'make-up' : on >= '2025-10-01' && on <= '2025-10-08' ? 'holiday' : weekdayOf(on) > 5 ? 'weekend' : 'working'
    rows.push({ on, why, counted: why === 'working' || why === 'make-up' })
  }
  return rows
}
