import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

test.each([
  ['pass/& gt; -& gt; ü', 'entity: pass/& gt; -& gt;'],
  ['标题&nbsp;正文', 'entity: &nbsp;'],
  ['flotation? Br> should', 'tag: Br>'],
  ['<div class="x">正文', 'tag: <div class="x">'],
  ['正文</p>', 'tag: </p>'],
  ['<!-- note', 'tag: <!--'],
  ['font-family: 仿宋;', 'style: font-family: 仿宋;'],
  ['publicity. , can better', 'stray: . ,'],
  ['监督，，接受', 'stray: ，，'],
])('%s holds remains', (text, found) => {
  expect(foundBy('markup', text)).toEqual([found])
})

test.each([
  ['见 <https://www.example.gov.cn/a>'],
  ['5 < 6 且 7 > 3'],
  ['A & B; C'],
  ['and so on ... the end'],
  ['etc., and'],
  ['等等……，'],
  ['> 引用的一段'],
  ['R&D'],
])('%s holds none', (text) => {
  expect(foundBy('markup', text)).toEqual([])
})

test('a long paragraph that ends in a comma has lost its end, a line wrapped by hand has not', () => {
  expect(findingsIn(`${'这是一个很长的段落'.repeat(15)}，`)[0]).toMatchObject({ because: 'cut', weight: 'advice' })
  expect(foundBy('markup', `${'这是一个很长的段落'.repeat(15)}，\n\n下一段。`)).toEqual(['cut: ，'])
  expect(foundBy('markup', `${'这是一个很长的段落'.repeat(15)}，\n接着的一行。`)).toEqual([])
})
