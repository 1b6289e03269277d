import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { must } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { listUnits } from '../../organisations/index.ts'
import { findSource } from '../annual/find-source.ts'
import { figures } from '../figures/all-figures.ts'
import { periodFrom } from '../figures/period.ts'
import { openRound } from '../rounds/open-round.ts'
import { routes } from '../routes.ts'
import { readOverview, type Overview } from './read-overview.ts'

let given: GivenFigures
let desk: Desk
let office: Visitor
let overview: Overview

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  desk = await openDesk(given.site, routes)
  office = givenVisitor(given.cast.office.personId, ['office', given.city])
  const asked = { kind: 'quarter', period: '2026-Q1', dueOn: asDay('2026-04-20'), words: '' } as const
  const { city, safety, water, site, cast } = given
  must(await openRound(site, cast.office.personId, { ...asked, unitId: city.id, unitIds: [safety.id, water.id] }))
  const units = await listUnits(site.database.read)
  overview = await readOverview(site, { units, unit: city, period: periodFrom('2026')!, cutOff: site.today() })
})

const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describeWithDatabase("the office's overview", () => {
  test('names every deadline of the year in its order, and who is missing', async () => {
    expect(overview.deadlines.map(({ dueOn, what, period, all, missing }) => [dueOn, what, period, all, missing.length])).toEqual([
      ['2026-01-15', 'quarter', '2025-Q4', 0, 0],
      ['2026-01-31', 'publish-department', '2025', 3, 3],
      ['2026-01-31', 'half-year', '2025-H2', 0, 0],
      ['2026-03-31', 'publish-government', '2025', 1, 1],
      ['2026-04-20', 'quarter', '2026-Q1', 2, 2],
      ['2026-07-15', 'quarter', '2026-Q2', 0, 0],
      ['2026-07-31', 'half-year', '2026-H1', 0, 0],
      ['2026-10-15', 'quarter', '2026-Q3', 0, 0],
    ])
  })

  test('says what the annual report would say today, and every counted number has a list of that length', async () => {
    const { made } = overview
    const counted = made?.cells.filter(({ origin }) => origin === 'counted') ?? []
    expect(counted.filter(({ value }) => (value ?? 0) > 0).length).toBeGreaterThan(5)
    for (const { cell, value } of counted) {
      const list = await findSource(cell, made!.lines)?.list(given.site.database.read, made!.scope, 0, 1000)
      expect([cell.address, list?.length]).toEqual([cell.address, value])
    }
    const page = await desk.get(office, '/en/desk/overview/records?cell=t2/1/total')
    expect([page.status, main(page.text).includes('/desk/applications/')]).toEqual([200, true])
    expect((await desk.get(office, '/en/desk/overview/records?cell=t9/none')).status).toBe(404)
  })

  test('shows every figure, and puts the unit that owes most first', async () => {
    expect(overview.worst.map(({ unit, overdue, late }) => [unit.code, overdue, late])).toEqual([
      ['safety', 1, 1],
      ['water', 1, 0], // what falls due today has until the end of the day
    ])
    const page = main((await desk.get(office, '/en/desk/overview')).text)
    for (const { code } of figures.filter(({ facts }) => facts !== undefined)) expect(page, code).toContain(`/desk/figures/${code}?`)
    expect(page).toContain('not asked for yet')
  })

  test('is for those who watch, in their own units', async () => {
    const clerk = givenVisitor(given.cast.writer.personId, ['information-officer', given.safety])
    expect((await desk.get(clerk, '/en/desk/overview')).status).toBe(403)
    const watcher = givenVisitor(given.cast.head.personId, ['supervisor', given.water])
    expect((await desk.get(watcher, '/en/desk/overview?unit=safety')).status).toBe(404)
    expect((await desk.get(watcher, '/en/desk/overview')).status).toBe(200)
  })
})
