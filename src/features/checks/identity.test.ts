import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

test.each([
  ['张某，身份证号530102199003070016。', 'number: 530102199003070016'],
  ['The applicant (11010519491231002x) agrees.', 'number: 11010519491231002x'],
  ['号码：5301 0219 9003 0700 16', 'number: 5301 0219 9003 0700 16'],
  ['身份证号：５３０１０２１９９００３０７００１６', 'number: ５３０１０２１９９００３０７００１６'],
  ['身份证号：530102199003070017', 'mistyped: 530102199003070017'],
  ['身份证号（旧）110105491231002', 'fifteen: 110105491231002'],
])('%s holds an identity number', (text, found) => {
  expect(foundBy('identity', text)).toEqual([found])
})

test.each([
  ['统一社会信用代码：91350100M000100Y43'],
  ['统一社会信用代码 110105194912310306'],
  ['项目编号530102199003070017'],
  ['工商注册号110108490131001'],
  ['530102********0016'],
  ['索引号 014416330/2018-04736'],
])('%s holds none', (text) => {
  expect(foundBy('identity', text)).toEqual([])
})

test('a proven number stops the release; one that is only like one needs an answer', () => {
  expect(findingsIn('530102199003070016')[0]?.weight).toBe('block')
  expect(findingsIn('身份证号530102199003070017')[0]?.weight).toBe('answer')
})
