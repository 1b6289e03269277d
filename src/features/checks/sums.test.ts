import { describe, expect, test } from 'vitest'
import { findingsIn, foundBy } from '../../../test/support/checks.ts'

const because = (text: string) => findingsIn(text).flatMap((finding) => (finding.check === 'sums' ? [finding.because] : []))

describe('figures that do not add up are found', () => {
  test.each([
    ['8 categories and 38 subcategories, including 4 required items and 2 optional items', 'parts'],
    [
      'the number was 238, of which 60 were existing. It is proposed to add 178 new query points and two recovery query points.',
      'left-out',
    ],
    ['20 points for work, the target is 22 points, plus 15 points, a total of 56 points.', 'total'],
    ['组织工作20分，目标任务22分，加分15分，合计56分', 'total'],
    ['共有查询点238个，其中现有60个，拟新增180个', 'parts'],
    ['收到申请100件，其中网络申请60件，信函申请25件，当面申请12件', 'parts'],
    ['There are 238 points, of which 60 were existing, with 384 later, including 235 existing ones.', 'inventories'],
    ['签约项目67个，总额10.3亿元，其中1000万元以上项目7个，总额1.55亿元', 'threshold'],
    ['| 单位 | 件数 |\n| --- | ---: |\n| 甲 | 10 |\n| 乙 | 12 |\n| 合计 | 23 |', 'column'],
  ])('%s', (text, reason) => {
    expect(because(text)).toEqual([reason])
  })
})

test('the finding shows the sum', () => {
  expect(findingsIn('38 subcategories, including 4 required items and 2 optional items')[0]?.params).toEqual({
    total: 38,
    sum: 6,
    parts: '4 + 2',
  })
})

describe('figures that hold, or that are no parts of a whole, are left alone', () => {
  test.each([
    ['20 points for organization work, target The task is 22 points, plus 14 points, a total of 56 points.'],
    ['there are 384 standardized query points, including 235 existing query points, and 149 query points with construction conditions'],
    ['reduced from 225 to 147'],
    ['38 subcategories, including 24 required items and 14 optional items'],
    ['共有查询点238个，其中现有60个，拟新增178个'],
    ['收到申请100件，其中网络申请60件，信函申请25件，当面申请15件'],
    ['全市共有部门38个，其中执法部门12个'],
    ['受理56件，其中办结50件，同比增加12件，全部办结'],
    ['办理100件，其中网络60件、信函40件，累计办结100件'],
    ['2019年10月15日共发布20条，其中政策5条'],
    ['签约项目67个，总额1.8亿元，其中1000万元以上项目7个，总额1.55亿元'],
    ['| 单位 | 件数 |\n| --- | ---: |\n| 甲 | 10 |\n| 其中：乙 | 4 |\n| 丙 | 12 |\n| 合计 | 22 |'],
    ['| 单位 | 件数 | 率 |\n| --- | ---: | --- |\n| 甲 | 1,010 | 90% |\n| 乙 | 12 | 80% |\n| 合计 | 1,022 | 85% |'],
  ])('%s', (text) => {
    expect(foundBy('sums', text)).toEqual([])
  })
})
