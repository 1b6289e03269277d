import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['2 optional items/kloc-0.', 'converted: /kloc-0'],
  ['Since 65438+ 10/2 the hall', 'converted: 65438+ 10/2'],
  ['the telephone number 554363 1 was', 'split: 554363 1'],
  ['电话：0798 82100 22', 'split: 0798 82100 22'],
  ['截至2 0 1 9 年底', 'split: 2 0 1 9'],
])('%s holds a spoiled number', (text, found) => {
  expect(foundBy('number', text)).toEqual([found])
})

test.each([
  ['电话：0798 8210000'],
  ['telephone 86 798 8210000'],
  ['number: 5543 631'],
  ['2019 年 10 月'],
  ['页码 1 2 3 4 5 6'],
  ['65438 + 10'],
])('%s holds none', (text) => {
  expect(foundBy('number', text)).toEqual([])
})
