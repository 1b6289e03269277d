import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['发放至6222020000000000000', 'number: 6222020000000000000'],
  ['6217 0000 0000 0000 004 已汇', 'number: 6217 0000 0000 0000 004'],
  ['bank account 4111 1111 1111 1111', 'number: 4111 1111 1111 1111'],
])('%s holds a bank card', (text, found) => {
  expect(foundBy('card', text)).toEqual([found])
})

test.each([['6217000000000000005'], ['项目编码4111111111111111'], ['卡号622202******0000'], ['91350100M000100Y43'], ['总额62220200.00元']])(
  '%s holds none',
  (text) => {
    expect(foundBy('card', text)).toEqual([])
  },
)
