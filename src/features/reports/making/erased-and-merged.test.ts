import { beforeAll, expect, test } from 'vitest'
import { givenAnnualTown, type AnnualTown } from '../../../../test/support/annual-town.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { frozenRows, givenReport, reportNow, writeReport } from '../../../../test/support/reports.ts'
import { asDay } from '../../../kernel/day.ts'
import { erasePersons } from '../../applications/index.ts'
import { closeUnit } from '../../organisations/index.ts'
import { listBehind } from '../annual/list-behind.ts'
import { fileReport } from './file-report.ts'
import type { Filing, MadeReport } from './made.ts'
import { listFiledCells } from './queries-cells.ts'
import { readMade } from './read-made.ts'

let given: AnnualTown
let report: MadeReport
let filing: Filing
let frozen: string[]

beforeAll(async () => {
  if (!hasServer) return
  given = await givenAnnualTown(['2021'])
  report = await writeReport(given, await givenReport(given, given.city))
  filing = must(await fileReport(given.site, given.cast.writer, report.id, report.version))
  frozen = await frozenRows(given.site.database.read, filing.id)
}, 240_000)

async function lengths(): Promise<[string, number][]> {
  const { made } = await readMade(given.site, await reportNow(given, report))
  const behind = await listBehind(given.site.database.read, made.form, made.scope, made.lines)
  return [...behind].map(([cell, ids]) => [cell, ids.length])
}

describeWithDatabase('a filed report', () => {
  test('stays as it was when one of its units is merged into another: what it left behind still counts', async () => {
    const { site, city, safety, water } = given
    const before = await lengths()
    must(await closeUnit(site, 'person:1', water.id, { on: asDay('2027-02-01'), reason: '机构合并', intoId: safety.id }))
    site.day = '2027-03-01'
    expect(await lengths()).toEqual(before)
    expect((await readMade(site, await reportNow(given, report))).drift).toEqual([])
    // The year of the merger counts what both did in it, and the one that ended still has a report of its own.
    const [whole, own] = [await givenReport(given, city, '2027'), await givenReport(given, water, '2027')]
    const valueOf = async (one: MadeReport, cell: string) => (await readMade(site, one)).made.report.cells[cell]
    expect(await valueOf(own, 't2/2/total')).toBeGreaterThan(0)
    expect(await valueOf(whole, 't2/2/total')).toBe(filing.content.cells['t2/4/total'])
  })

  test('stays as it was when those who asked are erased, and each number still opens as many records', async () => {
    const { site } = given
    const before = await lengths()
    site.day = '2037-02-01'
    expect(await erasePersons(site)).toBeGreaterThan(20)
    expect(await lengths()).toEqual(before)
    expect((await readMade(site, await reportNow(given, report))).drift).toEqual([])
    expect(await frozenRows(site.database.read, filing.id)).toEqual(frozen)
    for (const { cell, origin, value, ids } of await listFiledCells(site.database.read, filing.id))
      if (origin === 'counted') expect(ids?.length, cell).toBe(value)
  })
})
