import { expect, test } from 'vitest'
import { givenForm, givenReport } from './given-report.ts'
import { tellFacts } from './tell-facts.ts'

/** The sentence about reconsiderations and suits, with its numbers by their names. */
function toldOf(id: string, cells: Record<string, number>): [string, Record<string, number>][] {
  const told = tellFacts(givenForm(id), { cells: givenReport(id, cells).cells, marks: new Map() }, { values: [] })
  return [...told.values()]
    .flat()
    .filter(({ key }) => key.startsWith('reports.fact.challenged'))
    .map(({ key, numbers }) => [key, Object.fromEntries(numbers.map(({ name, value }) => [name, value]))])
}

test('suits are told as the form of the year counts them: those without a reconsideration, or all of them', () => {
  expect(toldOf('2021', { 't3/reconsideration/total': 4, 't3/direct-suit/total': 2, 't3/suit-after-reconsideration/total': 1 })).toEqual([
    ['reports.fact.challenged', { reconsiderations: 4, direct: 2 }],
  ])
  expect(toldOf('2014', { 't0/4/count': 4, 't0/5/count': 3 })).toEqual([
    ['reports.fact.challenged-in-all', { reconsiderations: 4, suits: 3 }],
  ])
})
