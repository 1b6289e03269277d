import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenDuty } from '../../../../test/support/duty.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type TestSite } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { recordedUnits, type Unit } from '../../organisations/index.ts'
import { planTasks } from '../plan-tasks.ts'
import { findTask, listTasks, type StoredTask } from '../queries-tasks.ts'
import { recorded } from '../read-recorded.ts'
import { routes } from '../routes.tsx'

const rule = { kind: 'periodic', every: 'quarter', before: 10, count: 'calendar' } as const

describeWithDatabase('the material of each quarter', () => {
  let site: TestSite
  let health: Unit
  let tasks: StoredTask[]

  beforeAll(async () => {
    site = await freshSite('2026-12-15')
    const city = await givenUnit(site, { code: 'city' })
    health = await givenUnit(site, { code: 'health' }, city)
    const duty = await givenDuty(site, [health], { code: 'material', rule, audience: 'staff', sinceOn: asDay('2026-01-01') })
    await planTasks(site)
    tasks = await listTasks(site.database.read, { dutyIds: [duty.id], limit: 10 })
  })

  it('is due ten days before the quarter ends: 21 March, 20 June, 20 September, 21 December', () => {
    expect(tasks.slice(0, 4).map((task) => [task.period, task.opensOn, task.dueOn])).toEqual([
      ['2026-Q1', '2026-01-01', '2026-03-21'],
      ['2026-Q2', '2026-04-01', '2026-06-20'],
      ['2026-Q3', '2026-07-01', '2026-09-20'],
      ['2026-Q4', '2026-10-01', '2026-12-21'],
    ])
  })

  it('goes through the hands of three people on its pages, and then stands in the register as handed in', async () => {
    const desk = await openDesk(site, routes)
    const officer = givenVisitor(1, ['information-officer', health])
    const head = givenVisitor(2, ['reviewer', health])
    const both = givenVisitor(2, ['reviewer', health], ['signer', health])
    const leader = givenVisitor(3, ['signer', health])
    const id = tasks[3]?.id ?? 0
    const at = `/en/desk/materials/${id}`
    expect((await desk.get(officer, '/en/desk/materials?period=2026-Q4')).text).toContain('nothing written')
    expect((await desk.post(officer, `${at}/write`, { version: '0', words: ' ' })).text).toContain('Write what was made public.')
    expect((await desk.post(officer, `${at}/write`, { version: '0', words: 'Twelve texts' })).location).toBe(`${at}?done=write`)
    expect((await desk.post(officer, `${at}/hand-in`, { version: '1' })).text).toContain('Both signatures are needed')
    expect((await desk.post(leader, `${at}/sign-leader`, { version: '1' })).text).toContain('The department head signs first.')
    expect((await desk.post(officer, `${at}/sign-head`, { version: '1' })).status).toBe(403)
    await desk.post(head, `${at}/sign-head`, { version: '1' })
    expect((await desk.post(both, `${at}/sign-leader`, { version: '2' })).text).toContain('The second signature is somebody else')
    await desk.post(leader, `${at}/sign-leader`, { version: '2' })
    expect((await desk.post(officer, `${at}/hand-in`, { version: '3' })).location).toBe(`${at}?done=hand-in`)
    expect(await findTask(site.database.read, id)).toMatchObject({ fulfilledOn: '2026-12-15', fulfilledBy: 'handed-in' })
    expect((await desk.get(officer, '/en/desk/materials?period=2026-Q4')).text).toContain('1 of 1 handed in')
    expect((await desk.get(officer, `/en/desk/tasks/${id}`)).text).toContain('handed in to the office')
  })

  it('every row is as the record says', async () => {
    const loaders = { ...recorded, 'organisations.unit': recordedUnits }
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })
})
