import { expect, test } from 'vitest'
import { inPairs, matterOf, weigh } from './matching.ts'

test('the words in which people ask, and bare years, name no matter', () => {
  const terms = ['请', '公开', '2025年', '水质', '监测报告'].map((text) => ({ text }))
  expect(matterOf(terms).map(({ text }) => text)).toEqual(['水质', '监测报告'])
  expect(matterOf([{ text: '公开' }])).toEqual([{ text: '公开' }])
})

test('two things together must stand in a document, or the only one there is', () => {
  expect(inPairs([])).toBeUndefined()
  expect(inPairs(['a'])).toBe('(a)')
  expect(inPairs(['a', 'b', 'c'])).toBe('((a & b) | (a & c) | (b & c))')
})

test('what stands in the title weighs more than what stands in the text, and a synonym as much as the word', () => {
  const document = { title: '柳溪河水质公报', summary: '监测断面', body: '2025年各断面结果。Water quality' }
  expect(weigh(document, [['水质', 'water quality']])).toBe(3)
  expect(weigh(document, [['water quality']])).toBe(1)
  expect(weigh(document, [['水质'], ['监测'], ['2025年'], ['预案']])).toBe(6)
})
