import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../kernel/calendar.ts'
import {
  caseClock,
  type CaseChoices,
  type CaseClock,
  type CaseDay,
  type CaseEdition,
  type CaseEvent,
  editionOn,
} from '../kernel/case/index.ts'
import { count, type MonthTerm, type Term } from '../kernel/clock.ts'
import { addDays, asDay, type Day, weekdayOf } from '../kernel/day.ts'
import { loadPack, nationalPack, termOn } from './pack.ts'

interface WorkedCase {
  id: string
  factsEn: string
  counts: { askedEn: string; term?: Term | MonthTerm; termId?: string; start: string; due: string; days?: Record<string, string> }[]
}
/** `expected`: fields of the clock, `null` for what must not be there; the due day if extended on the last day; days with their reason, `{}` for none. */
interface WholeCase {
  id: string
  factsZh: string
  factsEn: string
  edition: string
  choices?: Partial<CaseChoices>
  events: CaseEvent[]
  expected: { extendedDueOn?: Day; days?: Record<string, string> } & Record<string, unknown>
}
interface WorkingDays {
  years: { year: number; weekdaysLess: number; workingDays?: number }[]
  lastWorkingDays: { by: string; on: string }[]
}

const folder = join(nationalPack, 'cases')
const pack = loadPack()
const files = readdirSync(folder).filter((file) => file !== 'working-days.json' && !file.startsWith('annual-report-'))
const all = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as (WorkedCase | WholeCase)[])
/** A plain count is a term and a start; a whole case is a list of events. */
const cases = all.filter((each) => 'counts' in each)
const wholeCases = all.filter((each) => 'events' in each)
const workingDays = JSON.parse(readFileSync(join(folder, 'working-days.json'), 'utf8')) as WorkingDays

describe('the worked cases of the national pack', () => {
  it('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(18)
    expect(wholeCases.length).toBeGreaterThanOrEqual(70)
    expect(cases.length + wholeCases.length).toBe(all.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  for (const { id, factsEn, counts } of cases) {
    for (const asked of counts) {
      it(`${id}: ${asked.askedEn} is ${asked.due} (${factsEn.slice(0, 60)}…)`, () => {
        const start = asDay(asked.start)
        const term = asked.term ?? lengthOf(asked.termId ?? '', start)
        const counted = count(term, start, pack.calendar)
        expect(counted.due).toBe(asked.due)
        expect(counted.provisional).toBe(false)
        const why = Object.fromEntries(counted.days.map((row) => [row.on, row.why]))
        expect(why).toMatchObject(asked.days ?? {})
      })
    }
  }
})

describe('the whole cases of the national pack', () => {
  for (const { id, factsEn, factsZh, edition: editionId, choices, events, expected } of wholeCases) {
    it(`${id}: ${factsEn}`, () => {
      const edition = editionCalled(editionId)
      const clockFor = (list: readonly CaseEvent[]) => caseClock(edition, list, pack.calendar, { ...pack.choices, ...choices })
      const clock = clockFor(events)
      const { extendedDueOn, days, ...fields } = expected
      expect(clock.faults).toEqual([])
      expect(Object.fromEntries(Object.keys(fields).map((field) => [field, clock[field as keyof CaseClock] ?? null]))).toEqual(fields)
      const told = Object.fromEntries(clock.days.map((row) => [row.on, reasonOf(row)]))
      if (days && Object.keys(days).length === 0) expect(told).toEqual({})
      expect(told).toMatchObject(days ?? {})
      if (clock.dueOn !== undefined && clock.dueBy !== 'set-date')
        expect(clock.days.filter(({ counted }) => counted)).toHaveLength(clock.termDays ?? 0)
      expect(factsZh).toMatch(/[一-鿿]/)
      if (clock.receivedOn) expect(editionOn(pack.editions, clock.receivedOn)?.id).toBe(editionId)
      const last = clock.dueOn
      expect(extendedDueOn === undefined || last !== undefined).toBe(true)
      if (extendedDueOn === undefined || last === undefined) return
      expect(clockFor([...events, { kind: 'extended', decidedOn: last, toldOn: last }])).toMatchObject({
        dueOn: extendedDueOn,
        dueBy: 'extension',
        baseDueOn: last,
      })
    })
  }
})

describe('the working days of a year', () => {
  it('are stated for every announced year', () => {
    expect(workingDays.years.map(({ year }) => year)).toEqual(pack.calendar.sources.map(({ year }) => year))
  })

  for (const { year, weekdaysLess, workingDays: stated } of workingDays.years) {
    it(`are in ${year} its Mondays to Fridays less ${weekdaysLess}`, () => {
      const before = asDay(`${year - 1}-12-31`)
      const last = asDay(`${year}-12-31`)
      const counted = workingDaysBetween(pack.calendar, before, last)
      expect(counted).toBe(mondaysToFridays(before, last) - weekdaysLess)
      if (stated !== undefined) expect(counted).toBe(stated)
    })
  }

  for (const { by, on } of workingDays.lastWorkingDays) {
    it(`end on ${on} for a report due by ${by}`, () => {
      const day = asDay(by)
      expect(isWorkingDay(pack.calendar, day) ? day : addWorkingDays(pack.calendar, day, -1).on).toBe(on)
    })
  }
})

function editionCalled(id: string): CaseEdition {
  const edition = pack.editions.find((each) => each.id === id)
  if (edition === undefined) throw new Error(`no edition "${id}"`)
  return edition
}

function reasonOf({ why, consultations = [], forReasons }: CaseDay): string {
  if (why !== 'paused') return why
  return forReasons ? 'paused for reasons' : `paused by ${consultations.join(', ')}`
}

function lengthOf(id: string, day: Day): Term {
  const edition = termOn(pack.terms, id, day)
  if (edition === undefined || !('days' in edition)) throw new Error(`no term of days "${id}" on ${day}`)
  return edition
}

function mondaysToFridays(after: Day, last: Day): number {
  let days = 0
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days++
  return days
}
