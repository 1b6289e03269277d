import { describe, expect, test } from 'vitest'
import { foundBy } from '../../../test/support/checks.ts'

describe('what was never filled in is found', () => {
  test.each([
    ['the 20** Project', ['year: 20**']],
    ['20**年全县', ['year: 20**']],
    ['environment. 20 * * * Publish', ['year: 20 * * *']],
    ['20XX年工作', ['year: 20XX']],
    ['and * * * received complaints', ['stars: * * *']],
    ['items ***8 categories', ['stars: ***']],
    ['the XX county column', ['letters: XX']],
    ['XX市人民政府', ['letters: XX']],
    ['the idea of "xxxx", the', ['letters: xxxx']],
    ['××县财政局', ['letters: ××']],
    ['姓名：×××', ['letters: ×××']],
    ['某某市政府', ['letters: 某某']],
    ['document [〔XX〕] and', ['number-sign: [〔XX〕]']],
    ['国办发〔××〕×号', ['number-sign: 〔××〕']],
    ['于X月X日召开', ['date: X月X日']],
    ['负责人：______', ['blank: ______']],
    ['地址（此处填写地址）', ['blank: （此处填写地址）']],
    ['数据待补充', ['later: 待补充']],
    ['Fee: TBD', ['later: TBD']],
    ['{{unit.name}}', ['later: {{unit.name}}']],
  ])('%s', (text, found) => {
    expect(foundBy('placeholder', text)).toEqual(found)
  })
})

describe('what is meant is left alone', () => {
  test.each([
    ['**共计20**件'],
    ['**重点** in 2020'],
    ['by **2025-07-23**; extended **2025-08-20**'],
    ['* **重点** 公开'],
    ['***粗斜体***和其他'],
    ['* * *'],
    ['___'],
    ['电话138****1234'],
    ['卡号6222 **** **** 1234'],
    ['李**、王*明'],
    ['当事人张某某'],
    ['Chapter XX of the code'],
    ['3×4米'],
    ['二〇一九年三月'],
    ['二○○八年'],
    ['a * b'],
    ['MAXX 公司'],
  ])('%s', (text) => {
    expect(foundBy('placeholder', text)).toEqual([])
  })
})
