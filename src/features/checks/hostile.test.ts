import { expect, test } from 'vitest'
import { checkNames } from './index.ts'
import { checkRules, findingsIn } from '../../../test/support/checks.ts'

const size = 1_000_000

// Each piece starts what a pattern looks for and never ends it. A pattern that tries again from every place would not come back.
test.each([
  '\n',
  '1',
  'a',
  'a-b_c/',
  'a? ',
  '* ',
  '20** ',
  '〔X',
  '<div a',
  '& gt;',
  '一、',
  '甲、',
  'First, a. Third, b. ',
  'three principles of a, ',
  '共5件，其中3件、',
  '2019年5月至',
  '\ue000ab',
  '\n| 合计 | 1 |',
])('a million signs of %j come to an end', (piece) => {
  const text = piece.repeat(Math.ceil(size / piece.length))
  const findings = findingsIn(text, { title: 'Summary of 2015', near: [{ reference: 'r', title: 't', text }] })
  expect(findings.length).toBeLessThanOrEqual(checkNames.length * checkRules.listedAtMost)
})
