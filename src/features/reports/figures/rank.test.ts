import { expect, test } from 'vitest'
import { rank } from './rank.ts'

const counts = (...numbers: number[]) => numbers.map((count, at) => ({ unitId: at + 1, count }))

test('a ranking puts the highest number first', () => {
  expect(rank(counts(5464, 5530, 1087, 5511, 5498), 30).placed.map(({ unitId, place }) => [unitId, place])).toEqual([
    [2, 1],
    [4, 2],
    [5, 3],
    [1, 4],
    [3, 5],
  ])
})

test('equal numbers share a place, and the next one is as much lower', () => {
  expect(rank(counts(40, 50, 50, 60), 30).placed.map(({ place }) => place)).toEqual([1, 2, 2, 4])
})

test('a unit with too few records has no place, and takes none from others', () => {
  const { placed, unranked } = rank(counts(29, 30, 0), 30)
  expect(placed).toEqual([{ unitId: 2, count: 30, place: 1 }])
  expect(unranked.map(({ unitId }) => unitId)).toEqual([1, 3])
  expect(rank([], 30)).toEqual({ placed: [], unranked: [] })
})
