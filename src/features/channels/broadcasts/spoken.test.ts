import { describe, expect, test } from 'vitest'
import { countEn, countZh, ordinalEn, telephoneZh, yearEn } from './numeral.ts'
import { spoken } from './spoken.ts'

describe('numbers in Chinese', () => {
  test.each([
    ['0', '零'],
    ['7', '七'],
    ['10', '十'],
    ['18', '十八'],
    ['20', '二十'],
    ['105', '一百零五'],
    ['110', '一百一十'],
    ['1001', '一千零一'],
    ['10500', '一万零五百'],
    ['100000', '十万'],
    ['1050000', '一百零五万'],
    ['100000001', '一亿零一'],
    ['1862000', '一百八十六万二千'],
    ['300000000000', '三千亿'],
  ])('%s is %s', (figures, words) => expect(countZh(figures)).toBe(words))

  test('a telephone number is said figure by figure, and its one is 幺', () => expect(telephoneZh('110')).toBe('幺幺零'))
})

describe('numbers in English', () => {
  test.each([
    ['0', 'zero'],
    ['15', 'fifteen'],
    ['42', 'forty-two'],
    ['105', 'one hundred and five'],
    ['1005', 'one thousand and five'],
    ['10500', 'ten thousand five hundred'],
    ['1862000', 'one million eight hundred and sixty-two thousand'],
  ])('%s is %s', (figures, words) => expect(countEn(figures)).toBe(words))

  test('years and ordinals have their own way', () => {
    expect([yearEn('2026'), yearEn('2005'), yearEn('1900'), yearEn('1908')]).toEqual([
      'twenty twenty-six',
      'two thousand and five',
      'nineteen hundred',
      'nineteen oh eight',
    ])
    expect(['1', '12', '20', '27', '31'].map(ordinalEn)).toEqual(['first', 'twelfth', 'twentieth', 'twenty-seventh', 'thirty-first'])
  })
})

describe('a Chinese passage', () => {
  test.each([
    ['2026年11月27日起施行', '二〇二六年十一月二十七日起施行'],
    ['明应急〔2026〕12号', '明应急二〇二六年第十二号'],
    ['截止2026-03-01', '截止二〇二六年三月一日'],
    ['每日9:00—12:00，14:30—17:05', '每日九点到十二点，十四点三十分到十七点零五分'],
    ['完成率12.5%，较上年提高3个百分点', '完成率百分之十二点五，较上年提高三个百分点'],
    ['共收入1,862,000元', '共收入一百八十六万二千元'],
    ['每吨0.95元', '每吨零点九五元'],
    ['联系电话0999-5551434', '联系电话零九九九，五五五幺四三四'],
    ['可以拨打12345或者110', '可以拨打幺二三四五或者幺幺零'],
    ['补助12345元，惠及120户', '补助一万二千三百四十五元，惠及一百二十户'],
    ['2个村、22个组', '两个村、二十二个组'],
    ['第2个季度', '第二个季度'],
    ['工期3-5天', '工期三到五天'],
    ['本村（含新增）共80户', '本村，含新增，共八十户'],
    ['详见https://example.org/a?b=1。', '详见网址见原文。'],
  ])('%s is said %s', (written, said) => expect(spoken(written, 'zh')).toBe(said))
})

describe('an English passage', () => {
  test.each([
    ['in force from 27 November 2026', 'in force from the twenty-seventh of November twenty twenty-six'],
    ['open from 9:00 to 17:30', 'open from nine o’clock to seventeen thirty'],
    ['Telephone 0999-5551434.', 'Telephone zero nine nine nine, five five five one four three four.'],
    ['Call 12345 at any time', 'Call one two three four five at any time'],
    ['12.5% of 2,026 households', 'twelve point five per cent of two thousand and twenty-six households'],
    ['5–7 days', 'five to seven days'],
    ['since 2019', 'since twenty nineteen'],
    ['the fee (80 yuan) is due', 'the fee, eighty yuan, is due'],
  ])('%s is said %s', (written, said) => expect(spoken(written, 'en')).toBe(said))
})

test('its time grows with the length of the text only, whatever stands in it', () => {
  const hostile = `${'1'.repeat(20_000)}-${'(('.repeat(5_000)}${'9:'.repeat(5_000)}${'a@'.repeat(5_000)}`
  for (const language of ['zh', 'en'] as const) expect(spoken(hostile, language).length).toBeGreaterThan(1000)
})

test.each([
  ['《季报》（7月13日公开，索引号：MC0000637/2026-00008）。收入平衡。', 'zh', '《季报》，七月十三日公开。收入平衡。'],
  ['The accounts (published on 13 July, index number MC0000637/2026-00008).', 'en', 'The accounts, published on the thirteenth of July.'],
] as const)('an index number is not read aloud: %s', (text, language, said) => expect(spoken(text, language)).toBe(said))
