import { expect, test } from 'vitest'
import { asCheckRules } from './rules.ts'
import publishing from '../../../packs/cn/publishing.json' with { type: 'json' }

const changed = (change: (checks: Record<string, unknown>) => void) => {
  const copy = structuredClone(publishing) as { checks: Record<string, unknown> }
  change(copy.checks)
  return () => asCheckRules(copy)
}

test('the national pack holds', () => {
  const rules = asCheckRules(publishing)
  expect(rules.secrecy.longestYears).toEqual({ 绝密: 30, 机密: 20, 秘密: 10 })
  expect(rules.secrecy.powers['county']).toEqual([])
  expect(rules.serviceNumbers).toContain('12345')
})

test.each([
  ['a missing field', (checks: Record<string, unknown>) => delete checks['surnames'], 'checks.surnames must be a text, not missing'],
  [
    'a wrong weight',
    (checks: Record<string, unknown>) => (checks['weights'] = { identity: 'stop' }),
    'checks.weights.identity must be block, answer or advice, not "stop"',
  ],
  [
    'a check without a weight',
    (checks: Record<string, unknown>) => (checks['weights'] = { identity: 'block' }),
    'checks.weights.card must be',
  ],
  [
    'a weight for no check',
    (checks: Record<string, unknown>) => ((checks['weights'] as Record<string, string>)['spelling'] = 'advice'),
    'checks.weights.spelling is the name of no check',
  ],
  [
    'a broken pair',
    (checks: Record<string, unknown>) => (checks['organs'] = { corrupted: [['x']], confused: [] }),
    'checks.organs.corrupted[0] must be a pair',
  ],
  [
    'a number that is none',
    (checks: Record<string, unknown>) => (checks['listedAtMost'] = '200'),
    'checks.listedAtMost must be a whole number above 0, not "200"',
  ],
  ['a list that is none', (checks: Record<string, unknown>) => (checks['serviceNumbers'] = 'all'), 'checks.serviceNumbers must be a list'],
])('%s is refused by name', (_name, change, message) => {
  expect(changed(change)).toThrow(message)
})

test('something that is no pack at all is refused', () => {
  expect(() => asCheckRules(null)).toThrow('publishing must be an object')
  expect(() => asCheckRules({ checks: [] })).toThrow('checks must be an object')
})
