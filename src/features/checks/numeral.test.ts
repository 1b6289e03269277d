import { expect, test } from 'vitest'
import { numeralOf, romanOf } from './numeral.ts'

test.each([
  ['12', 12],
  ['5,464', 5464],
  ['twelve', 12],
  ['Third', 3],
  ['secondly', 2],
  ['两', 2],
  ['十', 10],
  ['十八', 18],
  ['二十', 20],
  ['三十五', 35],
  ['一百零二', 102],
])('%s is %i', (text, value) => {
  expect(numeralOf(text)).toBe(value)
})

test.each([[''], ['many'], ['十十'], ['一二'], ['5,46']])('%j is no number', (text) => {
  expect(numeralOf(text)).toBeUndefined()
})

test('Roman numbers are read to the thirties', () => {
  expect(['I', 'IV', 'V', 'IX', 'XIV', 'XXII'].map(romanOf)).toEqual([1, 4, 5, 9, 14, 22])
  expect(['', 'IIII', 'VX', 'C'].map(romanOf)).toEqual([undefined, undefined, undefined, undefined])
})
