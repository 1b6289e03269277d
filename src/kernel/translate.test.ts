import { describe, expect, it } from 'vitest'
import { asDay } from './day.ts'
import { placeholdersOf, sayDay, sayMonth, sayMonthDay, sayNumber, sayShortDay, sayWeekday, translate } from './translate.ts'

const words = {
  plain: 'Publish',
  named: '{unit} owes {what}',
  left: '{n} working {n|day|days} left',
  both: '{n|is|are} {n}, {m|is|are} {m}',
}

describe('a translation', () => {
  it('fills in what it is given', () => {
    expect(translate(words, 'plain')).toBe('Publish')
    expect(translate(words, 'named', { unit: '教育局', what: 'a report' })).toBe('教育局 owes a report')
  })

  it('chooses the form by the number', () => {
    expect([0, 1, 2, -1, '1'].map((n) => translate(words, 'left', { n }))).toEqual([
      '0 working days left',
      '1 working day left',
      '2 working days left',
      '-1 working days left',
      '1 working day left',
    ])
    expect(translate(words, 'both', { n: 1, m: 2 })).toBe('is 1, are 2')
  })

  it('shows a gap instead of breaking the page', () => {
    expect(translate(words, 'no.such.key')).toBe('no.such.key')
    expect(translate(words, 'constructor')).toBe('constructor')
    expect(translate(words, 'named', { unit: 'A' })).toBe('A owes {what}')
    expect(translate({ odd: '{toString} {' }, 'odd')).toBe('{toString} {')
  })

  it('puts values in as they are, never read as words themselves', () => {
    expect(translate(words, 'named', { unit: '{what}', what: '$& $1 <b>' })).toBe('{what} owes $& $1 <b>')
  })

  it('names its placeholders once each, so that languages can be compared', () => {
    expect(placeholdersOf('{n} working {n|day|days} for {unit}')).toEqual(['n', 'unit'])
    expect(placeholdersOf('还有{n}个工作日（{unit}）')).toEqual(['n', 'unit'])
    expect(placeholdersOf('none')).toEqual([])
  })
})

describe('days in words', () => {
  it('are said as each language says them', () => {
    const day = asDay('2025-10-31')
    expect([sayDay(day, 'zh'), sayDay(day, 'en')]).toEqual(['周五 2025年10月31日', 'Fri 31 Oct 2025'])
    expect([sayShortDay(day, 'zh'), sayShortDay(day, 'en')]).toEqual(['周五 10月31日', 'Fri 31 Oct'])
    expect([sayWeekday(day, 'zh'), sayWeekday(day, 'en')]).toEqual(['周五', 'Fri'])
  })

  it('carry no leading zeros', () => {
    const day = asDay('2025-03-02')
    expect([sayDay(day, 'zh'), sayDay(day, 'en')]).toEqual(['周日 2025年3月2日', 'Sun 2 Mar 2025'])
  })

  it('give months from a month or a day', () => {
    expect([sayMonth('2025-09', 'zh'), sayMonth('2025-09-28', 'en')]).toEqual(['2025年9月', 'September 2025'])
  })
})

describe('numbers in words', () => {
  it('keep their thousands apart', () => {
    expect([sayNumber(1234567, 'zh'), sayNumber(1234567, 'en'), sayNumber(0.5, 'zh')]).toEqual(['1,234,567', '1,234,567', '0.5'])
  })
})

it('a day of every year is said with its month', () => {
  expect(sayMonthDay('03-31', 'zh')).toBe('3月31日')
  expect(sayMonthDay('01-05', 'en')).toBe('5 January')
})
