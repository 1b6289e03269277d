import { describe, expect, it } from 'vitest'
import { figures } from './all-figures.ts'
import { contradictions, relations } from './relation.ts'

describe('a relation between figures', () => {
  const values = (more: Record<string, number>) => new Map(Object.entries(more))

  it('names only figures that there are and that records show', () => {
    const counted = figures.filter(({ facts }) => facts !== undefined).map(({ code }) => code)
    expect(relations.flatMap(({ whole, parts }) => [...whole, ...parts]).filter((code) => !counted.includes(code))).toEqual([])
  })

  it('is broken by parts that do not add up to the whole, and both sums are said', () => {
    const entered = { 'documents-entered': 5, 'documents-reviewed': 3 }
    expect(contradictions(values({ ...entered, 'documents-waiting': 2 }))).toEqual([])
    expect(contradictions(values({ ...entered, 'documents-waiting': 1 }))).toEqual([{ relation: relations[0], left: 5, right: 4 }])
  })

  it('adds several wholes up, and lets parts be fewer where they need not be all', () => {
    const table = { 'applications-received': 4, 'applications-carried-over': 2, 'applications-concluded': 5, 'applications-open': 1 }
    expect(contradictions(values({ ...table, 'applications-in-time': 3, 'applications-late': 1, 'applications-extended': 5 }))).toEqual([])
    const found = contradictions(values({ ...table, 'applications-in-time': 5, 'applications-late': 1, 'applications-extended': 6 }))
    expect(found.map(({ left, right }) => [left, right])).toEqual([
      [5, 6],
      [5, 6],
    ])
  })

  it('is passed over where a value is not known', () => {
    expect(contradictions(values({ 'documents-entered': 5, 'documents-reviewed': 9 }))).toEqual([])
    expect(contradictions(new Map())).toEqual([])
  })
})
