import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MonthTerm, Term } from '../../../kernel/clock.ts'
import { addDays, asDay, type Day, daysBetween } from '../../../kernel/day.ts'
import { loadPack, nationalPack } from '../../../platform/pack.ts'
import { outcomes } from '../load-outcomes.ts'
import { remedyLaw as law } from '../load-remedies.ts'
import { leafByCode } from './leaf.ts'
import {
  periodOn,
  reconsiderationClock,
  remediesFor,
  remedyPeriods,
  remedyRules,
  reviewBodiesOf,
  suitAfterReconsideration,
  windowsOf,
} from './remedy.ts'

const { calendar } = loadPack()
const day = asDay
const cases = JSON.parse(readFileSync(join(nationalPack, 'cases', 'remedies.json'), 'utf8')) as {
  id: string
  counts: { term: Term | MonthTerm; start: Day; due: Day }[]
}[]
const worked = (id: string) => {
  const found = cases.find((one) => one.id === id)?.counts[0]
  if (found === undefined) throw new Error(`no case ${id}`)
  return found
}

describe('the worked cases of the pack', () => {
  test('E15: withheld on 2025-08-05, reconsideration until 2025-10-09, because the 60th day lies in the holiday', () => {
    const { start, due, term } = worked('E15-a')
    expect(windowsOf(law, 'withheld', start, calendar).reconsideration.due).toBe(due)
    expect(remediesFor(law, 'withheld', start).reconsideration.term).toEqual(term)
  })

  test('E15: an act known on 2025-04-01, a direct suit until 2025-10-09', () => {
    const { start, due, term } = worked('E15-b')
    expect(windowsOf(law, 'ordinary', start, calendar).suit?.due).toBe(due)
    expect(remediesFor(law, 'ordinary', start).suit?.term).toEqual(term)
  })

  test('E16: a decision on reconsideration served on 2026-02-03, suit until 2026-02-24', () => {
    const { start, due } = worked('E16')
    expect(suitAfterReconsideration(law, start, calendar).due).toBe(due)
  })
})

describe('reconsideration first', () => {
  const isFirst = (rule: 'withheld' | 'ordinary' | 'no-reply', on: string) => windowsOf(law, rule, day(on), calendar).isReconsiderationFirst

  test('begins on 2024-01-01, for what is withheld and for silence', () => {
    expect([isFirst('withheld', '2023-12-31'), isFirst('withheld', '2024-01-01')]).toEqual([false, true])
    expect([isFirst('no-reply', '2023-12-31'), isFirst('no-reply', '2024-01-01')]).toEqual([false, true])
    expect(isFirst('ordinary', '2026-06-15')).toBe(false)
  })

  test('leaves no direct suit', () => {
    expect(windowsOf(law, 'withheld', day('2023-12-29'), calendar).suit?.due).toBe('2024-07-01')
    const later = windowsOf(law, 'withheld', day('2024-01-02'), calendar)
    expect([later.suit, later.suitUntold]).toEqual([undefined, undefined])
  })

  test('meets refusals under art. 14 to 16, and neither what cannot be provided nor what is not processed', () => {
    const first = outcomes.leaves.filter(({ remedy, rows }) => remedy === 'withheld' && rows['2021'] !== undefined)
    expect(first.map(({ code }) => code)).toEqual(['G2', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'])
    expect(leafByCode(outcomes, 'D8')?.remedy).toBe('ordinary')
  })
})

describe('the periods', () => {
  test('of a direct suit were three months until the law of 2015-05-01', () => {
    expect(windowsOf(law, 'ordinary', day('2015-04-30'), calendar).suit?.due).toBe('2015-07-30')
    expect(windowsOf(law, 'ordinary', day('2015-05-01'), calendar).suit?.due).toBe('2015-11-02')
  })

  test('are a year at most when the remedy was not told', () => {
    const windows = windowsOf(law, 'ordinary', day('2025-03-10'), calendar)
    expect([windows.reconsiderationUntold?.due, windows.suitUntold?.due]).toEqual(['2026-03-10', '2026-03-10'])
    expect(windowsOf(law, 'ordinary', day('2012-03-12'), calendar).suitUntold).toBeUndefined()
  })

  test('are provisional where the calendar of the last day is not announced', () => {
    expect(windowsOf(law, 'ordinary', day('2026-12-01'), calendar).reconsideration.provisional).toBe(true)
  })

  test('of reconsideration are 60 days and 30 more, 30 in the simplified procedure', () => {
    const { decision, extended } = reconsiderationClock(law, day('2025-03-03'), 'ordinary', calendar)
    expect([decision.due, extended?.due]).toEqual(['2025-05-06', '2025-06-03'])
    expect(reconsiderationClock(law, day('2025-03-03'), 'simplified', calendar)).toMatchObject({ decision: { due: '2025-04-02' } })
    expect(() => reconsiderationClock(law, day('2023-03-03'), 'simplified', calendar)).toThrow(RangeError)
  })

  test('are there for every rule on every day since the regulations, and before it there are none', () => {
    for (let on = day('2008-05-01'); on < '2026-06-15'; on = addDays(on, 97)) {
      for (const rule of remedyRules) {
        expect(daysBetween(on, windowsOf(law, rule, on, calendar).reconsideration.due), `${rule} ${on}`).toBeGreaterThanOrEqual(60)
      }
    }
    expect(() => remediesFor(law, 'ordinary', day('2008-04-30'))).toThrow('2008-04-30')
  })

  test('are all said by the pack today, none twice', () => {
    for (const period of remedyPeriods) expect(periodOn(law, period, day('2026-06-15')), period).toBeDefined()
    for (const one of law.periods) expect(periodOn(law, one.period, one.effective.from)).toBe(one)
  })
})

describe('who reviews', () => {
  test('a department: its government or the department above until 2023, its government alone since', () => {
    expect(reviewBodiesOf(law, 'department', day('2023-12-31'))).toEqual(['own-government', 'superior-department'])
    expect(reviewBodiesOf(law, 'department', day('2024-01-01'))).toEqual(['own-government'])
  })

  test('a government: the one above; a department that is led from above: the one above', () => {
    expect(reviewBodiesOf(law, 'government', day('2025-03-03'))).toEqual(['superior-government'])
    expect(reviewBodiesOf(law, 'vertical', day('2025-03-03'))).toEqual(['superior-department'])
  })
})
