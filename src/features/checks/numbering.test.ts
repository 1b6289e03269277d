import { describe, expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

const lines = (...texts: string[]) => texts.join('\n')

describe('a number left out is found', () => {
  test.each([
    ['Chinese headings', lines('一、总体要求', '三、工作措施'), ['gap: 三、']],
    ['bracketed Chinese headings', lines('一、要求', '（一）甲', '（二）乙', '（四）丙'), ['gap: （四）']],
    ['English headings', lines('First, the work.', 'Third, the problems.', 'Fourth, the plan.'), ['gap: Third,']],
    ['mixed English headings', lines('I. Aims', 'Two, principles', 'Third, contents', 'Fourth, forms', 'Six, leadership'), ['gap: Six,']],
    ['articles of a regulation', lines('第一条　目的', '第二条　范围', '第四条　原则'), ['gap: 第四条']],
    ['items in a sentence', '内容：1、机构；2、职责；4、人事。', ['gap: 4、']],
    ['bracketed items', '(1) columns; (2) paper; (4) guides', ['gap: (4)']],
    ['一是, 二是', '一是提高认识。二是健全制度。四是加强督查。', ['gap: 四是']],
    ['第一, 第二', '第一，提高认识；第二，健全制度；第四，督查。', ['gap: 第四，']],
    ['ordinals in a paragraph', 'First, we trained. The third is that we checked.', ['gap: The third']],
  ])('%s', (_name, text, found) => {
    expect(foundBy('numbering', text).map((each) => each.replace(/[\s　]+$/, ''))).toEqual(found)
  })
})

test('the missing numbers are named', () => {
  expect(findingsIn('一、甲\n二、乙\n五、丙')[0]?.params).toEqual({ missing: '3, 4', before: 2, after: 5 })
})

test('a heading number that comes twice is found', () => {
  expect(foundBy('numbering', '一、甲\n二、乙\n二、丙\n三、丁')).toEqual(['repeated: 二、'])
})

describe('right numbering is left alone', () => {
  test.each([
    ['nested levels', lines('一、甲', '（一）乙', '1. 丙', '2. 丁', '（二）戊', '1. 己', '二、庚', '（一）辛', '三、壬')],
    [
      'lists that begin again under a later heading',
      lines('First, a', 'Second, b', 'First, a of b', 'Second, b of b', 'Third, c', 'First, a of c'),
    ],
    ['mixed brackets', lines('(a), make use', '(two), prepare', '(three), handle')],
    ['chapters and articles', lines('第一章 总则', '第一条 甲', '第二条 乙', '第二章 分则', '第三条 丙')],
    ['a paragraph whose ordinals stand inside sentences', 'First, we did this, and second that. Third, we went on.'],
    ['decimals and dates', '增长1.5万元；3.2%；10月1日。2019年3月。'],
    ['document numbers', '政办发〔2019〕3号、5号文件'],
    ['a count in brackets', '(1) one; (2) two; (3) three. Columns (7) and more'],
    ['a table', '| 1 | 甲 |\n| 3 | 乙 |\n| 7 | 丙 |'],
  ])('%s', (_name, text) => {
    expect(foundBy('numbering', text)).toEqual([])
  })
})
