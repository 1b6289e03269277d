import { describe, expect, it } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { grouped } from './group.ts'
import { checkRules, searchRules } from './load-rules.ts'
import { looksPersonal } from './looks-personal.ts'
import { decided, isShown, type Missed, type Ruling } from './missed.ts'
import { namedSearch } from './saved.ts'
import { weeksOf } from './weeks.ts'

const today = asDay('2026-06-17')
const missed: Missed = { id: 1, words: '母婴室', link: '', reason: '', version: 3 }
const rule = (ruling: Partial<Ruling>) => decided(missed, { link: '', reason: '', version: 3, ...ruling }, today)

describe('a decision about words that found nothing', () => {
  it('makes them a duty, without more', () => {
    expect(rule({ decision: 'duty' })).toMatchObject({ ok: true, value: { decision: 'duty', decidedOn: '2026-06-17', version: 4 } })
  })

  it.each(['/catalogue', 'https://www.example.org/a?b=c'])('sends to %s', (link) => {
    expect(rule({ decision: 'elsewhere', link })).toMatchObject({ ok: true, value: { link } })
  })

  it.each(['javascript:alert(1)', '//evil.example', 'catalogue', 'http://', '/a b'])('does not send to %s', (link) => {
    expect(rule({ decision: 'elsewhere', link })).toEqual({ ok: false, refusals: ['link-wrong'] })
  })

  it('names every reason to refuse', () => {
    expect(rule({ version: 2 })).toEqual({ ok: false, refusals: ['decision-missing', 'decided-meanwhile'] })
    expect(rule({ decision: 'not-ours', reason: ' ' })).toEqual({ ok: false, refusals: ['reason-missing'] })
    expect(rule({ decision: 'elsewhere' })).toEqual({ ok: false, refusals: ['link-missing'] })
  })
})

describe('words are shown', () => {
  const rules = { shownFromTimes: 3, shownFromDays: 2 }
  const on = (...times: number[]) => times.map((n, at) => ({ on: asDay(`2026-06-1${at}`), times: n }))

  it('when they were asked often enough, on days enough', () => {
    expect(isShown(on(2, 1), rules)).toBe(true)
    expect(isShown(on(20), rules)).toBe(false)
    expect(isShown(on(1, 1), rules)).toBe(false)
  })

  it('by the week of each Monday', () => {
    const asked = [
      { on: asDay('2026-06-07'), times: 1 },
      { on: asDay('2026-06-08'), times: 2 },
      { on: asDay('2026-06-14'), times: 4 },
      { on: asDay('2026-06-17'), times: 8 },
    ]
    expect(weeksOf(asked, today, 3)).toEqual([
      { from: '2026-06-01', times: 1 },
      { from: '2026-06-08', times: 6 },
      { from: '2026-06-15', times: 8 },
    ])
  })
})

describe('what may be about a person', () => {
  const isPersonal = (words: string) => looksPersonal(words, checkRules(), searchRules.missed.longestDigits, today)

  it.each([
    '11010519491231002X',
    '13812345678',
    '138 1234 5678',
    '0511-87654321',
    'li.na@example.org',
    '张三丰',
    '王小明 处罚',
    '李娜女士',
    'Lin Xiao',
    '620102',
    '６２０１０２',
  ])('is recognised: %s', (words) => {
    expect(isPersonal(words)).toBe(true)
  })

  it.each(['母婴室', '充电桩布点', '高温补贴', '马路', '高铁', '2026 预算', 'dog licence', '12345', '共享单车停放点'])(
    'is not seen in %s',
    (words) => {
      expect(isPersonal(words)).toBe(false)
    },
  )
})

describe('a group of words', () => {
  it('is what was typed, line by line or with commas, each once', () => {
    expect(grouped('巡河，河道巡查\n巡河\n\n river  patrol ')).toEqual({ ok: true, value: ['巡河', '河道巡查', 'river patrol'] })
  })

  it('needs two words, takes twelve, and none without letters', () => {
    expect(grouped('巡河\n！！')).toEqual({ ok: false, refusals: ['words-few'] })
    expect(grouped(Array.from({ length: 13 }, (_, n) => `w${n}`).join('\n'))).toEqual({ ok: false, refusals: ['words-many'] })
    expect(grouped(`巡河\n${'长'.repeat(61)}`)).toEqual({ ok: false, refusals: ['word-long'] })
  })
})

describe('a kept search', () => {
  it('has a name of its own and something to search for', () => {
    expect(namedSearch({ name: ' 我的  预算 ', question: '?q=x' }, [])).toEqual({
      ok: true,
      value: { name: '我的 预算', question: '?q=x' },
    })
    expect(namedSearch({ name: '', question: '' }, [])).toEqual({ ok: false, refusals: ['name-missing', 'question-missing'] })
    expect(namedSearch({ name: '甲', question: '?q=x' }, [{ name: '甲' }])).toEqual({ ok: false, refusals: ['name-taken'] })
  })
})
