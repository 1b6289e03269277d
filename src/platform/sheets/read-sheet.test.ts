import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { WrongSheet, type SheetKind, type SheetLimits } from './sheet.ts'
import { writeSheet } from './write-sheet.ts'

describe('a sheet', () => {
  const cells = [
    ['序号', '=1+1', '-x'],
    ['', '二', '3'],
  ]
  it.each<SheetKind>(['xlsx', 'csv'])('written as %s is read again as it was, and nothing in it is taken for a formula', async (kind) => {
    const bytes = await writeSheet(
      '目录',
      cells.map((row) => row.map((text) => ({ text }))),
      kind,
    )
    expect(await readSheet(bytes)).toEqual(cells)
  })

  it('a merged cell is written once; the cells that it covers are read empty', async () => {
    const rows = [
      [{ text: '公开事项', columns: 2, isHead: true }, null],
      [{ text: '一级' }, { text: '二级' }],
    ]
    expect(await readSheet(await writeSheet('x', rows, 'xlsx'))).toEqual([
      ['公开事项', ''],
      ['一级', '二级'],
    ])
  })

  it('the shown value of a formula is read, never worked out', async () => {
    const files = unzipSync(await writeSheet('x', [[{ text: 'a' }, { text: 'b' }]], 'xlsx'))
    const sheet = 'xl/worksheets/sheet1.xml'
    const xml = Buffer.from(files[sheet] ?? [])
      .toString('utf8')
      .replace(/<c r="B1"[^>]*>.*?<\/c>/s, '<c r="B1"><f>1+1</f><v>5</v></c>')
    expect(await readSheet(zipSync({ ...files, [sheet]: strToU8(xml) }))).toEqual([['a', '5']])
  })

  it.each<[string, () => Promise<Uint8Array>, Partial<SheetLimits>, string]>([
    ['a workbook of before 2007', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, 'old-format'],
    ['something packed that is no workbook', async () => zipSync({ 'a.txt': strToU8('x') }), {}, 'not-a-sheet'],
    ['a picture', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), {}, 'not-a-sheet'],
    ['more bytes than allowed', async () => Buffer.alloc(100, 'a'), { fileBytes: 99 }, 'too-large'],
    ['what unpacks too far', async () => zipSync({ 'a.xml': new Uint8Array(3_000_000) }), { unpackedBytes: 2_000_000 }, 'unpacks-too-far'],
    ['too many rows', async () => Buffer.from('a\nb\nc'), { rows: 2 }, 'too-many-rows'],
    ['too many columns', async () => Buffer.from('a,b,c'), { columns: 2 }, 'too-many-columns'],
    ['too long a cell', async () => Buffer.from('abcdef'), { cellLetters: 5 }, 'cell-too-long'],
    ['nothing', async () => Buffer.from('\n,\n'), {}, 'empty'],
  ])('is refused: %s', async (_, bytes, limits, problem) => {
    const fault = await readSheet(await bytes(), limits).catch((one: unknown) => one)
    expect(fault).toBeInstanceOf(WrongSheet)
    expect((fault as WrongSheet).problem).toBe(problem)
  })
})
