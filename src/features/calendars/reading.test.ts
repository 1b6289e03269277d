import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDay, yearOf } from '../../kernel/day.ts'
import { loadPack } from '../../platform/pack.ts'
import { readChinese } from './chinese.ts'
import { loadNoticeRules } from './load-notice-rules.ts'
import { readIcs, readJson } from './machine.ts'
import { daysOfBlock } from './notice.ts'
import type { Reading } from './reading.ts'
import { readAny, readBlocks, readDays, writeBlocks } from './typed.ts'

const { calendar } = loadPack()
const names = loadNoticeRules().holidays
const daysOf = (kind: 'off' | 'makeUp', year: number) => [...calendar[kind].keys()].filter((day) => yearOf(day) === year).sort()
const offIn = (reading: Reading) => reading.off.flatMap(daysOfBlock)

/** A notice of that form with the facts of the year; the words around them are ours. */
const paper = (year: number, lines: string[], end = '') =>
  [
    `国务院办公厅关于${year}年部分节假日安排的通知`,
    '各有关单位：',
    '　　现将具体安排通知如下。',
    ...lines,
    '　　节假日期间请做好应急准备。',
    end,
  ].join('\n')

const of2026 = paper(
  2026,
  [
    '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
    '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
    '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
    '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
    '五、端午节：6月19日（周五）至21日（周日）放假，共3天。',
    '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
    '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
  ],
  '国务院办公厅\n2025年11月4日',
)

const of2025 = paper(2025, [
  '一、元旦：1月1日（周三）放假1天，不调休。',
  '二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。',
  '三、清明节：4月4日（周五）至6日（周日）放假，共3天。',
  '四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。',
  '五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。',
  '六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。',
])

const of2024 = paper(2024, [
  '一、元旦：1月1日放假，与周末连休。',
  '二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励职工在除夕（2月9日）休息。',
  '三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。',
  '四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。',
  '五、端午节：6月10日放假，与周末连休。',
  '六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。',
  '七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。',
])

describe('the pasted text of a notice', () => {
  it.each([
    [2026, of2026],
    [2025, of2025],
    [2024, of2024],
  ])('of %i is read to the day', (year, text) => {
    const reading = readChinese(text, names)
    expect(reading.year).toBe(year)
    expect(offIn(reading).sort()).toEqual(daysOf('off', year))
    expect([...reading.working].sort()).toEqual(daysOf('makeUp', year))
  })

  it('gives names, lengths and the day of the paper, and passes over what names no days', () => {
    const reading = readChinese(of2026, names)
    expect(reading.off[1]).toEqual({ nameZh: '春节', nameEn: 'Spring Festival', from: '2026-02-15', to: '2026-02-23', statedDays: 9 })
    expect([reading.announcedOn, reading.doubts]).toEqual(['2025-11-04', []])
    expect(reading.passedOver).toEqual(['各有关单位:', '节假日期间请做好应急准备', '国务院办公厅'])
    expect(readChinese(of2025, names).off.at(-1)?.nameEn).toBe('National Day and Mid-Autumn Festival')
    expect(readChinese(of2025, names).off[0]?.statedDays).toBe(1)
  })

  it('lists what speaks of days and fits no form: an encouragement is no day off', () => {
    expect(readChinese(of2024, names).doubts).toContainEqual({ reason: 'unread', text: '鼓励职工在除夕(2月9日)休息' })
  })

  it('doubts a weekday that is wrong, a day that does not exist, and a text without a year', () => {
    const doubtsOf = (text: string) => readChinese(text, names).doubts
    const line = (words: string) => `关于2026年部分节假日安排的通知\n${words}`
    expect(doubtsOf(line('一、元旦：1月1日（周五）放假1天。'))).toEqual([{ reason: 'weekday', text: '1月1日(周五)放假1天' }])
    expect(doubtsOf(line('一、元旦：2月30日放假。'))).toEqual([{ reason: 'no-such-day', text: '2月30日放假' }])
    expect(doubtsOf('一、元旦：1月1日放假。')[0]?.reason).toBe('no-year')
    expect(doubtsOf(line('1月1日放假。'))).toEqual([{ reason: 'unread', text: '1月1日放假' }])
    expect(doubtsOf(line('一、元旦：1月1日放假，1月4日、5日可以轮休。'))).toEqual([
      { reason: 'unread', text: '1月1日放假,1月4日、5日可以轮休' },
    ])
  })

  it('reads a block that begins in the year before, where it says so', () => {
    const text = '关于2019年部分节假日安排的通知\n一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。'
    const reading = readChinese(text, names)
    expect([reading.off, reading.working, reading.doubts]).toMatchObject([[{ from: '2018-12-30', to: '2019-01-01' }], ['2018-12-29'], []])
  })

  it('never falls over, whatever is pasted', () => {
    const pieces = fc.constantFrom(
      '一、元旦：',
      '1月',
      '31日',
      '（周四）',
      '至',
      '放假',
      '，共',
      '3天',
      '。',
      '上班',
      '、',
      '2026年',
      '部分节假日',
      '\n',
      '{',
      'BEGIN:VCALENDAR\n',
      'x',
    )
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => void readAny(parts.join(''), names)))
    fc.assert(fc.property(fc.string(), (text) => void readAny(text, names)))
  })
})

