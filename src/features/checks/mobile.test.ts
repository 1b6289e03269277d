import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['联系人：王女士 13812345678', 'number: 13812345678'],
  ['call 138-1234-5678', 'number: 138-1234-5678'],
  ['电话+86 13812345678。', 'number: +86 13812345678'],
  ['电话１３８１２３４５６７８', 'number: １３８１２３４５６７８'],
])('%s holds a mobile number', (text, found) => {
  expect(foundBy('mobile', text)).toEqual([found])
})

test.each([
  ['138****5678'],
  ['https://example.org/13812345678'],
  ['共13812345678元'],
  ['530102199003070016'],
  ['编号213812345678'],
  ['0.13812345678'],
])('%s holds none', (text) => {
  expect(foundBy('mobile', text)).toEqual([])
})

test('the unit may print its own mobile number', () => {
  expect(foundBy('mobile', '手机：138 1234 5678', { contacts: ['+86 138-1234-5678'] })).toEqual([])
})
