import { describe, expect, test } from 'vitest'
import { wrongClaims } from './claim.ts'
import { givenForm, givenGolden, givenReport } from './given-report.ts'
import type { AnnualReport } from './report.ts'

const form = givenForm('2021')

/** What a text claims against the worked report: `120 ≠ 14069`. */
function against(text: string, fields: Partial<AnnualReport> = {}): string[] {
  return wrongClaims(form, { ...givenGolden(), text: { 一: text }, ...fields }).map(({ left, right }) => `${left} ≠ ${right}`)
}

describe('figures in the text (I9)', () => {
  test.each([
    ['新收政府信息公开申请 120 件', '120 ≠ 14069'],
    ['全年收到政府信息公开申请共计123件', '123 ≠ 14069'],
    ['上年结转 3 件', '3 ≠ 560'],
    ['结转下年度继续办理18件', '18 ≠ 819'],
    ['共办结１３８００件', '13800 ≠ 13810'],
    ['予以公开5,547件', '5547 ≠ 5548'],
    ['不予公开的731件', '731 ≠ 730'],
    ['其他处理1件', '1 ≠ 1486'],
    ['被申请行政复议 4 件', '4 ≠ 790'],
    ['被提起行政诉讼 213 件', '213 ≠ 212'],
    ['we received 120 applications', '120 ≠ 14069'],
    ['In 2025, 120 new requests for information were received', '120 ≠ 14069'],
    ['3 applications were carried over', '3 ≠ 560'],
    ['4 administrative reconsiderations', '4 ≠ 790'],
  ])('are found where they contradict: %s', (text, claim) => {
    expect(against(text)).toEqual([claim])
  })

  test.each([
    '新收政府信息公开申请14,069件，上年结转560件。',
    '收到申请14069件；收到和办理中的申请合计：收到申请14629件。',
    '2024年，新收政府信息公开申请120件。',
    '去年新收政府信息公开申请120件，',
    '新收申请较上年增加120件。',
    '新收申请近1.4万件，自然人申请13612件。',
    '不予以公开3件，行政诉讼56件，行政复议790件。',
    'In 2024, we received 120 applications. We received 14,069 applications, 560 carried over.',
  ])('are passed over where they agree, or speak of something else: %s', (text) => {
    expect(against(text)).toEqual([])
  })

  test('are told once where the same words come again, and in a moment where they come without end', () => {
    expect(against('行政复议4件。行政复议4件。行政复议5件。')).toEqual(['4 ≠ 790', '5 ≠ 790'])
    expect(against('行政复议1件'.repeat(200_000))).toHaveLength(1)
  })

  test('are held against the statistics form by its own rows', () => {
    const report = givenReport('2014', { 't0/3.1/count': 5, 't0/3.1.1/count': 5 }, { text: { 三: '收到申请6件，行政复议0件' } })
    expect(wrongClaims(givenForm('2014'), report)).toMatchObject([{ id: 'I9', left: 6, right: 5, cells: ['t0/3.1/count'] }])
  })
})

describe('years (I9)', () => {
  test('the title names the year reported on', () => {
    const titled = (title: string) => against('', { title })
    expect(titled('示例市2025年政府信息公开工作年度报告')).toEqual([])
    expect(titled('示例市政府信息公开工作年度报告（二〇二五年）')).toEqual([])
    expect(titled('示例市政府信息公开工作年度报告')).toEqual([])
    expect(titled('示例市2024年政府信息公开工作年度报告')).toEqual(['2024 ≠ 2025'])
    expect(titled('示例市政府信息公开工作年度报告（二〇二四年）')).toEqual(['2024 ≠ 2025'])
    expect(titled('Annual report 2026')).toEqual(['2026 ≠ 2025'])
  })

  test('the period of the figures is that year', () => {
    expect(against('统计期限自2025年1月1日至2025年12月31日')).toEqual([])
    expect(against('统计期限为2025年1月1日至12月31日')).toEqual([])
    expect(against('统计期限自2024年1月1日起至2024年12月31日止')).toEqual(['2024 ≠ 2025'])
    expect(against('from 1 January 2024 to 31 December 2024')).toEqual(['2024 ≠ 2025'])
  })
})
