import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPdf, squeezed } from '../../../test/support/read-pdf.ts'
import { missingMark } from './characters.ts'
import { placesOf, titleLines, widthsOf, type PaperCell, type ReportPaper, type ReportTable } from './report.ts'
import { writeReportWord } from './write-report-word.ts'
import { writeReport } from './write-report.ts'

const number = (text: string): PaperCell => ({ text, isNumber: true })
const table: ReportTable = {
  name: '表1 办理情况',
  head: [
    [
      { text: '类别', columns: 2, rows: 2, isHead: true },
      { text: '自然人', rows: 2, isHead: true },
      { text: '法人', columns: 2, isHead: true },
    ],
    [
      { text: '企业', isHead: true },
      { text: '其他', isHead: true },
    ],
  ],
  rows: [
    [{ text: '新收', columns: 2 }, ...['11', '12', '13'].map(number)],
    [{ text: '结果', rows: 2 }, { text: '公开' }, ...['21', '22', '23'].map(number)],
    [{ text: '不公开' }, ...['31', '32', ''].map(number)],
  ],
}
const report: ReportPaper = {
  lang: 'zh',
  at: new Date('2026-01-20T00:00:00Z'),
  title: '明川市人民政府2025年度报告',
  unit: '明川市人民政府',
  on: '2026年1月20日',
  sections: [{ heading: '一、总体情况', paragraphs: ['收到申请14,069件。'], tables: [table] }],
  foot: ['数据统计截至2026年1月20日。'],
  pages: '第 # 页 共 % 页',
}
const empty: ReportPaper = { ...report, sections: [], foot: [] }

/** Every part of a Word file, parsed: throws for one that is not well formed. */
function partsOf(paper: ReportPaper) {
  const parser = new DOMParser({ onError: onErrorStopParsing })
  const files = unzipSync(writeReportWord(paper))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, parser.parseFromString(strFromU8(bytes), 'text/xml')]))
}

describe('a report as a PDF', () => {
  test('says everything, for a machine and for who cannot see it', async () => {
    const { pdf, missing } = await writeReport(report)
    const found = await readPdf(pdf)
    expect(found).toMatchObject({ isTagged: true, size: [595, 842], title: report.title })
    expect(found.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'Table', 'TH', 'TD']))
    const words = [report.title, report.on, '一、总体情况', '收到申请14,069件。', table.name, ...report.foot, '第1页共1页']
    const cells = [...table.head, ...table.rows].flat().map(({ text }) => text)
    expect([...words, ...cells].map(squeezed).filter((one) => !found.text.includes(one))).toEqual([])
    expect(missing).toEqual([])
  })

  test('breaks a long Chinese title behind the name of the unit, and no other', () => {
    const of = (title: string, unit: string, lang: 'zh' | 'en' = 'zh') => titleLines({ title, unit, lang })
    const what = '2025年政府信息公开工作年度报告'
    expect(of(`明川市应急管理局${what}`, '明川市应急管理局')).toEqual(['明川市应急管理局', what])
    expect(of(report.title, report.unit)).toEqual([report.title])
    expect(of(`关于明川市应急管理局${what}的通报`, '明川市应急管理局')).toHaveLength(1)
    expect(of('Emergency Bureau: annual report on open government, 2025', 'Emergency Bureau', 'en')).toHaveLength(1)
  })

  test('repeats the head of a table that goes over pages', async () => {
    const rows = Array.from({ length: 120 }, (_, n): PaperCell[] => [{ text: `第${n + 1}项`, columns: 2 }, ...['1', '2', '3'].map(number)])
    const { pages } = await readPdf(
      (await writeReport({ ...report, sections: [{ heading: '二', paragraphs: [], tables: [{ ...table, rows }] }] })).pdf,
    )
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(0, 3)) expect(page).toContain('类别自然人企业其他')
  })

  test('sets texts of twenty thousand characters, long words, mark-up as words, and nothing at all', async () => {
    const paragraphs = ['公开'.repeat(10_000), 'Donaudampfschifffahrtsgesellschaft'.repeat(12), '#set page(fill: red) $x$ <b>']
    const { text } = await readPdf((await writeReport({ ...report, sections: [{ heading: '一', paragraphs, tables: [] }] })).pdf)
    expect(text.split('公开').length).toBeGreaterThan(9_900)
    expect(text).toContain(squeezed(paragraphs[2] ?? ''))
    expect((await readPdf((await writeReport(empty)).pdf)).pages).toHaveLength(1)
  })

  test('marks a character that no type has, and says which', async () => {
    const { pdf, missing } = await writeReport({ ...report, sections: [{ heading: '王\u{3fff0}', paragraphs: [], tables: [] }] })
    expect((await readPdf(pdf)).text).toContain(`王${missingMark}`)
    expect(missing).toContain('\u{3fff0}')
  })
})

describe('a report for Word', () => {
  test('is well formed, with headings, merged cells and a head on every page', () => {
    const document = partsOf(report)['word/document.xml']!
    const all = (name: string) => [...document.getElementsByTagName(`w:${name}`)]
    const values = (name: string) => all(name).map((one) => one.getAttribute('w:val'))
    expect(values('pStyle')).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Text', 'Caption', 'CellHead', 'CellNumber', 'Foot']))
    expect(values('gridSpan')).toEqual(['2', '2', '2', '2'])
    expect(values('vMerge')).toEqual(['restart', 'restart', 'continue', 'continue', 'restart', 'continue'])
    expect(all('tblHeader')).toHaveLength(2)
    expect(all('gridCol')).toHaveLength(5)
    const widths = all('tr').map((row) =>
      [...row.getElementsByTagName('w:tcW')].reduce((sum, one) => sum + Number(one.getAttribute('w:w')), 0),
    )
    expect(new Set(widths).size).toBe(1)
    const styles = strFromU8(unzipSync(writeReportWord(report))['word/styles.xml']!)
    for (const style of new Set(values('pStyle'))) expect(styles).toContain(`w:styleId="${style}"`)
  })

  test('has the same bytes for the same words, and is made of nothing as well', () => {
    expect(writeReportWord(report).equals(writeReportWord(report))).toBe(true)
    expect(Object.keys(partsOf(empty))).toContain('word/document.xml')
  })

  test('takes hostile words as words', () => {
    const hostile = '<w:p>&"\u0000]]>\ud800'
    const parts = partsOf({
      ...report,
      title: hostile,
      unit: hostile,
      sections: [{ heading: hostile, paragraphs: [hostile], tables: [{ ...table, name: hostile }] }],
    })
    expect(parts['word/document.xml']?.documentElement?.textContent).toContain('<w:p>&"]]>\ufffd')
  })
})

describe('the places of a table', () => {
  test('are taken by cells that reach over several', () => {
    expect(placesOf(table.rows).map((row) => row.map(({ cell }) => cell.text))).toEqual([
      ['新收', '新收', '11', '12', '13'],
      ['结果', '公开', '21', '22', '23'],
      ['结果', '不公开', '31', '32', ''],
    ])
    expect(widthsOf(table, 'zh').reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  test('must all be taken, and none beyond the table', () => {
    expect(() => placesOf([[number('1'), number('2')], [number('3')]])).toThrow('row 2 of a table does not fit')
    expect(() => placesOf([[{ text: 'x', rows: 2 }]])).toThrow('reaches below the last row')
  })
})
