import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { loadWords } from '../../../platform/i18n/words.ts'
import type { Breach } from './breach.ts'
import { givenForm, givenGolden, givenReport } from './given-report.ts'
import { breachesIn } from './identity.ts'
import type { Ledger } from './ledger.ts'
import type { AnnualReport, Cells } from './report.ts'
import { sayBreach } from './say-breach.ts'

const words = loadWords()

/** The breaches of a report, after making sure that each can be said in both languages with nothing left open. */
function found(id: string, report: AnnualReport, ledger?: Ledger): Breach[] {
  const form = givenForm(id)
  const breaches = breachesIn(form, report, ledger)
  for (const breach of breaches) {
    for (const lang of ['zh', 'en'] as const) expect(sayBreach(words[lang], lang, form, breach)).not.toMatch(/[{}]|reports\.|“”|undefined/)
  }
  return breaches
}

const idsOf = (id: string, cells: Cells = {}, fields: Partial<AnnualReport> = {}, ledger?: Ledger) =>
  found(id, givenReport(id, cells, fields), ledger).map(({ kind, severity }) => `${kind} ${severity}`)

describe('rows and columns (I1, I2, I3, I5)', () => {
  test('hold where they add up', () => {
    const cells = { 't2/1/person': 2, 't2/1/total': 2, 't2/3.1/person': 2, 't2/3.1/total': 2, 't2/3.7/person': 2, 't2/3.7/total': 2 }
    expect(idsOf('2021', { ...cells, 't3/reconsideration/upheld': 1, 't3/reconsideration/total': 1 })).toEqual([])
    expect(idsOf('2019', cells)).toEqual([])
  })

  test('are broken by the cell that is wrong, and name it with both sums', () => {
    const [row, column] = found('2021', givenReport('2021', { 't2/1/total': 3 }))
    expect(row).toMatchObject({ id: 'I1', left: 3, right: 0, row: '1' })
    expect(row?.cells[0]).toBe('t2/1/total')
    expect(column).toMatchObject({
      id: 'I2',
      left: 3,
      right: 0,
      column: 'total',
      cells: ['t2/1/total', 't2/2/total', 't2/3.7/total', 't2/4/total'],
    })
    expect(idsOf('2019', { 't2/3.6/company': 1, 't2/3.6/total': 1 })).toEqual(['I3 error', 'I3 error'])
    expect(found('2021', givenReport('2021', { 't3/direct-suit/pending': 4 }))).toMatchObject([
      { id: 'I5', left: 0, right: 4, row: 'direct-suit' },
    ])
  })

  test('find a total column that was left blank', () => {
    expect(idsOf('2019', { 't2/1/person': 1, 't2/1/total': null, 't2/4/person': 1, 't2/4/total': 1 })).toEqual([
      ...['I1 error', 'I2 error', 'I6-blank warning'],
    ])
  })
})

describe('the year before (I4, I7, I8, I14)', () => {
  const carried = { 't2/2/person': 3, 't2/2/total': 3, 't2/4/person': 3, 't2/4/total': 3 }
  const before = (cells: Cells, year = 2020) => ({ previous: { year, cells } })

  test('I4: what was carried forward is carried over, or explained', () => {
    const previous = before({ 't2/4/person': 3, 't2/4/total': 3 })
    expect(idsOf('2021', carried, previous)).toEqual([])
    const others = before({ 't2/4/person': 2, 't2/4/company': 1, 't2/4/total': 3 })
    expect(idsOf('2021', carried, others)).toEqual(['I4-plain error', 'I4-plain error'])
    expect(idsOf('2021', carried, { ...others, notes: { I4: '更正申请人类别' } })).toEqual(['I4-explained warning', 'I4-explained warning'])
    expect(idsOf('2021', carried, { ...others, notes: { I4: ' ' } })).toHaveLength(2)
    expect(idsOf('2021', carried)).toEqual([])
  })

  test('I7: in force are those before, and the issued, without the repealed', () => {
    const cells = { 't1/rules/valid': 10, 't1/rules/issued': 2, 't1/rules/repealed': 1 }
    expect(idsOf('2021', cells, before({ 't1/rules/valid': 9 }))).toEqual([])
    expect(found('2021', givenReport('2021', cells, before({ 't1/rules/valid': 10 })))).toMatchObject([{ id: 'I7', left: 10, right: 11 }])
    expect(idsOf('2021', cells, before({ 't1/rules/public-total': 10 }))).toEqual([])
  })

  test('I8: items of the year before are its items and its change; no more is published than is public', () => {
    const previous = before({ 't1/licences/last-year': 10, 't1/licences/change': -2 }, 2018)
    expect(idsOf('2019', { 't1/licences/last-year': 8, 't1/licences/change': -8 }, previous)).toEqual([])
    expect(idsOf('2019', { 't1/licences/last-year': 10 }, previous)).toEqual(['I8-carried warning'])
    expect(idsOf('2019', { 't1/rules/published': 5, 't1/rules/public-total': 5 })).toEqual([])
    expect(idsOf('2019', { 't1/rules/published': 5, 't1/rules/public-total': 4 })).toEqual(['I8-published warning'])
  })

  test('I14: what was not yet decided appears as decided', () => {
    const decided = { 't3/direct-suit/upheld': 2, 't3/direct-suit/total': 2 }
    expect(idsOf('2021', decided, before({ 't3/direct-suit/pending': 2 }))).toEqual([])
    expect(idsOf('2021', decided, before({ 't3/direct-suit/pending': 3 }))).toEqual(['I14 warning'])
  })
})

