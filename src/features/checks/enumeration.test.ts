import { describe, expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

describe('a list that is longer or shorter than announced is found', () => {
  test.each([
    ['adheres to the four principles of openness, truthfulness, justice, pragmatism and supervision.', 4, 5],
    ['three principles: lawful, true, complete, timely, and convenient.', 3, 5],
    ['坚持公开、真实、公正、务实、有利监督四项原则', 4, 5],
    ['坚持公开、真实、公正、务实和有利监督四项原则', 4, 5],
    ['坚持四项原则：公开、真实、公正。', 4, 3],
  ])('%s', (text, stated, counted) => {
    expect(findingsIn(text)[0]).toMatchObject({ check: 'enumeration', because: 'count', params: { stated, counted } })
  })
})

test('people announced but not named are advice', () => {
  const [finding] = findingsIn('with four comrades including Yang Shiqiong and Lei Jianping as members').filter(
    ({ check }) => check === 'enumeration',
  )
  expect(finding).toMatchObject({ because: 'fewer-named', params: { stated: 4, counted: 2 }, weight: 'advice' })
})

describe('lists that agree, or that cannot be counted, are left alone', () => {
  test.each([
    ['the three norms of public subject, content, and program. To regulate'],
    ['the three key links of power, money management, and employment, highlights the focus'],
    ['six columns: work dynamics, power matters, power basis, power operation, consultation and complaints, supervision and management.'],
    ['坚持公开、公平、公正三项原则'],
    ['落实首问负责、限时办结等六项制度'],
    ['教育局、卫生和计划生育局两个部门'],
    ['推行政务公开栏、建立微博和公众号两个渠道'],
    ['四项制度已经建立，运行、监督、考核同步推进'],
    ['two systems are in place'],
  ])('%s', (text) => {
    expect(foundBy('enumeration', text)).toEqual([])
  })
})
