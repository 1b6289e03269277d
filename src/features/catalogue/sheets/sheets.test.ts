import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { dutyOf, givenDuty } from '../../../../test/support/duty.ts'
import { must } from '../../../../test/support/given.ts'
import { freshSite, givenReader, givenUnit, type TestSite } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { findHead, verifyJournal } from '../../../platform/journal/index.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { listUnits, recordedUnits, type Unit } from '../../organisations/index.ts'
import { listCategories, listDuties } from '../queries.ts'
import { recorded } from '../read-recorded.ts'
import { exportLines } from './export-lines.ts'
import { importLines } from './import-lines.ts'
import { loadSheetWords } from './load-sheet-words.ts'

const words = loadSheetWords()
const all = '全社会'

/** A county's sheet as they are published: title, merged headings, a category merged over two rows, boxes and ticks. */
const county = [
  ['XX县社会救助领域基层政务公开标准目录'],
  [
    '序号',
    '公开事项',
    '',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '公开对象',
    '',
    '公开方式',
    '',
    '公开层级',
    '',
  ],
  ['', '一级事项', '二级事项', '', '', '', '', '', all, '特定群体', '主动', '依申请', '县级', '乡级'],
  [
    '1',
    '最低生活保障',
    '政策法规文件',
    '相关文件',
    '国发〔2012〕45号',
    '自信息形成或变更之日起20个工作日内',
    '',
    '■政府网站 □政府公报 ■两微一端',
    '√',
    '',
    '√',
    '',
    '√',
    '√',
  ],
  [
    '2',
    '',
    '审核信息',
    '初审对象名单',
    '民发〔2012〕220号',
    '公示7个工作日',
    'health局',
    '■社区/企事业单位/村公示栏（电子屏）',
    '',
    '√',
    '√',
    '',
    '',
    '√',
  ],
]

describeWithDatabase('a catalogue that is read from a sheet', () => {
  let site: TestSite
  let city: Unit
  let health: Unit

  const take = (rows: string[][], unit = city, isTrial = false) => importLines(site, 'person:9', { unit, rows, words, isTrial })
  const sheetOf = async (lang: 'zh' | 'en' = 'zh'): Promise<string[][]> => {
    const { read } = site.database
    const [duties, categories, units] = await Promise.all([listDuties(read), listCategories(read), listUnits(read)])
    const rows = exportLines({ reader: givenReader(site, lang), words, duties, categories, units })
    return readSheet(await writeSheet('x', rows, 'xlsx'))
  }
  const lastEntry = async () => (await findHead(site.database.read))?.seq

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, { code: 'city' })
    health = await givenUnit(site, { code: 'health' }, city)
    await givenDuty(site, [health], { ...dutyOf('standing'), rule: { kind: 'standing', confirm: 'year', by: '06-30' }, audience: 'group' })
  })

  it('understands the sheet of a county, and a second reading changes nothing', async () => {
    const trial = must(await take(county, city, true))
    expect(trial.added.map((line) => line.title)).toEqual(['政策法规文件', '审核信息'])
    const before = await lastEntry()
    const report = must(await take(county))
    expect(report).toMatchObject({ rows: 2, same: 0 })
    const laid = (await listDuties(site.database.read)).find((duty) => duty.titleZh === '审核信息')
    expect(laid).toMatchObject({
      ...{ rule: { kind: 'within', days: 7, count: 'working', anchor: 'formation' }, channels: ['notice-board'] },
      ...{ audience: 'group', mode: 'proactive', levels: ['town'], unitIds: [health.id], sinceOn: '2026-06-15' },
    })
    const category = (await listCategories(site.database.read)).find((one) => one.id === laid?.categoryId)
    expect(category?.nameZh).toBe('最低生活保障')
    expect(await lastEntry()).toBe((before ?? 0) + 3)
    expect(must(await take(county))).toMatchObject({ added: [], changed: [], same: 2 })
    expect(await lastEntry()).toBe((before ?? 0) + 3)
  })

  it('export, import and export again give the same sheet, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const sheet = await sheetOf(lang)
      expect(must(await take(sheet))).toMatchObject({ added: [], changed: [], same: 3 })
      expect(await sheetOf(lang)).toEqual(sheet)
    }
  })

  it('a changed cell changes its line and no other', async () => {
    const sheet = (await sheetOf()).map((row) => row.map((cell) => cell.replace('相关文件', '相关文件、解读')))
    expect(must(await take(sheet)).changed.map((line) => line.title)).toEqual(['政策法规文件'])
    expect((await listDuties(site.database.read)).find((duty) => duty.titleZh === '政策法规文件')?.elementsZh).toBe('相关文件、解读')
  })

  it('one wrong row among five thousand saves nothing, and is named with its row and column', async () => {
    const [title = [], top = [], below = [], , line = []] = county
    const many = Array.from({ length: 5000 }, (_, n) => line.map((cell, at) => (at === 1 ? '大目录' : at === 2 ? `事项${n}` : cell)))
    const wrong = many.map((row, n) => row.map((cell, at) => (n === 3210 && at === 5 ? '视情况而定' : cell)))
    const before = await lastEntry()
    expect(await take([title, top, below, ...wrong])).toEqual({
      ok: false,
      refusals: [{ kind: 'row', row: 3214, column: 'rule', problem: 'time-unknown', found: '视情况而定' }],
    })
    expect(await lastEntry()).toBe(before)
    expect(must(await take([title, top, below, ...many])).added).toHaveLength(5000)
    expect(must(await take([title, top, below, ...many]))).toMatchObject({ added: [], changed: [], same: 5000 })
  })

  it('every reason is told for every row', async () => {
    const [title = [], top = [], below = []] = county
    const row = ['1', '', '', '', '', '每逢佳期', '税务局、health局', '■飞鸽传书', '', '', '√', '√', '', '']
    const loose = ['2', '类', '事', '', '据', '60个工作日内', '', '政府网站', '√', '', '√', '', '√', '']
    const outcome = await take([title, top, below, row, loose, loose])
    const problems = outcome.ok ? [] : outcome.refusals.map((one) => (one.kind === 'row' ? `${one.row} ${one.problem}` : one.kind))
    expect(problems.toSorted()).toEqual(
      [
        ...['title-missing', 'basis-missing', 'time-unknown', 'channel-unknown', 'level-missing', 'mode-twice', 'category-missing'],
        ...['unit-unknown'],
      ]
        .map((problem) => `4 ${problem}`)
        .concat('5 looser-than-statute', '6 looser-than-statute', '6 twice')
        .toSorted(),
    )
  })

  it('a sheet without its headings is no catalogue', async () => {
    expect(
      await take([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toEqual({ ok: false, refusals: [{ kind: 'no-headings' }] })
  })

  it('a unit cannot take the line of another through its code', async () => {
    const sheet = await sheetOf()
    const changed = sheet.map((row) => row.map((cell) => (cell === '标题、正文' ? '别的' : cell)))
    const other = await givenUnit(site, { code: 'finance' }, city)
    const outcome = await take(changed, other)
    expect(outcome.ok ? [] : [...new Set(outcome.refusals.map((one) => (one.kind === 'row' ? one.problem : one.kind)))]).toContain(
      'unit-out-of-reach',
    )
  })

  it('every row is as the record says', async () => {
    site.day = asDay('2026-06-16')
    const loaders = { ...recorded, 'organisations.unit': recordedUnits }
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })
})
