import { expect, test } from 'vitest'
import { loadWords } from '../../../platform/i18n/words.ts'
import { cellMarked, handLine, markOf, markOfSum, marksOf, sayMarked } from './mark.ts'

const words = loadWords()
const [byHand, atLeast] = [markOf({ origin: 'by-hand', isAtLeast: false }), markOf({ origin: 'counted', isAtLeast: true })]

test('a number in a text says that it is more, that somebody entered it, and every digit that may be reported', () => {
  const said = (value: number, mark = {}) => [sayMarked(words.zh, 'zh', { value, ...mark }), sayMarked(words.en, 'en', { value, ...mark })]
  expect(said(100_000, { ...byHand, ...atLeast })).toEqual(['逾100,000※', 'over 100,000※'])
  expect(said(0.3001)).toEqual(['0.3001', '0.3001'])
  expect([cellMarked(1204, { ...byHand, ...atLeast }), cellMarked(1204)]).toEqual(['≥1204※', '1204'])
})

test('only what needs words has a mark, and a sum has those of its parts', () => {
  const cells = [['a', { origin: 'by-hand', isAtLeast: false }] as const, ['b', { origin: 'counted', isAtLeast: false }] as const]
  expect([...marksOf(cells)]).toEqual([['a', { isByHand: true }]])
  expect([markOfSum([{}, byHand, atLeast]), markOfSum([{}, {}])]).toEqual([{ isByHand: true, isAtLeast: true }, {}])
})

test('the sign of a number by hand is explained where there is one', () => {
  expect([handLine(words.zh, [{}, byHand]), handLine(words.en, [byHand]), handLine(words.en, [atLeast])]).toEqual([
    ...[['※ 人工填报'], ['※ reported by hand'], []],
  ])
})
