import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { nationalPack } from '../../platform/pack.ts'
import { applicantKinds, outcomes } from '../applications/index.ts'
import { type AnnualForm, cellsOf, columnsOf, formOfYear, rowsOf } from './annual/form.ts'
import { annualForms, loadAnnualForms } from './load-annual-forms.ts'

const formOf = (id: string) => annualForms.find((form) => form.id === id) as AnnualForm

describe('the forms of the annual report', () => {
  test('are chosen by the year reported on', () => {
    const years = [2007, 2008, 2018, 2019, 2020, 2021, 2030]
    expect(years.map((year) => formOfYear(annualForms, year)?.id)).toEqual([undefined, '2014', '2014', '2019', '2019', '2021', '2021'])
  })

  test('have the result rows of table 2 as the outcomes know them: 20 in the trial form, 22 since', () => {
    const results = (id: string) => rowsOf(formOf(id), 't2').filter(({ code }) => code.startsWith('3'))
    expect([results('2019').length, results('2021').length]).toEqual([20, 22])
    for (const id of ['2019', '2021']) {
      expect(results(id).map(({ code }) => code)).toEqual(outcomes.forms.find((form) => form.id === id)?.rows.map(({ row }) => row))
      expect(rowsOf(formOf(id), 't2').map(({ code }) => code)).toEqual(['1', '2', ...results(id).map(({ code }) => code), '4'])
    }
  })

  test('have a column in table 2 for each kind of applicant, and the total', () => {
    for (const id of ['2019', '2021']) expect(columnsOf(formOf(id), 't2').map(({ code }) => code)).toEqual([...applicantKinds, 'total'])
    expect(columnsOf(formOf('2021'), 't2').map(({ heading }) => heading?.nameZh ?? '')).toEqual([
      '',
      ...applicantKinds.slice(1).map(() => '法人或其他组织'),
      '',
    ])
  })

  test('have 15 cells in table 3, and those of table 1 by edition', () => {
    const count = (id: string, table: string) => cellsOf(formOf(id)).filter((cell) => cell.table.code === table).length
    expect([count('2019', 't3'), count('2021', 't3')]).toEqual([15, 15])
    expect([count('2019', 't1'), count('2021', 't1')]).toEqual([22, 10])
    expect([count('2019', 't2'), count('2021', 't2')]).toEqual([23 * 7, 25 * 7])
  })

  test('put the rows of results of the statistics form among its own, in the order of their numbers', () => {
    const codes = rowsOf(formOf('2014'), 't0').map(({ code }) => code)
    expect(codes).toHaveLength(58)
    expect(codes.slice(codes.indexOf('3.3'), codes.indexOf('4'))).toEqual([
      ...['3.3', '3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.4.1', '3.3.4.2', '3.3.4.3', '3.3.4.4', '3.3.4.5', '3.3.4.6'],
      ...['3.3.5', '3.3.6', '3.3.7', '3.3.8'],
    ])
  })

  test('name every cell once, with headings that say where it stands', () => {
    for (const form of annualForms) {
      const addresses = cellsOf(form).map(({ address }) => address)
      expect(new Set(addresses).size).toBe(addresses.length)
    }
    const cell = cellsOf(formOf('2021')).find(({ address }) => address === 't2/3.3.1/person')
    expect(cell).toMatchObject({ measure: 'count', isTotal: false, column: { nameZh: '自然人' } })
    expect(cell?.row.headings.map(({ nameZh }) => nameZh)).toEqual(['三、本年度办理结果', '（三）不予公开'])
    expect(cellsOf(formOf('2021')).find(({ address }) => address === 't1/charges/amount')?.measure).toBe('money-10k')
    expect(cellsOf(formOf('2019')).find(({ address }) => address === 't1/procurement/projects')?.measure).toBe('count')
  })

  test('take their deadlines from the terms: 31 March for all before 2019, 31 January for departments since', () => {
    const days = (id: string) => formOf(id).deadlines.map(({ kinds, by }) => [...kinds, by].join(' '))
    expect(days('2014')).toEqual(['department town 03-31', 'government 03-31'])
    expect(days('2021')).toEqual(['department 01-31', 'government 03-31'])
    for (const { deadlines } of annualForms)
      expect(deadlines.filter(({ basisZh, basisEn }) => basisZh === '' || basisEn === '')).toEqual([])
  })
})

describe('a pack whose forms are wrong', () => {
  const folders: string[] = []
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

  function packWith(change: (text: string) => string): string {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-forms-'))
    folders.push(folder)
    for (const file of ['calendar.json', 'terms.json', 'applications.json']) cpSync(join(nationalPack, file), join(folder, file))
    writeFileSync(join(folder, 'annual-report.json'), change(readFileSync(join(nationalPack, 'annual-report.json'), 'utf8')))
    return folder
  }

  test.each([
    ['"measure": "count"', '"measure": "pieces"', 'measure'],
    ['"term": "annual-report-of-government"', '"term": "no-such-term"', 'terms.json gives no day for no-such-term'],
    ['"from": 2019', '"from": 2018', 'form 2019 does not follow form 2014'],
    ['"code": "enforcement"', '"code": "penalties"', 'row penalties of t1 stands twice'],
    ['"id": "2021"', '"id": "2022"', 'outcomes.json has no form 2022'],
    ['"section": "四"', '"section": "九"', 't3 stands in no section'],
    ['"stand": "carried-over"', '"stand": "carried-away"', 'stand'],
    ['"fax"', '"telex"', 'channels'],
    ['"kinds": ["suit"]', '"kinds": ["duel"]', 'kinds'],
  ])('is refused with the name of the file: %s', (from, to, fault) => {
    const folder = packWith((text) => text.replace(from, to))
    expect(() => loadAnnualForms(folder)).toThrow(join(folder, 'annual-report.json'))
    expect(() => loadAnnualForms(folder)).toThrow(fault)
  })
})
