import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { figureRows, type Cells } from '../../../../test/support/figure-sheet.ts'
import { givenCast, must } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { findHead, verifyJournal } from '../../../platform/journal/index.ts'
import { recordedUnits, type Unit } from '../../organisations/index.ts'
import { loaders } from '../index.ts'
import { listEntries } from '../entered/queries.ts'
import { enterSheet, mostRows } from './enter-sheet.ts'
import { spellingsOf } from './make-empty-sheet.ts'

describeWithDatabase('figures that are entered by a sheet', () => {
  let site: TestSite
  let city: Unit
  let safety: Unit
  let water: Unit
  let personId: number

  const enterRows = (rows: readonly (readonly string[])[], reach = [city.path], isTrial = false) =>
    enterSheet(site, { personId, posts: [] }, { rows, spellings: spellingsOf(site.words), reach, isTrial })
  const enter = (...rows: Cells[]) => enterRows(figureRows(site, ...rows))
  const problems = async (...rows: Cells[]): Promise<string[]> => {
    const before = await lastEntry()
    const outcome = await enterRows(figureRows(site, ...rows), [safety.path])
    expect(await lastEntry()).toBe(before)
    return outcome.ok ? [] : outcome.refusals.map((one) => (one.kind === 'row' ? `${one.row} ${one.column} ${one.problem}` : one.kind))
  }
  const lastEntry = async () => (await findHead(site.database.read))?.seq ?? 0
  const standing = (unit: Unit) =>
    listEntries(site.database.read, { unitIds: [unit.id], from: asDay('2000-01-01'), until: asDay('2026-12-31') })

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, { code: 'mc' })
    safety = await givenUnit(site, { code: 'safety', sinceOn: asDay('2019-03-01') }, city)
    water = await givenUnit(site, { code: 'water' }, city)
    personId = (await givenCast(site, city)).office.personId
  })

  it('enters every number, passes over rows without one, and a trial enters nothing', async () => {
    const rows = figureRows(
      site,
      { 'unit-code': 'safety', number: '1,204', 'at-least': '是' },
      { 'unit-code': 'safety', 'figure-code': 'fees-charged', number: '0.3001' },
      { 'unit-code': 'nowhere', number: '', evidence: '' },
      { 'unit-code': 'water', period: '2025', number: '７' },
    )
    const before = await lastEntry()
    expect(must(await enterRows(rows, [city.path], true))).toMatchObject({
      entered: [{ row: 2 }, { row: 3 }, { row: 5 }],
      same: 0,
      passed: 1,
    })
    expect(await lastEntry()).toBe(before)
    must(await enterRows(rows))
    expect(await lastEntry()).toBe(before + 3)
    expect(await standing(safety)).toMatchObject([
      { figure: 'phone-enquiries', from: '2026-01-01', until: '2026-03-31', value: 1204, isAtLeast: true, evidence: '来电登记表' },
      { figure: 'fees-charged', value: 0.3001, isAtLeast: false, enteredBy: personId },
    ])
    expect(await standing(water)).toMatchObject([{ from: '2025-01-01', until: '2025-12-31', value: 7 }])
  })

  it('leaves an unchanged number as it is, and strikes what a changed one replaces', async () => {
    const before = await lastEntry()
    const same: Cells = { 'unit-code': 'safety', number: '1204', 'at-least': 'yes' }
    expect(must(await enter(same))).toMatchObject({ entered: [], same: 1 })
    expect(await lastEntry()).toBe(before)
    for (const change of [{ number: '1205' }, { 'at-least': '' }, { evidence: '另一张表' }])
      expect(must(await enter({ ...same, ...change })).entered).toMatchObject([{ was: { figure: 'phone-enquiries' } }])
    expect(await lastEntry()).toBe(before + 6)
    expect(await standing(safety)).toHaveLength(2)
  })

  it.each<[string, Cells, string]>([
    ['no unit', { 'unit-code': '' }, 'unit-code unit-missing'],
    ['an unknown unit', { 'unit-code': 'nowhere' }, 'unit-code unit-unknown'],
    ['a unit out of reach', { 'unit-code': 'water' }, 'unit-code unit-out-of-reach'],
    ['the unit above', { 'unit-code': 'mc' }, 'unit-code unit-out-of-reach'],
    ['the name of another unit', { unit: 'water局' }, 'unit unit-differs'],
    ['a year before the unit was', { period: '2018' }, 'unit-code unit-not-then'],
    ['no figure', { 'figure-code': '' }, 'figure-code figure-missing'],
    ['an unknown figure', { 'figure-code': 'smiles' }, 'figure-code figure-unknown'],
    ['a counted figure', { 'figure-code': 'documents-released' }, 'figure-code figure-counted'],
    ['the name of another figure', { figure: '培训' }, 'figure figure-differs'],
    ['no period', { period: '' }, 'period period-wrong'],
    ['a period that is none', { period: '2026-Q5' }, 'period period-wrong'],
    ['a period that has not begun', { period: '2026-Q3' }, 'period period-to-come'],
    ['text for a number', { number: '十二次' }, 'number value-wrong'],
    ['a day for a number', { number: '2026-06-15' }, 'number value-wrong'],
    ['a number below zero', { number: '-3' }, 'number value-negative'],
    ['a fraction', { number: '12.5' }, 'number value-not-whole'],
    ['too many digits', { number: '9'.repeat(13) }, 'number value-wrong'],
    ['something for at least', { 'at-least': '大约' }, 'at-least at-least-unclear'],
    ['no evidence', { evidence: ' ' }, 'evidence evidence-missing'],
    ['long evidence', { evidence: '表'.repeat(501) }, 'evidence evidence-long'],
  ])('names %s by its row and column, and enters nothing', async (_, cells, problem) => {
    expect(await problems({ 'unit-code': 'safety', 'figure-code': 'trainings', ...cells })).toEqual([`2 ${problem}`])
  })

  it('tells everything that is wrong with every row at once, and what stands twice even where its number is wrong', async () => {
    const bad: Cells = { 'unit-code': 'safety', number: 'x', evidence: '' }
    expect(await problems(bad, { ...bad, number: '3' })).toEqual([
      ...['2 number value-wrong', '2 evidence evidence-missing', '3 evidence evidence-missing', '3 figure-code twice'],
    ])
  })

  it('a merged unit or period holds for the rows that it covers, and a name beside it that is another is told', async () => {
    const covered: Cells = { 'unit-code': '', period: '', 'figure-code': 'trainings', number: '2' }
    const report = must(await enter({ 'unit-code': 'water', unit: 'water局', number: '1' }, { ...covered, unit: 'water bureau' }))
    expect(report.entered.map(({ unitId }) => unitId)).toEqual([water.id, water.id])
    expect(await problems({ 'unit-code': 'safety' }, { ...covered, unit: 'water局' })).toEqual(['3 unit unit-differs'])
  })

  it('a sheet without its headings is told which it lacks', async () => {
    const [head = [], row = []] = figureRows(site, { 'unit-code': 'safety' })
    const without = [head, row].map((cells) => cells.filter((_, at) => at !== 4 && at !== 1))
    expect(await enterRows(without)).toEqual({ ok: false, refusals: [{ kind: 'no-headings', missing: ['period'] }] })
  })

  it('headings are understood in either language, under a title and in any order', async () => {
    const rows = [
      ['二〇二六年第一季度'],
      ['Evidence', '数量', 'PERIOD', 'figure code', '单位代码'],
      ['签到表', '9', '2026-Q1', 'trainings', 'mc'],
    ]
    expect(must(await enterRows(rows)).entered).toMatchObject([{ row: 3, unitId: city.id, value: 9, evidence: '签到表' }])
  })

  it('one wrong row among five thousand enters nothing, and five thousand are entered in one go', { timeout: 120_000 }, async () => {
    const archive = await givenUnit(site, { code: 'archive', sinceOn: asDay('1900-01-01') }, city)
    const codes = ['phone-enquiries', 'point-visits', 'paper-copies', 'trainings', 'complaints', 'fees-charged']
    const enough = Array.from({ length: mostRows }, (_, at): Cells => {
      const month = Math.floor(at / codes.length)
      const period = `${1940 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      return { 'unit-code': archive.code, period, 'figure-code': codes[at % codes.length] ?? '' }
    })
    const before = await lastEntry()
    const wrong = await enterRows(figureRows(site, ...enough.with(1234, { ...enough[1234], number: 'x' })))
    expect(wrong).toMatchObject({ ok: false, refusals: [{ row: 1236, problem: 'value-wrong' }] })
    expect(await enterRows(figureRows(site, ...enough, {}))).toEqual({ ok: false, refusals: [{ kind: 'too-many-rows' }] })
    expect(await lastEntry()).toBe(before)
    expect(must(await enterRows(figureRows(site, ...enough))).entered).toHaveLength(mostRows)
    expect(await lastEntry()).toBe(before + mostRows)
  })

  it('two who hand the same sheet in at once enter it once', async () => {
    const before = await lastEntry()
    const row: Cells = { 'unit-code': 'mc', 'figure-code': 'complaints', period: '2026', number: '3' }
    const reports = (await Promise.all([enter(row), enter(row)])).map(must)
    expect(reports.map(({ entered, same }) => entered.length + same)).toEqual([1, 1])
    expect(await lastEntry()).toBe(before + 1)
  })

  it('every number is as the record says', async () => {
    expect((await verifyJournal(site.database.read, { ...loaders, 'organisations.unit': recordedUnits })).findings).toEqual([])
  })
})
