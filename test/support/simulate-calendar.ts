import type { Calendar } from '../../src/kernel/calendar.ts'
import type { CaseDay } from '../../src/kernel/case/index.ts'

/** One day of a calendar, worked out once. */
export interface CalendarDay {
  on: CaseDay['on']
  isWorked: boolean
  isAnnounced: boolean
  kind: 'working' | 'weekend' | 'holiday' | 'make-up' | 'unannounced'
}

/** The days of a calendar by number, with the number of a day. */
export interface NumberedDays {
  numberOf(day: string): number
  dayAt(number: number): CalendarDay
}

const known = new WeakMap<Calendar, NumberedDays>()

/** The days from 2006 to 2039 as a calendar has them, asked from its sets alone: milliseconds and UTC weekdays. */
export function numberedDays(calendar: Calendar): NumberedDays {
  const made = known.get(calendar) ?? makeDays(calendar)
  known.set(calendar, made)
  return made
}

function makeDays({ off, makeUp, announcedFrom, announcedUntil }: Calendar): NumberedDays {
  const first = Date.UTC(2006, 0, 1)
  const days: CalendarDay[] = []
  const numbers = new Map<string, number>()
  for (let ms = first; ms < Date.UTC(2040, 0, 1); ms += 86_400_000) {
    const on = new Date(ms).toISOString().slice(0, 10) as CalendarDay['on']
    const isWeekend = new Date(ms).getUTCDay() % 6 === 0
    const isKnown = on >= announcedFrom && on <= announcedUntil
    const kind = makeUp.has(on) ? 'make-up' : off.has(on) ? 'holiday' : !isKnown ? 'unannounced' : isWeekend ? 'weekend' : 'working'
    numbers.set(on, days.length)
    days.push({ on, kind, isAnnounced: isKnown, isWorked: kind === 'make-up' || (kind !== 'holiday' && !isWeekend) })
  }
  const mustBe = <Value>(value: Value | undefined, what: unknown): Value => {
    if (value === undefined) throw new Error(`outside the simulation: ${String(what)}`)
    return value
  }
  return {
    numberOf: (day) => mustBe(numbers.get(day), day),
    dayAt: (number) => mustBe(days[number], number),
  }
}
