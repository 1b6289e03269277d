import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenAway, protect, type CellState, type Sum } from './protect.ts'

const smallest = 5

/** Rows by columns with the sums of both: the last column and the last row are the totals. */
function withTotals(rows: number[][]): { cells: number[]; sums: Sum[] } {
  const wide = rows.map((row) => [...row, row.reduce((a, b) => a + b, 0)])
  const bottom = wide[0]!.map((_, at) => wide.reduce((sum, row) => sum + row[at]!, 0))
  const all = [...wide, bottom]
  const width = bottom.length
  const place = (row: number, column: number) => row * width + column
  const numbers = (length: number) => Array.from({ length }, (_, at) => at)
  return {
    cells: all.flat(),
    sums: [
      ...numbers(all.length).map((row) => ({
        total: place(row, width - 1),
        parts: numbers(width - 1).map((column) => place(row, column)),
      })),
      ...numbers(width).map((column) => ({
        total: place(all.length - 1, column),
        parts: numbers(all.length - 1).map((row) => place(row, column)),
      })),
    ],
  }
}

/** Every count that a small cell can have in a table that agrees with all that is shown: found by trying, not by reckoning. */
function possible(cells: readonly number[], states: readonly CellState[], sums: readonly Sum[], cell: number, most: number): Set<number> {
  const unknown = states.flatMap((state, at) => (state === 'shown' ? [] : [at])).sort((a, b) => (a === cell ? -1 : b === cell ? 1 : 0))
  const values = cells.map((count, at) => (states[at] === 'shown' ? count : -1))
  const agrees = (): boolean =>
    sums.every(({ total, parts }) => {
      if ([total, ...parts].some((one) => values[one] === -1)) return true
      return values[total] === parts.reduce((sum, part) => sum + values[part]!, 0)
    })
  const isPossible = (at: number): boolean => {
    const next = unknown[at]
    if (next === undefined) return true
    const [from, until] = states[next] === 'small' ? [1, smallest - 1] : [smallest, most]
    for (let value = from; value <= until; value++) {
      values[next] = value
      if (agrees() && isPossible(at + 1)) return true
    }
    values[next] = -1
    return false
  }
  return new Set(
    [1, 2, 3, 4].filter((value) => {
      for (const one of unknown) values[one] = -1
      values[cell] = value
      return agrees() && isPossible(1)
    }),
  )
}

describe('small numbers', () => {
  it('are not shown, and nought is', () => {
    expect(protect([0, 1, 4, 5, 80], [], smallest)).toEqual(['shown', 'small', 'small', 'shown', 'shown'])
  })

  it('cannot be had by taking the others from the total: another cell is kept back with a lone one', () => {
    const sums = [{ total: 3, parts: [0, 1, 2] }]
    expect(protect([2, 9, 30, 41], sums, smallest)).toEqual(['small', 'hidden', 'shown', 'shown'])
  })

  it('cannot be had from two of them that can only be what they are', () => {
    const cells = [4, 4, 30, 38]
    const states = protect(cells, [{ total: 3, parts: [0, 1, 2] }], smallest)
    expect(states).toEqual(['small', 'small', 'hidden', 'shown'])
    expect(givenAway(cells, ['small', 'small', 'shown', 'shown'], [{ total: 3, parts: [0, 1, 2] }], smallest)).toEqual([0, 1])
  })

  it('make their total disappear where nothing else could hide them', () => {
    expect(protect([2, 0, 0, 2], [{ total: 3, parts: [0, 1, 2] }], smallest)).toEqual(['small', 'shown', 'shown', 'small'])
    expect(protect([1, 5, 6], [{ total: 2, parts: [0, 1] }], smallest)).toEqual(['small', 'hidden', 'hidden'])
  })

  it('cannot be had by adding up rows and columns together', () => {
    const { cells, sums } = withTotals([
      [2, 9, 40],
      [8, 30, 7],
      [50, 3, 60],
    ])
    const states = protect(cells, sums, smallest)
    expect(givenAway(cells, states, sums, smallest)).toEqual([])
    expect(states.filter((state) => state === 'shown').length).toBeGreaterThan(8)
  })

  it('of a table that holds none stay away from everything else: all is shown', () => {
    const { cells, sums } = withTotals([
      [0, 9],
      [8, 30],
    ])
    expect(new Set(protect(cells, sums, smallest))).toEqual(new Set(['shown']))
  })

  it('can be none, or at least two different counts, for whoever tries every table that fits', { timeout: 60_000 }, () => {
    const small = fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(small, (rows) => {
        const { cells, sums } = withTotals(rows)
        const states = protect(cells, sums, smallest)
        states.forEach((state, cell) => {
          if (state === 'small') expect(possible(cells, states, sums, cell, 24).size, `${JSON.stringify(rows)} ${cell}`).toBeGreaterThan(1)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('are hidden in finite time in a table of sixty units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 8, maxLength: 8 }), { minLength: 60, maxLength: 60 }),
        (rows) => {
          const { cells, sums } = withTotals(rows)
          expect(givenAway(cells, protect(cells, sums, smallest), sums, smallest)).toEqual([])
        },
      ),
      { numRuns: 3 },
    )
  })
})
