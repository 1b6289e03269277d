import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankPeers, type Peer } from './ranking.ts'

const peer = (unitId: number, value: number, base = value, hasEnded = false): Peer => ({ unitId, value, base, hasEnded })
const count = { minimum: 5 }
const share = { minimum: 10, over: 'tasks-due' }
const told = (peers: Peer[], method: { minimum: number; over?: string } = count, fewest = 3) =>
  rankPeers(peers, method, fewest).map(({ unitId, rank, isShared, unranked }) => `${unitId}:${unranked ?? `${rank}${isShared ? '=' : ''}`}`)

describe('a ranking of peers', () => {
  test('puts the highest first, lets equals share a rank, and counts all that stand before the next', () => {
    expect(told([peer(1, 20), peer(2, 90), peer(3, 40), peer(4, 40), peer(5, 7)])).toEqual(['2:1', '3:2=', '4:2=', '1:4', '5:5'])
    expect(told([peer(1, 9), peer(2, 9), peer(3, 9)])).toEqual(['1:1=', '2:1=', '3:1='])
  })

  test('gives no rank below the minimum of records, nor to nothing at all', () => {
    expect(told([peer(1, 5), peer(2, 4), peer(3, 6), peer(4, 7), peer(5, 0)])).toEqual([
      ...['4:1', '3:2', '1:3', '2:too-few-records', '5:too-few-records'],
    ])
    expect(told([peer(1, 0), peer(2, 1), peer(3, 1), peer(4, 1)], { minimum: 0 })).toEqual(['2:1=', '3:1=', '4:1=', '1:too-few-records'])
  })

  test('measures the minimum of a share on what it is a share of: none of many is a rank, all of few is not', () => {
    expect(told([peer(1, 0, 30), peer(2, 9, 9), peer(3, 15, 30), peer(4, 20, 20)], share)).toEqual([
      ...['4:1', '3:2', '1:3', '2:too-few-records'],
    ])
  })

  test('compares shares as fractions: a third is a third of thirty and of ninety-nine', () => {
    expect(told([peer(1, 10, 30), peer(2, 33, 99), peer(3, 34, 99)], share)).toEqual(['3:1', '1:2=', '2:2='])
    expect(told([peer(1, 333_333_333, 999_999_999), peer(2, 1, 3), peer(3, 1, 4)], { minimum: 1, over: 'x' })).toEqual([
      '1:1=',
      '2:1=',
      '3:3',
    ])
  })

  test('tells of a unit that ended without ranking it, and ranks nobody where too few are left', () => {
    expect(told([peer(1, 50, 50, true), peer(2, 20), peer(3, 30), peer(4, 10)])).toEqual(['3:1', '2:2', '4:3', '1:ended'])
    expect(told([peer(1, 50, 50, true), peer(2, 20), peer(3, 30), peer(4, 1)])).toEqual([
      ...['1:ended', '2:too-few-peers', '3:too-few-peers', '4:too-few-records'],
    ])
    expect(told([])).toEqual([])
  })

  test('tells of every unit once, and a higher rank never has the lower value', () => {
    const peers = fc.uniqueArray(
      fc
        .record({ unitId: fc.nat(99), value: fc.nat(40), base: fc.constant(0), hasEnded: fc.boolean() })
        .map((one) => ({ ...one, base: one.value })),
      { selector: ({ unitId }) => unitId, maxLength: 30 },
    )
    fc.assert(
      fc.property(peers, (all) => {
        const standings = rankPeers(all, count, 3)
        expect(standings.map(({ unitId }) => unitId).toSorted((a, b) => a - b)).toEqual(
          all.map(({ unitId }) => unitId).toSorted((a, b) => a - b),
        )
        const ranks = standings.flatMap(({ unitId, rank }) =>
          rank === undefined ? [] : [{ rank, value: all.find((one) => one.unitId === unitId)?.value ?? 0 }],
        )
        for (const { rank, value } of ranks) expect(rank).toBe(1 + ranks.filter((other) => other.value > value).length)
      }),
    )
  })
})
