import { describe, expect, it } from 'vitest'
import { loadWords } from '../../../platform/i18n/words.ts'
import { ruleInWords } from '../pages/rule-words.ts'
import type { TimeRule } from '../rule.ts'
import { readTime } from './time.ts'

const defaults = { within: 20, confirmBy: '03-31' }
const words = loadWords()

describe('a time limit as it stands in the sheets of counties', () => {
  it.each<[string, TimeRule]>([
    ['信息形成或变更之日起20个工作日内', { kind: 'within', days: 20, count: 'working', anchor: 'formation' }],
    ['自信息形成之日起二十个工作日内公开', { kind: 'within', days: 20, count: 'working', anchor: 'formation' }],
    ['信息变更之日起 5 个工作日内', { kind: 'within', days: 5, count: 'working', anchor: 'change' }],
    ['3个工作日内', { kind: 'within', days: 3, count: 'working', anchor: 'formation' }],
    ['7个工作日', { kind: 'within', days: 7, count: 'working', anchor: 'formation' }],
    ['批复后20日内', { kind: 'within', days: 20, count: 'calendar', anchor: 'formation' }],
    ['实时公开', { kind: 'at-once' }],
    ['及时公开', { kind: 'at-once' }],
    ['长期公开', { kind: 'standing', confirm: 'year', by: '03-31' }],
    ['永久公开，每年6月30日前确认', { kind: 'standing', confirm: 'year', by: '06-30' }],
    ['每季度', { kind: 'periodic', every: 'quarter', within: 20, count: 'working' }],
    ['每月结束后十日内', { kind: 'periodic', every: 'month', within: 10, count: 'calendar' }],
    ['每季度结束10日前报送', { kind: 'periodic', every: 'quarter', before: 10, count: 'calendar' }],
    ['每年3月31日前', { kind: 'periodic', every: 'year', by: '03-31' }],
    ['Within 20 working days', { kind: 'within', days: 20, count: 'working', anchor: 'formation' }],
  ])('%s', (text, rule) => {
    expect(readTime(text, defaults)).toEqual(rule)
  })

  it.each(['', '按规定', '视情况而定', '每季度末月5日公开'])('%s is not guessed', (text) => {
    expect(readTime(text, defaults)).toBeUndefined()
  })
})

describe('every rule, written and read again, is the same rule', () => {
  const rules: TimeRule[] = [
    ...(['working', 'calendar'] as const).flatMap((count): TimeRule[] => [
      { kind: 'within', days: 7, count, anchor: 'formation' },
      { kind: 'within', days: 1, count, anchor: 'change' },
      ...(['month', 'quarter', 'half-year', 'year'] as const).flatMap((every): TimeRule[] => [
        { kind: 'periodic', every, within: 15, count },
        { kind: 'periodic', every, before: 10, count },
      ]),
    ]),
    { kind: 'periodic', every: 'year', by: '03-31' },
    { kind: 'standing', confirm: 'year', by: '06-30' },
    { kind: 'at-once' },
  ]
  it.each(rules.map((rule) => [JSON.stringify(rule), rule] as const))('%s', (_, rule) => {
    for (const lang of ['zh', 'en'] as const) expect(readTime(ruleInWords({ lang, t: words[lang] }, rule), defaults)).toEqual(rule)
  })
})
