import { expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import type { Problem } from './problem.ts'
import { beginRefusals, cellOf, fileRefusals, problemsTaken, saveRefusals, silentHeadings, type Summary } from './summary.ts'
import type { Heading } from './template.ts'

const words = { nameZh: '甲', nameEn: 'A', askZh: '？', askEn: '?', facts: [] }
const headings: Heading[] = [
  { code: 'content', ...words },
  { code: 'problems', ...words, isProblems: true, isRequired: true },
  { code: 'next-year', ...words, isRequired: true },
]
const backlog: Problem = { code: 'backlog', numbers: [] }
const summaryOf = (more: Partial<Summary> = {}): Summary => ({
  ...{ id: 1, unitId: 1, period: '2026', texts: {}, taken: [], begunBy: 1, begunAt: new Date(0), version: 3 },
  ...more,
})

test('a year can be summed up while it runs, not before it begins, and nothing but a year', () => {
  const year = { kind: 'year', from: asDay('2026-01-01') }
  expect(beginRefusals(year, asDay('2026-11-30'))).toEqual([])
  expect(beginRefusals(year, asDay('2025-12-31'))).toEqual(['period-to-come'])
  expect(beginRefusals({ kind: 'quarter', from: asDay('2026-01-01') }, asDay('2026-11-30'))).toEqual(['period-wrong'])
  expect(beginRefusals(undefined, asDay('2026-11-30'))).toEqual(['period-wrong'])
})

test('what is saved is refused with every reason', () => {
  const form = { version: 2, texts: { elsewhere: 'a', content: 'x'.repeat(20_001) }, taken: ['late'] }
  expect(saveRefusals(summaryOf(), form, headings, [backlog])).toEqual([
    'edited-meanwhile',
    'text-long',
    'heading-unknown',
    'problem-unknown',
  ])
})

test('only what the records propose can be taken over; what was taken before may stay though they propose it no more', () => {
  const form = { version: 3, texts: { 'content/en': 'a' }, taken: ['backlog'] }
  expect(saveRefusals(summaryOf(), form, headings, [backlog])).toEqual([])
  expect(saveRefusals(summaryOf(), form, headings, [])).toEqual(['problem-unknown'])
  expect(saveRefusals(summaryOf({ taken: ['backlog'] }), form, headings, [])).toEqual([])
})

test('a problem that the records show no longer is not told, though it was taken over', () => {
  expect(problemsTaken({ taken: ['backlog', 'late'] }, [backlog])).toEqual([backlog])
})

test('nothing is filed while nobody said anything of problems or of next year; a problem taken over is said', () => {
  const silent = (summary: Summary) => silentHeadings(summary, headings, [backlog]).map(({ code }) => code)
  expect(silent(summaryOf({ texts: { problems: ' ' } }))).toEqual(['problems', 'next-year'])
  expect(silent(summaryOf({ taken: ['backlog'], texts: { 'next-year': '继续' } }))).toEqual([])
  expect(silent(summaryOf({ taken: ['late'], texts: { 'next-year': '继续' } }))).toEqual(['problems'])
})

test('a filing is refused with every reason', () => {
  const asked = { version: 2, headings, proposed: [backlog], isReleased: true }
  expect(fileRefusals(summaryOf(), asked)).toEqual(['edited-meanwhile', 'words-missing', 'correction-first'])
})

test('a frozen number is named by its figure, by the unit where it is another’s, or as a place', () => {
  expect(cellOf({ name: 'n', value: 1, figure: 'documents-released' })).toBe('documents-released')
  expect(cellOf({ name: 'part', value: 1, figure: 'documents-released', unit: 'water' })).toBe('documents-released@water')
  expect(cellOf({ name: 'place', value: 4, ranked: 'documents-entered' })).toBe('ranking/documents-entered/place')
})
