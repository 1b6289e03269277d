import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['implement the county party Committee? Entrepreneurship and innovation? Strategic needs', '? Entrepreneurship and innovation?'],
  ['of our town, to? XX county government information disclosure? Portal website', '? XX county government information disclosure?'],
  ['落实县委?创业创新?战略', '?创业创新?'],
])('%s lost its quotation marks', (text, passage) => {
  expect(foundBy('quotes', text)).toEqual([`pair: ${passage}`])
})

test.each([
  ['Who may apply? What does it cost? Nothing.'],
  ['How do I apply? Is there a fee? There is none.'],
  ['办理需要什么材料？多长时间？请看指南。'],
  ['谁可以申请?怎样申请?书面申请'],
  ['One question? Yes.'],
  ['Group checks: content standardised? carriers established? promises kept? masses satisfied?'],
])('%s asks', (text) => {
  expect(foundBy('quotes', text)).toEqual([])
})
