import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['护照号码：E12345678', 'number: E12345678'],
  ['her passport no. G12345678', 'number: G12345678'],
  ['往来港澳通行证C12345678', 'number: C12345678'],
])('%s holds the number of a travel document', (text, found) => {
  expect(foundBy('passport', text)).toEqual([found])
})

test.each([['设备型号G12345678'], ['护照办理时限为7个工作日'], ['passport fee 120 yuan']])('%s holds none', (text) => {
  expect(foundBy('passport', text)).toEqual([])
})
