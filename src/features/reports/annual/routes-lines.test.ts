import { beforeAll, expect, test } from 'vitest'
import { givenAnnualTown, type AnnualTown } from '../../../../test/support/annual-town.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { listDuties } from '../../catalogue/index.ts'
import { routes } from '../routes.ts'
import { listLineRows } from './queries-lines.ts'

let town: AnnualTown
let desk: Desk
let office: Visitor
let below: Visitor

beforeAll(async () => {
  if (!hasServer) return
  town = await givenAnnualTown()
  desk = await openDesk(town.site, routes)
  office = givenVisitor(901, ['office', town.city])
  below = givenVisitor(902, ['office', town.safety])
})

describeWithDatabase('the lines that count in table 1', () => {
  const path = '/zh/desk/reports/lines'

  test('are laid down for the whole city by its own office, and by no office below', async () => {
    const [duty] = await listDuties(town.site.database.read)
    const lines = String(duty?.id)
    expect((await desk.get(below, path)).status).toBe(403)
    expect((await desk.post(below, `${path}/licences`, { 'lines-city': lines })).status).toBe(403)
    expect((await desk.get(below, '/zh/desk/reports')).text).not.toContain('/desk/reports/lines')
    expect((await desk.get(office, '/zh/desk/reports')).text).toContain('/desk/reports/lines')
    expect((await desk.get(office, `${path}/licences`)).status).toBe(200)
    expect(await desk.post(office, `${path}/licences`, { 'lines-city': lines })).toMatchObject({
      status: 303,
      location: `${path}?done=saved`,
    })
    expect((await listLineRows(town.site.database.read)).get('licences')).toEqual([duty?.id])
  })

  test('are laid down by two at once, one after the other', async () => {
    const [first, second] = await listDuties(town.site.database.read)
    const save = (...ids: (number | undefined)[]) => desk.post(office, `${path}/penalties`, { 'lines-city': ids.map(String) })
    const saved = await Promise.all(Array.from({ length: 8 }, () => save(first?.id, second?.id)))
    expect(saved.map(({ status }) => status)).toEqual(saved.map(() => 303))
    expect((await listLineRows(town.site.database.read)).get('penalties')).toEqual([first?.id, second?.id])
  })

  test('are refused where the row or the line is none', async () => {
    const before = [...(await listLineRows(town.site.database.read))]
    for (const [row, lines] of [
      ['charges', '1'],
      ['nowhere', '1'],
      ['licences', '999999'],
    ] as const)
      expect((await desk.post(office, `${path}/${row}`, { 'lines-city': lines })).status, row).toBe(404)
    expect([...(await listLineRows(town.site.database.read))]).toEqual(before)
  })
})
