import { describe, expect, it } from 'vitest'
import { changedRecords, driftOf, type FrozenCell, type KnownNow } from './drift.ts'

describe('what changed since a filing', () => {
  const byHand: FrozenCell = { cell: 't1/charges/amount', origin: 'by-hand', value: 37 }
  const counted: FrozenCell = { cell: 't1/rules/issued', origin: 'counted', value: 2, ids: [3, 5] }
  const now = (known: Partial<KnownNow> = {}): KnownNow => ({ behind: new Map(), numbers: new Map(), ...known })
  const records = { kind: 'records', added: [], removed: [] }

  it('names the records that came and went, and is silent where there are the same', () => {
    const since = (ids: number[]) => driftOf([counted], now({ behind: new Map([[counted.cell, ids]]) }))
    expect(since([3, 5])).toEqual([])
    expect(since([3, 8, 9])).toEqual([{ ...records, cell: counted.cell, filed: 2, now: 3, added: [8, 9], removed: [5] }])
    expect(changedRecords('x', [], [1])).toEqual([{ ...records, cell: 'x', filed: 0, now: 1, added: [1] }])
  })

  it('says of a number by hand that it was entered anew, or that nobody vouches for it any more', () => {
    const since = (value: number | null) =>
      driftOf([byHand], now({ numbers: new Map([[byHand.cell, { origin: value === null ? 'none' : 'by-hand', value }]]) }))
    expect(since(37)).toEqual([])
    expect(since(40)).toEqual([{ ...records, cell: byHand.cell, kind: 'entered-anew', filed: 37, now: 40 }])
    expect(since(null)).toEqual([{ ...records, cell: byHand.cell, kind: 'entered-anew', filed: 37, now: null }])
    expect(driftOf([byHand], now())).toMatchObject([{ now: null }])
  })

  it('says of a number by hand that it is counted now, once and with both numbers, also where they are the same', () => {
    const since = (value: number) =>
      driftOf([byHand], now({ behind: new Map([[byHand.cell, [1, 2]]]), numbers: new Map([[byHand.cell, { origin: 'counted', value }]]) }))
    expect(since(40)).toEqual([{ ...records, cell: byHand.cell, kind: 'counted-now', filed: 37, now: 40 }])
    expect(since(37)).toMatchObject([{ kind: 'counted-now', filed: 37, now: 37 }])
  })

  it('says nothing of sums, and of cells that were not filed', () => {
    expect(driftOf([{ cell: 't2/3.7/total', origin: 'sum', value: 4 }], now({ behind: new Map([['new', [1]]]) }))).toEqual([])
  })
})
