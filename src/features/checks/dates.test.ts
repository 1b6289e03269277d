import { describe, expect, test } from 'vitest'
import { asDay } from '../../kernel/day.ts'
import { foundBy } from '../../../test/support/checks.ts'

test.each([
  ['于2019年2月30日印发', 'unreal: 2019年2月30日'],
  ['on 31 April 2020', 'unreal: 31 April 2020'],
  ['2019-13-01', 'unreal: 2019-13-01'],
  ['2019年10月15日（星期三）', 'weekday: 2019年10月15日（星期三'],
  ['Wednesday, 15 October 2019', 'weekday: 15 October 2019'],
  ['2019年5月1日至2019年3月1日', 'reversed: 2019年5月1日至2019年3月1日'],
  ['截至2027年12月', 'counted-ahead: 2027年12月'],
  ['某局\n2026年1月5日\n', 'signed-ahead: 2026年1月5日'],
])('%s contradicts', (text, found) => {
  expect(foundBy('dates', text)).toEqual([found])
})

test.each([
  ['2020年2月29日（星期六）'],
  ['Tuesday, 15 October 2019'],
  ['2019年3月1日至2019年5月1日'],
  ['2019年5月至2019年5月31日'],
  ['截至2025年9月底'],
  ['2025年10月15日'],
  ['到2030年12月，基本实现'],
])('%s agrees', (text) => {
  expect(foundBy('dates', text)).toEqual([])
})

test('the day of publication is the limit where it is known', () => {
  expect(foundBy('dates', '截至2019年12月', { publishedOn: asDay('2019-06-01') })).toEqual(['counted-ahead: 2019年12月'])
})

const filler = '我局认真贯彻落实上级部署，扎实推进政务公开各项工作，取得了较好成效，'.repeat(30)

describe('a report whose content is of another year than its title', () => {
  test.each([
    ['2015年政务公开工作总结', `2019年，${filler}2019年全年公开信息。`, ['title-earlier: 2019']],
    ['2015年政务公开工作总结', `2003年以来，${filler}自2004年1月1日起取消收费。`, ['title-later: 2004']],
    ['2015年政务公开工作总结', `今年，贯彻党的十六届三中全会精神，${filler}`, ['congress-earlier: 十六届三中全会']],
    ['2010年政务公开工作总结', `2010年，贯彻党的十八大精神，${filler}`, ['congress-later: 党的十八大']],
    ['2030年政务公开工作总结', '短文。', ['title-ahead: 短文。']],
  ])('%s is found', (title, text, found) => {
    expect(foundBy('dates', text, { title })).toEqual(found)
  })

  test.each([
    ['2019年政务公开工作总结', `2019年，${filler}比2018年增长。2020年将继续。`],
    ['2019年政务公开工作总结', `今年，贯彻党的十九大精神，${filler}自2013年以来。`],
    ['2019年政务公开工作计划', `2025年前，${filler}2025年完成。`],
    ['2018年工作总结和2019年工作计划', `2020年，${filler}2020年。`],
  ])('%s is left alone when it agrees', (title, text) => {
    expect(foundBy('dates', text, { title })).toEqual([])
  })

  test('the heading stands in where the title names no year', () => {
    expect(foundBy('dates', `Summary of 2015 work\n\nIn 2019, ${'the city went on with its work, '.repeat(30)} in 2019.`)).toEqual([
      'title-earlier: 2019',
    ])
  })
})

describe('promises and hurry', () => {
  test('what is expected for a month that the same report has counted is found', () => {
    const text =
      'Work in 2019. From January to November this year we entered 5464 items. It is expected to be completed by the end of May 2019.'
    expect(foundBy('dates', text)).toEqual(['promise-past: May 2019'])
    expect(foundBy('dates', '2019年，今年1至11月公开5464条。2019年预计于2019年5月完成。')).toEqual(['promise-past: 2019年5月'])
  })

  test('a promise for later, or a thing done, is left alone', () => {
    expect(
      foundBy('dates', 'Work in 2019. By May this year 50 of 2019. It is expected to be completed by the end of November 2019.'),
    ).toEqual([])
    expect(foundBy('dates', '2019年，今年1至11月公开5464条。2019年5月完成。')).toEqual([])
  })

  test('a plan quickly drawn up years after the founding is found', () => {
    expect(
      foundBy('dates', 'In 1997 our bureau was established. After the establishment the plan for 2005 was quickly formulated.'),
    ).toEqual(['slow-hurry: 2005'])
    expect(
      foundBy('dates', 'In 2004 our bureau was established. After the establishment the plan for 2005 was quickly formulated.'),
    ).toEqual([])
  })
})
