import { expect, test } from 'vitest'
import { workSummary } from '../load-work-summary.ts'
import { proposeProblems, type Known } from './problem.ts'
import type { ProblemRule } from './template.ts'

const knownOf = (values: Record<string, number>, byUnit: Record<string, number[]> = {}): Known => ({
  values: new Map(Object.entries(values)),
  byUnit: new Map(Object.entries(byUnit).map(([code, counts]) => [code, counts.map((count, at) => ({ unitId: at + 1, count }))])),
})
const late: ProblemRule = { code: 'late', kind: 'share', part: 'tasks-late', whole: 'tasks-due', atLeast: 0.05, fewest: 10 }
const empty: ProblemRule = { code: 'empty', kind: 'missing', part: 'practising', whole: 'departments', fewest: 1 }
const uneven: ProblemRule = { code: 'uneven', kind: 'uneven', of: 'released', atLeast: 0.5, fewest: 30, fewestUnits: 4 }
const codes = (rule: ProblemRule, known: Known) => proposeProblems([rule], known).map(({ code }) => code)

test('a share is a problem from its threshold on, and names both its figures', () => {
  expect(codes(late, knownOf({ 'tasks-late': 4, 'tasks-due': 100 }))).toEqual([])
  expect(proposeProblems([late], knownOf({ 'tasks-late': 5, 'tasks-due': 100 }))).toEqual([
    {
      code: 'late',
      numbers: [
        { name: 'part', value: 5, figure: 'tasks-late' },
        { name: 'whole', value: 100, figure: 'tasks-due' },
      ],
    },
  ])
})

test('nothing is a problem that is not there, however low the threshold, nor where too little happened to say', () => {
  expect(codes({ ...late, atLeast: 0 }, knownOf({ 'tasks-late': 0, 'tasks-due': 100 }))).toEqual([])
  expect(codes(late, knownOf({ 'tasks-late': 9, 'tasks-due': 9 }))).toEqual([])
})

test('what is not known proposes nothing', () => {
  expect(codes(late, knownOf({ 'tasks-due': 100 }))).toEqual([])
  expect(codes(uneven, knownOf({ released: 100 }))).toEqual([])
})

test('a department that released nothing is a problem; none where all did, or where there are none', () => {
  expect(codes(empty, knownOf({ practising: 34, departments: 35 }))).toEqual(['empty'])
  expect(codes(empty, knownOf({ practising: 35, departments: 35 }))).toEqual([])
  expect(codes(empty, knownOf({ practising: 0, departments: 0 }))).toEqual([])
})

test('units are uneven when one of several has half of everything, and it is named', () => {
  const [problem] = proposeProblems([uneven], knownOf({ released: 100 }, { released: [20, 60, 10, 10] }))
  expect(problem).toMatchObject({ code: 'uneven', unitId: 2 })
  expect(problem?.numbers[0]).toEqual({ name: 'part', value: 60, figure: 'released', unitId: 2 })
  expect(codes(uneven, knownOf({ released: 100 }, { released: [49, 31, 10, 10] }))).toEqual([])
  expect(codes(uneven, knownOf({ released: 100 }, { released: [60, 30, 10] }))).toEqual([])
  expect(codes(uneven, knownOf({ released: 29 }, { released: [29, 0, 0, 0] }))).toEqual([])
})

test('the rules of the pack find what the second report of the first source confesses: 59 of 5,464 wait', () => {
  const found = proposeProblems(workSummary.problems, knownOf({ 'documents-entered': 5464, 'documents-waiting': 59 }))
  expect(found.map(({ code }) => code)).toEqual(['backlog'])
})
