import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { givenAnnual } from '../../../../test/support/annual.ts'
import { readPdf, squeezed } from '../../../../test/support/read-pdf.ts'
import { loadWords } from '../../../platform/i18n/words.ts'
import { placesOf } from '../../../platform/paper/report.ts'
import { writeReportWord } from '../../../platform/paper/write-report-word.ts'
import { writeReport } from '../../../platform/paper/write-report.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import { annualForms } from '../load-annual-forms.ts'
import { composeText } from './compose-text.ts'
import { layOutPaper, type PaperInput } from './lay-out-paper.ts'
import { layOutTables, type PaperReader } from './lay-out-tables.ts'
import { writeWorkbook } from './write-workbook.ts'

const words = loadWords()
const zh: PaperReader = { t: words.zh, lang: 'zh' }
const en: PaperReader = { t: words.en, lang: 'en' }
const papers = annualForms.flatMap((form) =>
  [zh, en].map((reader) => ({ id: form.id, lang: reader.lang, reader, input: givenAnnual(form) })),
)
const given = (id: string): PaperInput => givenAnnual(annualForms.find((form) => form.id === id)!)

/** Every name of a row and every number of a report, as they stand on paper. */
function expected({ form, cells }: PaperInput, { lang }: PaperReader): string[] {
  const rows = form.tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows))
  const names = rows.map((row) => (lang === 'zh' ? row.nameZh : row.nameEn.replace(`${row.headings.at(-1)?.nameEn}: `, '')).toLowerCase())
  return [...names, ...Object.values(cells).map(String)].map(squeezed)
}

describe.each(papers)('the report of the form of $id in $lang', ({ reader, input }) => {
  test('as a PDF says every row and every number', async () => {
    const { pdf, missing } = await writeReport(layOutPaper(reader, input))
    const text = (await readPdf(pdf)).text.toLowerCase()
    expect(expected(input, reader).filter((one) => !text.includes(one))).toEqual([])
    expect(missing).toEqual([])
  })

  test('as a Word file says every row and every number', () => {
    const xml = strFromU8(unzipSync(writeReportWord(layOutPaper(reader, input)))['word/document.xml']!)
    const text = squeezed(xml.replace(/<\/w:p>/g, '|').replace(/<[^>]+>/g, ''))
      .replaceAll('&apos;', "'")
      .toLowerCase()
    expect(expected(input, reader).filter((one) => !text.includes(one))).toEqual([])
  })

  test('as a workbook has a sheet for each table, with its numbers as numbers', async () => {
    const bytes = await writeWorkbook(reader, input)
    const files = unzipSync(bytes)
    const sheets = input.form.tables.map((_, at) => strFromU8(files[`xl/worksheets/sheet${at + 1}.xml`]!))
    const numbers = sheets.flatMap((xml) =>
      [...xml.matchAll(/<c [^>]*?(?:t="n")?[^>]*><v>([\d.]+)<\/v>/g)].flatMap(([cell, n]) => (cell.includes('t="s"') ? [] : [n])),
    )
    expect(new Set(numbers)).toEqual(new Set(Object.values(input.cells).map(String)))
    expect(numbers).toHaveLength(Object.keys(input.cells).length)
    const read = (await readSheet(bytes)).flat().map((text) => text.toLowerCase())
    const [first] = layOutTables(reader, input.form, input)
    const shown = [...first!.head, ...first!.rows].flat().map(({ text }) => text.toLowerCase())
    expect(shown.filter((text) => text !== '' && !read.includes(text))).toEqual([])
  })

  test('has tables whose places are all taken', () => {
    for (const { head, rows } of layOutTables(reader, input.form, input)) expect(() => placesOf([...head, ...rows])).not.toThrow()
  })
})

