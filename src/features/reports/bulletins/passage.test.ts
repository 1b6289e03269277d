import { expect, test } from 'vitest'
import { masked } from './passage.ts'

test.each([
  ['户主：王小明，身份证330702199003071234', '户主：王**，身份证330***34'],
  ['姓名: 欧阳修；电话 138 0013 8000', '姓名: 欧阳*；电话 138****8000'],
  ['账号6222020200112233445', '账号622***45'],
  ['领取人：李明 2026年3月领取1200元', '领取人：李* 2026年3月领取1200元'],
])('what points at a person is hidden: %s', (passage, shown) => expect(masked(passage)).toBe(shown))

test.each([
  ['2026年第三季度低保资金发放情况（35户61人，共计21.5万元）'],
  ['古政发〔2026〕12号'],
  ['联系电话0798-8210000'],
  ['姓名、人数、金额见原文'],
])('what does not stays as it is: %s', (passage) => expect(masked(passage)).toBe(passage))
