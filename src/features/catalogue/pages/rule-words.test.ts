import { expect, it } from 'vitest'
import { loadWords } from '../../../platform/i18n/words.ts'
import { periodInWords, ruleInWords } from './rule-words.ts'

const words = loadWords()
const zh = { lang: 'zh', t: words.zh } as const
const en = { lang: 'en', t: words.en } as const

it('says a time rule in both languages', () => {
  const rule = { kind: 'within', days: 20, count: 'working', anchor: 'formation' } as const
  expect(ruleInWords(zh, rule)).toBe('信息形成之日起 20 个工作日内')
  expect(ruleInWords(en, rule)).toBe('within 20 working days after the information is formed')
  expect(ruleInWords(en, { ...rule, days: 1 })).toBe('within 1 working day after the information is formed')
})

it('says fixed days with the month in words', () => {
  expect(ruleInWords(zh, { kind: 'standing', confirm: 'year', by: '03-31' })).toBe('长期公开，每年3月31日前确认一次')
  expect(ruleInWords(en, { kind: 'periodic', every: 'year', by: '01-31' })).toBe('each year, by 31 January of the following year')
})

it('says which occurrence a task is', () => {
  const say = (period: string, matter = '') => [periodInWords(zh, { period, matter }), periodInWords(en, { period, matter })]
  expect(say('2026-Q3')).toEqual(['2026年第三季度', 'third quarter of 2026'])
  expect(say('2026-09')).toEqual(['2026年9月', 'September 2026'])
  expect(say('2026-H2')).toEqual(['2026年下半年', 'second half of 2026'])
  expect(say('2025')).toEqual(['2025年度', '2025'])
  expect(say('event-2', '关于印发办法的通知')).toEqual(['关于印发办法的通知', '关于印发办法的通知'])
  expect(say('event-2')).toEqual(['第 2 项', 'no. 2'])
})
