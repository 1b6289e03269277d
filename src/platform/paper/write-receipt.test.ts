import { describe, expect, test } from 'vitest'
import { dayTableEn, givenDays, ledgerZh, receiptEn, receiptZh } from '../../../test/support/papers.ts'
import { readPdf, squeezed } from '../../../test/support/read-pdf.ts'
import { asDay } from '../../kernel/day.ts'
import { dayRows, drawnDays, legendOf } from './days.ts'
import { writeDayTable } from './write-day-table.ts'
import { writeLedger } from './write-ledger.ts'
import { writeReceipt } from './write-receipt.ts'

describe('a receipt', () => {
  test.each([
    ['Chinese', receiptZh, '2026年10月19日（周一）'],
    ['English', receiptEn, 'Fri 4 December 2026'],
  ])('in %s says number, code, both days with their rules, how it is counted, how to follow and what comes', async (_, receipt, due) => {
    const { pdf } = await writeReceipt(receipt)
    const found = await readPdf(pdf)
    const { title, unit, number, codeGroups, receivedBy, dueBy, provisional, counted, follow, address, next, labels } = receipt
    const words = [
      unit,
      title,
      number,
      codeGroups.join(''),
      labels.keep,
      due,
      receivedBy,
      dueBy,
      counted,
      provisional,
      follow,
      address,
      ...next,
    ]
    expect(words.filter((one) => !found.pages[0]?.includes(squeezed(one)))).toEqual([])
    expect(found).toMatchObject({ isTagged: true, title, size: [595, 842] })
    expect(found.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'Table', 'TH', 'Figure']))
    expect(found.pages).toHaveLength(2)
  })

  test('with the table holds every day of the clock in order, and without it is one page', async () => {
    const { pages } = await readPdf((await writeReceipt(receiptEn)).pdf)
    const rows = dayRows(receiptEn.days, receiptEn.dueOn, receiptEn.labels.table, 'en').map((row) =>
      squeezed(row.day + row.weekday + row.nth + row.why),
    )
    expect(rows.filter((row) => !pages[1]?.includes(row))).toEqual([])
    expect((pages[1]?.match(/2026-\d\d-\d\d/g) ?? []).map(String)).toEqual(receiptEn.days.map(({ on }) => on))
    expect((await readPdf((await writeReceipt({ ...receiptEn, hasDayTable: false })).pdf)).pages).toHaveLength(1)
  })

  test('is set even when no day is left to count', async () => {
    const { pages } = await readPdf((await writeReceipt({ ...receiptZh, days: [] })).pdf)
    expect(pages).toHaveLength(1)
  })
})

describe('the table of days', () => {
  test.each([3, 40, 120, 400])(
    'of a term of %i working days is complete, on as many pages as it needs',
    async (term) => {
      const days = givenDays(
        term,
        '2025-01-06',
        ['2025-01-20', '2025-02-20'],
        'The opinion of a third party whose name is long was asked for',
      )
      const { pdf } = await writeDayTable({ ...dayTableEn, days, dueOn: days.at(-1)!.on })
      const { pages, text } = await readPdf(pdf)
      expect((text.match(/20\d\d-\d\d-\d\d/g) ?? []).map(String)).toEqual(days.map(({ on }) => on))
      expect(text).toContain(`${term}workingday,due`)
      pages.forEach((page) => expect(page).toContain('DayWeekdayCountedWhy'))
    },
    60_000,
  )

  test('numbers as many days as the term has, and gives each other day its reason', () => {
    const days = givenDays(20, '2026-09-15', ['2026-09-22', '2026-09-24'], '征求第三方意见')
    const rows = dayRows(days, days.at(-1)!.on, receiptZh.labels.table, 'zh')
    expect(
      rows
        .map(({ nth }) => nth)
        .filter((nth) => nth !== '')
        .map(Number),
    ).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(rows.find(({ day }) => day === '2026-09-23')).toEqual({
      day: '2026-09-23',
      weekday: '周三',
      nth: '',
      why: '征求第三方意见',
      isDue: false,
    })
    expect(rows.find(({ day }) => day === '2026-09-20')).toMatchObject({ weekday: '周日', nth: '4', why: '调休上班' })
    expect(rows.at(-1)).toMatchObject({ nth: '20', isDue: true })
    expect(rows.at(-1)?.why).toMatch(/，到期$/)
  })
})

describe('the strip of days', () => {
  const shapes = (start: string, term: number, paused?: [string, string]) => {
    const days = givenDays(term, start, paused)
    return drawnDays(days, days.at(-1)!.on, receiptZh.labels, 'zh')
  }

  test('tells counted, off, make-up, paused and due days apart', () => {
    const drawn = shapes('2026-09-15', 20, ['2026-10-12', '2026-10-14'])
    const on = (date: string, month: string) =>
      drawn.find((day, at) => day.date === date && drawn.slice(0, at + 1).findLast((one) => one.month !== '')?.month === month)
    expect(on('18', '9月')).toMatchObject({ shape: 'counted', isMakeUp: false, isDue: false })
    expect(on('19', '9月')).toMatchObject({ shape: 'free', mark: '' })
    expect(on('20', '9月')).toMatchObject({ shape: 'counted', isMakeUp: true, mark: '班' })
    expect(on('1', '10月')).toMatchObject({ shape: 'free', mark: '放假', month: '10月' })
    expect(on('2', '10月')).toMatchObject({ shape: 'free', mark: '' })
    expect(on('13', '10月')).toMatchObject({ shape: 'paused' })
    expect(drawn.at(-1)).toMatchObject({ isDue: true, mark: '到期' })
    expect(drawn.filter(({ isDue }) => isDue)).toHaveLength(1)
  })

  test('explains only the shapes that stand on it', () => {
    expect(legendOf(shapes('2026-03-02', 4), receiptZh.labels).map(({ shape }) => shape)).toEqual(['counted', 'due'])
    expect(legendOf(shapes('2026-09-15', 20, ['2026-10-12', '2026-10-14']), receiptZh.labels)).toHaveLength(5)
    expect(legendOf(drawnDays([], asDay('2026-03-02'), receiptZh.labels, 'zh'), receiptZh.labels)).toEqual([])
  })
})

describe('the register', () => {
  test('holds every row, with its head and its number on every page', async () => {
    const found = await readPdf((await writeLedger(ledgerZh)).pdf)
    expect(found).toMatchObject({ isTagged: true, size: [842, 595], title: '依申请公开登记簿' })
    expect((found.text.match(/2026-00\d\d/g) ?? []).map(String)).toEqual(ledgerZh.rows.map(([number]) => number))
    expect(found.pages.length).toBeGreaterThan(1)
    found.pages.forEach((page, at) => {
      expect(page).toContain('编号收到日期申请人申请内容')
      expect(page).toContain(`第${at + 1}页共${found.pages.length}页`)
    })
  })

  test('sets a text that is longer than a page', async () => {
    const text = '公开'.repeat(6000)
    const row = ['2026-0001', '', '', text, '', '', '', '']
    const { text: said } = await readPdf((await writeLedger({ ...ledgerZh, rows: [row] })).pdf)
    expect(said.split('公开').length).toBeGreaterThan(5900)
  })

  test('says when there is nothing in it, and refuses a row that does not fit its columns', async () => {
    expect((await readPdf((await writeLedger({ ...ledgerZh, rows: [] })).pdf)).text).toContain('本期没有登记的申请。')
    await expect(writeLedger({ ...ledgerZh, rows: [['2026-0001']] })).rejects.toThrow('row 1 of the register has 1 texts for 8 columns')
  })
})
