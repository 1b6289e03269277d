import { describe, expect, it } from 'vitest'
import { branchesOf } from './facet.ts'

const city = { id: 1, path: '/1/' }
const bureau = { id: 2, path: '/1/2/' }
const section = { id: 3, path: '/1/2/3/' }
const county = { id: 4, path: '/1/4/' }
const town = { id: 5, path: '/1/4/5/' }
const units = [city, bureau, section, county, town]
const shape = (counts: [number, number][], under?: string) => branchesOf(units, new Map(counts), under).map(({ node, n }) => [node.id, n])

describe('the branches of a list', () => {
  it('are the nearest that divide it, each with all that lies below, the largest first', () => {
    expect(
      shape([
        [2, 1],
        [3, 2],
        [5, 7],
      ]),
    ).toEqual([
      [4, 7],
      [2, 3],
    ])
  })

  it('are the top itself when something stands at it', () => {
    expect(
      shape([
        [1, 2],
        [3, 2],
      ]),
    ).toEqual([[1, 4]])
  })

  it('go down from a place', () => {
    expect(
      shape(
        [
          [2, 1],
          [3, 2],
          [5, 7],
        ],
        '/1/2/',
      ),
    ).toEqual([[3, 2]])
    expect(shape([[5, 7]], '/1/2/')).toEqual([])
  })
})
