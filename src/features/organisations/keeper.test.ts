import { expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { keeperOf } from './keeper.ts'
import { existsWithin, type Unit } from './unit.ts'

const unitOf = (id: number, parentId: number | undefined, untilOn?: string): Unit =>
  ({ id, ...(parentId === undefined ? {} : { parentId }), sinceOn: '2020-01-01', ...(untilOn === undefined ? {} : { untilOn }) }) as Unit
const city = unitOf(1, undefined)
const units = [city, unitOf(2, 1, '2026-01-10'), unitOf(3, 1, '2026-02-10'), unitOf(4, 1), unitOf(5, 3, '2026-02-10')]
const events = [{ unitId: 2 }, { unitId: 2, intoId: 3 }, { unitId: 3, intoId: 4 }]
const keeper = (at: number, day: string) => keeperOf(units[at]!, units, events, asDay(day)).id

test('a unit answers for itself until its last day, then its successor, and the successor of that', () => {
  expect([keeper(1, '2026-01-10'), keeper(1, '2026-01-11'), keeper(1, '2026-03-01')]).toEqual([2, 3, 4])
})

test('without a successor the unit above answers, or who answers for that', () => {
  expect([keeper(4, '2026-02-11'), keeper(3, '2026-02-11'), keeper(0, '2026-02-11')]).toEqual([4, 4, 1])
  expect(keeperOf(unitOf(6, 1, '2026-01-01'), units, events, asDay('2026-02-01')).id).toBe(1)
})

test('a unit existed within a year if it did on any day of it', () => {
  const within = (sinceOn: string, untilOn?: string) =>
    existsWithin(
      { sinceOn: asDay(sinceOn), ...(untilOn === undefined ? {} : { untilOn: asDay(untilOn) }) },
      { from: asDay('2025-01-01'), until: asDay('2025-12-31') },
    )
  expect([within('2025-12-31'), within('2026-01-01'), within('2020-01-01', '2025-01-01'), within('2020-01-01', '2024-12-31')]).toEqual([
    ...[true, false, true, false],
  ])
})
