import { beforeAll, expect, test, vi } from 'vitest'
import { givenAnnualTown, type AnnualTown } from '../../../../test/support/annual-town.ts'
import { registrationOf } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { givenReport, reportNow, writeReport } from '../../../../test/support/reports.ts'
import { asDay } from '../../../kernel/day.ts'
import { registerApplication } from '../../applications/index.ts'
import { fileReport } from './file-report.ts'
import { listFiledCells } from './queries-cells.ts'

const between = vi.hoisted(() => ({ happens: async () => undefined as void }))

// Somebody else's connection writes before the records behind the cells are read, and after.
vi.mock('../annual/list-behind.ts', async (original) => {
  const { listBehind } = await original<typeof import('../annual/list-behind.ts')>()
  return {
    listBehind: async (...asked: Parameters<typeof listBehind>) => {
      await between.happens()
      const behind = await listBehind(...asked)
      await between.happens()
      return behind
    },
  }
})

let given: AnnualTown

beforeAll(async () => {
  if (hasServer) given = await givenAnnualTown(['2021'])
}, 240_000)

const arrive = async () => {
  const arrival = { channel: 'counter', arrivedOn: asDay('2026-12-28') } as const
  must(await registerApplication(given.site, given.cast.writer, registrationOf({ arrival })))
}

describeWithDatabase('a case that is registered while a report is being filed', { timeout: 240_000 }, () => {
  test('is behind its number or is not, and the number is as long as its list', async () => {
    const report = await writeReport(given, await givenReport(given, given.city))
    between.happens = arrive
    const filing = must(await fileReport(given.site, given.cast.writer, report.id, (await reportNow(given, report)).version))
    between.happens = async () => undefined
    const cells = await listFiledCells(given.site.database.read, filing.id)
    const counted = cells.filter(({ origin }) => origin === 'counted')
    expect(counted.length).toBeGreaterThan(20)
    for (const { cell, value, ids } of counted) expect([cell, ids?.length]).toEqual([cell, value])
    for (const { cell, value } of cells) expect([cell, filing.content.cells[cell]]).toEqual([cell, value])
  })
})
