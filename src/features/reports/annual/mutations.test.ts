import { describe, expect, test } from 'vitest'
import { breachesIn } from './identity.ts'
import { givenForm, givenGolden } from './given-report.ts'

const form = givenForm('2021')

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The errors that a changed cell must cause, from its place in the printed form alone. */
function expected(address: string): string[] {
  const [table, row] = address.split('/')
  if (table === 't3') return ['I5']
  if (row === '1' || row === '4') return ['I1', 'I2']
  if (row === '2') return ['I1', 'I2', 'I4']
  if (row === '3.7') return ['I1', 'I2', 'I3']
  return ['I1', 'I3']
}

/** The text of the worked report quotes every total, alone or in a sum: there it contradicts the changed table as well. */
const quoted = /^t[23]\/[^/]+\/total$/

/** `t2/3.3.1/company 5 → 7: I1, I3` where the program found something else than the place of the cell demands. */
function surprises(count: number, seed: number): string[] {
  const chance = chances(seed)
  const addresses = Object.keys(givenGolden().cells).filter((address) => /^t[23]\//.test(address))
  return Array.from({ length: count }, () => {
    const report = givenGolden()
    const address = addresses[Math.floor(chance() * addresses.length)] ?? ''
    const before = report.cells[address] ?? 0
    const amount = 1 + Math.floor(chance() * 50)
    const after = before >= amount && chance() < 0.5 ? before - amount : before + amount
    report.cells[address] = after
    const found = breachesIn(form, report)
    const errors = [...new Set(found.filter(({ severity }) => severity === 'error').map(({ id }) => id))]
    const isNamed = found.filter(({ severity }) => severity === 'error').every(({ cells }) => cells.includes(address))
    const isQuoted = found.some(({ id, cells }) => id === 'I9' && cells.includes(address))
    const right = errors.join() === expected(address).join() && isNamed && isQuoted === quoted.test(address)
    return right ? '' : `${address} ${before} → ${after}: ${found.map(({ id }) => id).join(', ')}`
  }).filter(Boolean)
}

describe('the worked report of a city', () => {
  test('has the totals that were published', () => {
    const { cells } = givenGolden()
    const total = (row: string) => cells[`t2/${row}/total`]
    expect(['1', '2', '3.7', '4', '3.1', '3.2'].map(total)).toEqual([14069, 560, 13810, 819, 5548, 2168])
    expect(['1', '2', '3.7', '4'].map((row) => cells[`t2/${row}/person`])).toEqual([13612, 535, 13364, 783])
    const sum = (start: string) =>
      Object.entries(cells).reduce((all, [key, n]) => all + (key.startsWith(start) && key.endsWith('/total') ? (n ?? 0) : 0), 0)
    expect(['t2/3.3.', 't2/3.4.', 't2/3.5.', 't2/3.6.'].map(sum)).toEqual([730, 3421, 457, 1486])
    expect(['reconsideration', 'direct-suit', 'suit-after-reconsideration'].map((row) => cells[`t3/${row}/total`])).toEqual([790, 56, 156])
  })

  test('breaks no identity', () => {
    expect(breachesIn(form, givenGolden())).toEqual([])
  })

  test('breaks the right ones when any single cell is changed: 200 changes', () => {
    expect(surprises(200, 20_250_515)).toEqual([])
  })

  test('breaks the right ones when any of its cells of tables 2 and 3 is one higher', () => {
    for (const address of Object.keys(givenGolden().cells).filter((each) => /^t[23]\//.test(each))) {
      const report = givenGolden()
      report.cells[address] = (report.cells[address] ?? 0) + 1
      const errors = breachesIn(form, report).filter(({ severity }) => severity === 'error')
      expect({ address, ids: [...new Set(errors.map(({ id }) => id))] }).toEqual({ address, ids: expected(address) })
    }
  })
})
