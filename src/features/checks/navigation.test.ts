import { expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['Summary of work > Summary of government work', 'path'],
  ['首页 > 政务公开 > 工作总结', 'path'],
  ['recommended article', 'list'],
  ['Popular articles', 'list'],
  ['上一篇：关于开展检查的通知', 'list'],
  ['相关推荐', 'list'],
  ['当前位置：首页', 'list'],
])('the line %s is no part of a text', (line, because) => {
  expect(foundBy('navigation', `正文。\n\n${line}\n`)).toEqual([`${because}: ${line}`])
})

test.each([
  ['下一篇章我们将继续推进。'],
  ['> 引用 > 嵌套'],
  ['数值 a>b 时适用'],
  ['The recommended article of the code applies.'],
  ['|首页 > 公开|栏目|'],
])('%s is left alone', (line) => {
  expect(foundBy('navigation', line)).toEqual([])
})