describe('a calendar file', () => {
  const event = (summary: string, start: string, end?: string, more = '') =>
    `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${start}\r\n${end === undefined ? '' : `DTEND;VALUE=DATE:${end}\r\n`}${more}SUMMARY:${summary}\r\nEND:VEVENT`
  const file = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n')

  it('gives blocks and worked days; its ends are the day after; days in a row are one block', () => {
    const reading = readIcs(
      file(
        event('元旦（休）', '20260101', '20260104'),
        event('元旦 班', '20260104', '20260105'),
        event('清明节 休', '20260405'),
        event('清明节 休', '20260404'),
        event('清明节 休', '20260406'),
      ),
      names,
    )
    expect(reading).toMatchObject({ year: 2026, working: ['2026-01-04'], doubts: [] })
    expect(reading?.off).toEqual([
      { nameZh: '元旦', nameEn: "New Year's Day", from: '2026-01-01', to: '2026-01-03' },
      { nameZh: '清明节', nameEn: 'Qingming Festival', from: '2026-04-04', to: '2026-04-06' },
    ])
  })

  it('lists what it cannot take: an event that repeats, one that says neither off nor worked, one without a day', () => {
    const reading = readIcs(
      file(event('元旦 休', '20260101', undefined, 'RRULE:FREQ=YEARLY\r\n'), event('植树节', '20260312'), event('元旦 休', '20261301')),
      names,
    )
    expect(reading?.doubts.map(({ reason }) => reason)).toEqual(['repeats', 'unread', 'no-such-day', 'no-year'])
  })

  it('is not what else is handed in', () => {
    expect([readIcs('{}', names), readJson('not JSON', names), readJson('{broken', names)]).toEqual([undefined, undefined, undefined])
  })
})

describe('JSON', () => {
  it('without a year, with two years, or with a holiday that nobody knows is doubted', () => {
    const doubtsOf = (value: unknown) => readJson(JSON.stringify(value), names)?.doubts.map(({ reason }) => reason)
    expect(doubtsOf({})).toEqual(['no-year'])
    expect(doubtsOf({ years: [{ year: 2026 }, { year: 2027 }] })).toEqual(['many-years'])
    expect(
      doubtsOf({
        year: 2026,
        off: [
          { holiday: 'toString', days: '01-01' },
          { holiday: 'new-year', days: '02-30' },
        ],
        makeUp: [7],
      }),
    ).toEqual([...['unknown-holiday', 'no-such-day', 'no-such-day']])
  })
})

describe('typed lines', () => {
  it('are read and written back the same', () => {
    const typed = "元旦/New Year's Day 2026-01-01/2026-01-03 3\n雪顿节/Shoton Festival 2026-08-12"
    const { blocks, unread } = readBlocks(typed, names)
    expect([writeBlocks(blocks), unread]).toEqual([typed, []])
    expect(readBlocks('春节 2026-02-15至2026-02-23 共9天', names).blocks).toMatchObject([{ nameEn: 'Spring Festival', statedDays: 9 }])
    expect(readDays('2026-01-04、2026-02-14\n2026-02-30')).toEqual({
      days: ['2026-01-04', '2026-02-14'].map(asDay),
      unread: ['2026-02-30'],
    })
    expect(readBlocks('元旦 1月1日', names).unread).toEqual(['元旦 1月1日'])
  })
})
