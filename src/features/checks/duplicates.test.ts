import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

const sentence = (n: number) =>
  `第${n}项工作由第${n * 7}科室负责，办理时限为${n + 3}个工作日，收费标准为${n * 13}元，监督电话见公开栏第${n * 3}号。`
const text = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => sentence(from + at)).join('\n')

test('a text that mostly stands in a published one is found, with its share', () => {
  const near = [{ reference: '014416330/2019-00001', title: '办事公开目录', text: text(0, 40) }]
  const [finding] = findingsIn(`关于公开事项的通知\n${text(0, 40)}`, { near }).filter(({ check }) => check === 'duplicates')
  expect(finding).toMatchObject({
    because: 'alike',
    passage: '关于公开事项的通知',
    params: { reference: '014416330/2019-00001', title: '办事公开目录' },
    weight: 'answer',
  })
  expect(Number(finding?.params?.['percent'])).toBeGreaterThanOrEqual(95)
})

test('another text of the same kind is left alone', () => {
  const other = '为进一步方便群众办事，市政务服务中心自下月起延长服务时间，周末安排专人值班，可以预约取号，也可以通过自助终端办理。'.repeat(
    8,
  )
  expect(foundBy('duplicates', other, { near: [{ reference: 'r', title: 't', text: text(0, 40) }] })).toEqual([])
})

test('English reports of one kind share phrases and are still told apart', () => {
  const one =
    'The office published the yearly budget of the city and explained every chapter to the deputies in two open sessions. '.repeat(4)
  const two =
    'The office received the yearly letters of the citizens and answered every question of the deputies in two open hearings. '.repeat(4)
  expect(foundBy('duplicates', one, { near: [{ reference: 'r', title: 't', text: two }] })).toEqual([])
  expect(foundBy('duplicates', one, { near: [{ reference: 'r', title: 't', text: `${one}${one}` }] })).toHaveLength(1)
})

test('a text too short to compare is left alone', () => {
  expect(foundBy('duplicates', '放假通知', { near: [{ reference: 'r', title: 't', text: '放假通知' }] })).toEqual([])
})
