import { expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

const title = '关于进一步推进政务公开工作的意见'

test('a title printed again within the text is found at every repetition', () => {
  const findings = findingsIn(`${title}\n\n正文一。\n\n${title}\n\n正文二。\n${title}`, { title })
  expect(findings.map(({ line, because, params }) => ({ line, because, params }))).toEqual([
    { line: 5, because: 'heading', params: { n: 3 } },
    { line: 8, because: 'heading', params: { n: 3 } },
  ])
})

test('a heading that runs on into the first paragraph counts as the first', () => {
  const heading = 'Opinions on further promoting the openness of government affairs'
  expect(foundBy('headings', `${heading}. Promoting it is a task.\n${heading}\nMore.`)).toEqual([`heading: ${heading}`])
})

test('a paragraph that stands twice is found once', () => {
  const paragraph =
    '各部门应当在信息形成之日起及时公开，并对公开内容的真实性、准确性负责；未经审查的信息不得公开，公开后发现错误的应当立即更正并说明理由，同时告知已经获取该信息的公民。'
  expect(foundBy('headings', `${paragraph}\n\n另一段。\n\n${paragraph}`)).toEqual([`paragraph: ${paragraph}`])
})

test('short headings may come back under every matter, and so may rows of a table', () => {
  expect(foundBy('headings', '一、办理流程\n（略）\n二、办理流程\n（略）\n| 合计数量统计情况表 |\n| 合计数量统计情况表 |')).toEqual([])
})

test('a letterhead, a signature and the name of the unit in the title are no repetitions', () => {
  expect(
    foundBy(
      'headings',
      '# 清江市人民政府办公室关于检查的通知\n清江市人民政府办公室\n正文。\n清江市人民政府办公室\n2025年10月21日\n2025年10月21日',
    ),
  ).toEqual([])
})
