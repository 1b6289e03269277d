import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { findingsIn } from '../../../test/support/checks.ts'

test('a clean Chinese notice with a document number, tables, lists, dates and telephones gives no finding', () => {
  const text = readFileSync(new URL('../../../test/seeds/clean-notice.md', import.meta.url), 'utf8')
  const facts = {
    title: '清江市人民政府办公室关于开展2025年政务公开重点工作检查的通知',
    contacts: ['0598-8233106', '0598-8233107'],
    publishedOn: asDay('2025-08-22'),
  }
  expect(findingsIn(text, facts)).toEqual([])
})

test('a clean English report gives no finding', () => {
  const text = `# Report on open government in 2024

First, the work of the year. In 2024 the city received 386 applications, including 214 by web form, 127 by letter and 45 in person. Nobody was charged a fee.

The office kept to three principles: openness, fairness, and convenience. It answered 371 applications by 31 December 2024, a rate of 96.11%.

Second, what is still missing.

1. Some columns were updated late.
2. Two towns have no reading point yet. Who may help? Any unit of the city may.

Third, the plan. In 2025 the office will (1) train every information officer, (2) open 12 new reading points, and (3) publish the results by 30 June 2025.

Questions go to 12345, or to the office at 0598-8233106 (credit code 91350100M000100Y43).
`
  expect(findingsIn(text, { title: 'Report on open government in 2024', contacts: ['0598 8233106'] })).toEqual([])
})

test('an empty text gives no finding', () => {
  expect(findingsIn('')).toEqual([])
  expect(findingsIn('\n \r\n')).toEqual([])
})