describe('cells (I6)', () => {
  test('hold whole numbers from 0; money may have decimals, a change may be below zero', () => {
    expect(idsOf('2021', { 't1/charges/amount': 12.5 })).toEqual([])
    expect(idsOf('2019', { 't1/charges/change': -3 })).toEqual([])
    expect(idsOf('2021', { 't1/licences/decisions': 0.5 })).toEqual(['I6-fraction error'])
    expect(idsOf('2021', { 't1/charges/amount': -1 })).toEqual(['I6-negative error'])
    expect(idsOf('2019', { 't1/licences/last-year': -1 })).toEqual(['I6-negative error'])
  })

  test('left blank are errors in the form of 2021, and warnings before', () => {
    expect(idsOf('2021', { 't1/licences/decisions': null })).toEqual(['I6-blank error'])
    expect(idsOf('2019', { 't1/licences/decisions': null })).toEqual(['I6-blank warning'])
    const report = givenReport('2021')
    expect(found('2021', { ...report, cells: {} })).toHaveLength(Object.keys(report.cells).length)
  })
})

describe('the register of applications (I10, I11, I12)', () => {
  const ledger: Ledger = { feeNotices: 1, clarificationNotices: 2, unplaced: 0, twice: 0 }
  const row = (code: string, n: number) => ({ [`t2/${code}/person`]: n, [`t2/${code}/total`]: n })
  const settled = { ...row('1', 3), ...row('3.7', 3), ...row('3.6.2', 1), ...row('3.6.1', 1), ...row('3.4.3', 1) }

  test('agrees where it counts the same and has the notices', () => {
    expect(idsOf('2021', settled, {}, ledger)).toEqual([])
  })

  test('disagrees where a case stands in no row, or in one that it must not stand in', () => {
    expect(idsOf('2021', settled, {}, { ...ledger, unplaced: 2 })).toEqual(['I10 error'])
    expect(idsOf('2021', settled, {}, { ...ledger, twice: 1 })).toEqual(['I11 error'])
  })

  test('misses notices without which a row cannot be', () => {
    expect(idsOf('2021', settled, {}, { ...ledger, feeNotices: 0 })).toEqual(['I12-fee warning'])
    expect(idsOf('2021', settled, {}, { ...ledger, clarificationNotices: 1 })).toEqual(['I12-clarification warning'])
  })
})

describe('sums of units (I13) and the day of publication (I15)', () => {
  test('I13: a report is the sum of its parts, in each cell that they give', () => {
    const parts = [0.1, 0.2].map((amount, at) => ({ name: `${at}`, cells: { 't1/charges/amount': amount } }))
    expect(idsOf('2021', { 't1/charges/amount': 0.3, 't1/licences/decisions': 5 }, { parts })).toEqual([])
    expect(found('2021', givenReport('2021', { 't1/charges/amount': 0.4 }, { parts }))).toMatchObject([
      { id: 'I13', left: 0.4, right: 0.3 },
    ])
  })

  test('I15: departments by 31 January, governments by 31 March, and all by 31 March before 2019', () => {
    const on = (day: string) => ({ publishedOn: asDay(day) })
    const unit = (kind: 'government' | 'town') => ({ unit: { name: '示例', kind } })
    expect([idsOf('2021', {}, on('2022-01-31')), idsOf('2021', {}, on('2022-02-01'))]).toEqual([[], ['I15 error']])
    expect([
      idsOf('2021', {}, { ...on('2022-03-31'), ...unit('government') }),
      idsOf('2021', {}, { ...on('2022-06-30'), ...unit('town') }),
    ]).toEqual([[], []])
    expect(found('2021', givenReport('2021', {}, { ...on('2022-04-02'), ...unit('government') }))).toMatchObject([{ id: 'I15', left: 2 }])
    expect([idsOf('2014', {}, { year: 2018, ...on('2019-03-31') }), idsOf('2014', {}, { year: 2018, ...on('2019-04-01') })]).toEqual([
      [],
      ['I15 error'],
    ])
  })
})

describe('the statistics form before 2019 (S1–S7)', () => {
  const at = (codes: string[]) => Object.fromEntries(codes.map((code) => [`t0/${code}/count`, 1]))

  test.each([
    ['S1', '3.1', '3.1.4'],
    ['S2', '3.2', '3.2.2'],
    ['S4', '3.3.4', '3.3.4.6'],
    ['S5', '4', '4.1'],
    ['S6', '5', '5.3'],
  ])('%s: row %s is the sum of its parts', (id, total, part) => {
    const above = id === 'S4' ? ['3.3'] : []
    expect(idsOf('2014', at([total, part, ...above]))).toEqual([])
    expect(idsOf('2014', at([part]))).toEqual([`${id} error`])
  })

  test('S3: replies are the sum of their eight kinds, the grounds counted once', () => {
    expect(idsOf('2014', at(['3.3', '3.3.4', '3.3.4.1']))).toEqual([])
    expect(idsOf('2014', at(['3.3.8']))).toEqual(['S3 error'])
  })

  test('S7: no more normative documents are published than issued', () => {
    expect(idsOf('2014', at(['1.1.1', '1.1.2']))).toEqual([])
    expect(idsOf('2014', at(['1.1.1']))).toEqual(['S7 error'])
  })

  test('channels may count more than there are items', () => {
    expect(idsOf('2014', at(['1.2.1', '1.2.2']))).toEqual([])
  })
})

test('a sentence names the cells by row and column, with both sums', () => {
  const report = givenGolden()
  report.cells['t2/3.1/company'] = 0
  const form = givenForm('2021')
  const said = (lang: 'zh' | 'en') => breachesIn(form, report).map((breach) => sayBreach(words[lang], lang, form, breach))
  expect(said('zh')[0]).toMatch(/^表2“（一）予以公开”行：总计为5,548，各列相加为5,\d{3}。$/)
  expect(said('en')[1]).toMatch(/^Table 2, column “business”: “total” is \d+, but the results add up to \d+\.$/)
})