describe('the tables on paper', () => {
  test('have the heads and headings of the national form', () => {
    const { form, cells } = given('2021')
    const [first, second, third] = layOutTables(zh, form, { cells })
    expect(second?.head.map((row) => row.map(({ text, columns = 1, rows = 1 }) => `${text.slice(0, 7)} ${columns}×${rows}`))).toEqual([
      ['（本列数据的勾 3×3', '申请人情况 7×1'],
      ['自然人 1×2', '法人或其他组织 5×1', '总计 1×2'],
      ['商业企业 1×1', '科研机构 1×1', '社会公益组织 1×1', '法律服务机构 1×1', '其他 1×1'],
    ])
    const heading = (text: string) => second?.rows.flat().find((cell) => cell.text === text)?.rows
    expect([heading('三、本年度办理结果'), heading('（三）不予公开'), heading('（六）其他处理')]).toEqual([22, 8, 3])
    expect(first?.rows.find(([cell]) => cell?.text === '行政许可')?.[1]).toMatchObject({ columns: 3, isNumber: true })
    expect(third?.head[0]?.map(({ text, columns }) => `${text} ${columns}`)).toEqual(['行政复议 5', '行政诉讼 10'])
    expect(third?.rows).toHaveLength(1)
  })

  test('leave a blank blank, also in the workbook', async () => {
    const { form } = given('2021')
    const cells = { 't1/rules/issued': null, 't1/charges/amount': 48210.37 }
    const texts = layOutTables(zh, form, { cells })
      .flatMap(({ rows }) => rows.flat().filter(({ isNumber }) => isNumber))
      .map(({ text }) => text)
    expect(texts.filter((text) => text !== '')).toEqual(['48210.37'])
    expect((await readSheet(await writeWorkbook(zh, { form, cells }))).at(-1)?.[1]).toBe('48210.37')
  })
})

describe('a number that was entered by hand', () => {
  const { form } = given('2021')
  const told = {
    cells: { 't1/charges/amount': 100000, 't1/rules/issued': 3 },
    marks: new Map([['t1/charges/amount', { isByHand: true, isAtLeast: true } as const]]),
  }
  const numbers = [{ name: 'fees', value: 100000, figure: 'fees-charged', isByHand: true, isAtLeast: true } as const]
  const facts = new Map([['六', [{ key: 'reports.fact.fees', numbers } as const]]])

  test('bears its sign in the tables and sentences of each file, and a line says what the sign means', async () => {
    const paper = layOutPaper(zh, { ...given('2021'), ...told, facts })
    expect(paper.sections.at(-1)?.paragraphs).toContain('收取信息处理费逾100,000※万元。')
    expect(paper.foot[0]).toBe('※ 人工填报')
    const { pdf, missing } = await writeReport(paper)
    expect(missing).toEqual([])
    expect((await readPdf(pdf)).text).toContain('≥100000※')
    expect(strFromU8(unzipSync(writeReportWord(paper))['word/document.xml']!)).toContain('≥100000※')
    expect(layOutPaper(zh, { ...given('2021'), cells: told.cells, facts: new Map() }).foot[0]).not.toContain('※')
    const english = layOutPaper(en, { ...given('2021'), ...told, facts })
    expect([english.sections.at(-1)?.paragraphs.at(-1), english.foot[0]]).toEqual([
      'Fees of over 100,000※ × 10,000 yuan were charged for information.',
      '※ reported by hand',
    ])
    expect((await writeReport(english)).missing).toEqual([])
  })

  test('bears it in the text that is published', () => {
    const text = composeText(words.zh, 'zh', { ...told, form, facts, texts: {} })
    for (const said of ['收取信息处理费逾100,000※万元。', '≥100000※ |', '| 3 |']) expect(text).toContain(said)
    expect(text.endsWith('\n\n※ 人工填报')).toBe(true)
  })

  test('stays a number in the workbook, and is named below its table', async () => {
    const rows = await readSheet(await writeWorkbook(zh, { form, ...told }))
    expect(rows.flat()).toContain('100000')
    expect(rows.slice(-2).map((row) => row.filter((text) => text !== ''))).toEqual([
      [expect.stringContaining('行政事业性收费 / '), '≥100000※'],
      ['※ 人工填报'],
    ])
  })
})

describe('the words of a report', () => {
  test('are those of its language, and Chinese where nobody wrote English', () => {
    const said = (reader: PaperReader, texts: PaperInput['texts']) =>
      layOutPaper(reader, { ...given('2021'), texts }).sections[4]?.paragraphs
    expect(said(en, { 五: '问题', '五/en': 'Problems\n\nMore' })).toEqual(['Problems', 'More'])
    expect(said(en, { 五: '问题' })).toEqual(['问题'])
    expect(said(zh, { 五: '', '五/en': 'Problems' })).toEqual([])
  })

  test('tell a draft from a filing', () => {
    const { fingerprint, ...draft } = given('2021')
    expect(layOutPaper(zh, draft).foot).toEqual(['数据统计截至2026年1月20日。', words.zh('reports.paper.draft')])
    expect(layOutPaper(zh, { ...draft, fingerprint }).foot[1]).toContain(fingerprint)
  })

  test('may be as long as can be saved', async () => {
    const texts = { 五: '公开'.repeat(10_000), 六: 'Rindfleischetikettierungsüberwachung '.repeat(500) }
    const { text } = await readPdf((await writeReport(layOutPaper(zh, { ...given('2021'), texts }))).pdf)
    expect(text.split('公开').length).toBeGreaterThan(9_900)
  })
})
