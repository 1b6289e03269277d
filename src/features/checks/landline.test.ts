import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

test.each([
  ['电话：0798-8210000', 'number: 0798-8210000'],
  ['传真（0798）8210001', 'number: （0798）8210001'],
  ['the public telephone number 554363 1 was set up', 'number: 554363 1'],
  ['监督电话：8210022。', 'number: 8210022'],
])('%s holds a fixed line', (text, found) => {
  expect(foundBy('landline', text)).toEqual([found])
})

test.each([
  ['拨打12345热线'],
  ['电话：12388'],
  ['the 96128 system'],
  ['热线：400-123-4567'],
  ['2019-05200001'],
  ['共82100220元'],
  ['电话号码簿8210册'],
])('%s holds none to be reported', (text) => {
  expect(foundBy('landline', text)).toEqual([])
})

test('the numbers of the contact block are never reported, with or without area code', () => {
  const contacts = ['0798-8210000']
  expect(foundBy('landline', '电话：0798 8210000；电话：8210000', { contacts })).toEqual([])
  expect(foundBy('landline', '电话：8210001', { contacts })).toEqual(['number: 8210001'])
})

test('a fixed line is advice only', () => {
  expect(findingsIn('电话：0798-8210000')[0]?.weight).toBe('advice')
})
