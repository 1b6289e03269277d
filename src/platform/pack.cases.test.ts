import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../kernel/calendar.ts'
import { count, type MonthTerm, type Term } from '../kernel/clock.ts'
import { addDays, asDay, type Day, weekdayOf } from '../kernel/day.ts'
import { loadPack, nationalPack, termOn } from './pack.ts'

interface WorkedCase {
  id: string
  factsEn: string
  counts: { askedEn: string; term?: Term | MonthTerm; termId?: string; start: string; due: string; days?: Record<string, string> }[]
}
interface WorkingDays {
  years: { year: number; weekdaysLess: number; workingDays?: number }[]
  lastWorkingDays: { by: string; on: string }[]
}

const folder = join(nationalPack, 'cases')
const pack = loadPack()
const files = readdirSync(folder).filter((file) => file !== 'working-days.json')
const cases = files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkedCase[])
const workingDays = JSON.parse(readFileSync(join(folder, 'working-days.json'), 'utf8')) as WorkingDays

describe('the worked cases of the national pack', () => {
  it('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(18)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
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
