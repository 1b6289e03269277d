import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { exemptionGuide as guide } from '../load-exemption-guide.ts'
import { outcomes } from '../load-outcomes.ts'
import { type ExemptionGuide, guideFaults, type GuideStep, stepOf } from './guide.ts'
import { leafByCode, leavesOn } from './leaf.ts'

const leaves = leavesOn(outcomes, asDay('2026-06-15'))
const codes = leaves.map(({ code }) => code)

/** Every way through the guide, answered until the end. */
function ends(answers: Record<string, string> = {}): Extract<GuideStep, { kind: 'end' }>[] {
  const step = stepOf(guide, answers)
  if (step.kind === 'end') return [step]
  expect(Object.keys(answers)).not.toContain(step.question.id)
  return step.question.answers.flatMap(({ id }) => ends({ ...answers, [step.question.id]: id }))
}
const all = ends()

describe('every way through the guide', () => {
  test('ends at a leaf that there is', () => {
    expect(all.filter(({ outcome }) => !codes.includes(outcome))).toEqual([])
    expect(all.length).toBeGreaterThan(40)
  })

  test('asks no question twice', () => {
    for (const { path } of all) expect(new Set(path.map(({ question }) => question.id)).size).toBe(path.length)
  })

  test('names the grounds of what is withheld exactly where the outcome is partial', () => {
    for (const { outcome, withheldLeaves } of all) {
      expect(withheldLeaves.length > 0).toBe(leafByCode(outcomes, outcome)?.group === 'partial')
      expect(withheldLeaves.every((code) => leafByCode(outcomes, code)?.group === 'withheld')).toBe(true)
    }
  })

  test('together reach every leaf of the form', () => {
    expect(codes.filter((code) => !all.some(({ outcome }) => outcome === code))).toEqual([])
  })

  test('lets every ground of art. 14 to 16 be the ground of a part', () => {
    const parts = new Set(all.flatMap(({ withheldLeaves }) => withheldLeaves))
    expect([...parts].sort()).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'])
  })
})

describe('a step', () => {
  test('is the first question that has no answer', () => {
    const step = stepOf(guide, { clear: 'yes', nature: 'information' })
    expect(step.kind === 'question' && step.question.id).toBe('repeat')
    expect(step.path.map(({ answer }) => answer.id)).toEqual(['yes', 'information'])
  })

  test('stays at a question whose answer is not one of its own', () => {
    const strange: Record<string, string>[] = [{}, { clear: 'perhaps' }, { clear: '' }, { constructor: 'yes' }]
    for (const answers of strange) {
      expect(stepOf(guide, answers)).toMatchObject({ kind: 'question', question: { id: 'clear' } })
    }
  })

  test('does not look at answers off the way', () => {
    expect(stepOf(guide, { clear: 'yes', nature: 'complaint', secret: 'all' })).toMatchObject({ kind: 'end', outcome: 'P1' })
  })
})

test('a guide that goes back, ends nowhere or at what is not there is told so', () => {
  const answers = [
    { id: 'back', zh: '回', en: 'back', next: 'a' },
    { id: 'none', zh: '无', en: 'none' },
    { id: 'strange', zh: '怪', en: 'strange', leaves: ['Z9'] },
  ]
  const wrong: ExemptionGuide = { first: 'b', questions: [{ id: 'a', zh: '问', en: 'ask', answers }] }
  expect(guideFaults(wrong, codes)).toEqual([
    'the first question does not stand first',
    'a.back: does not lead to a later question',
    'a.none: needs either next or leaves',
    'a.strange: no leaf Z9',
  ])
  expect(guideFaults(guide, codes)).toEqual([])
})
