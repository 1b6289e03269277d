import { beforeAll, expect, it } from 'vitest'
import { givenDepartments } from '../../../test/support/catalogue.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { recordedUnits, type Unit } from '../organisations/index.ts'
import { confirmStanding, fulfilTask } from './fulfil-task.ts'
import { standPublished } from './confirmations/stand-published.ts'
import { takeDown } from './confirmations/take-down.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { recorded } from './index.ts'
import { changeDuty } from './lay-down-duty.ts'
import { planTasks } from './plan-tasks.ts'
import { findLastPublication, findTask, listTasks } from './queries-tasks.ts'
import { registerMatter } from './register-matter.ts'

let site: TestSite
let health: Unit
let finance: Unit

const monthly = { kind: 'periodic', every: 'month', within: 10, count: 'working' } as const
const standing = { kind: 'standing', confirm: 'year', by: '03-31' } as const

describeWithDatabase('the acts of the catalogue: its tasks', () => {
  beforeAll(async () => {
    ;({ site, health, finance } = await givenDepartments())
  })

  it('tasks are laid out for every month that is owed, and a second run adds none', async () => {
    const duty = await givenDuty(site, [health, finance], { code: 'monthly', rule: monthly, sinceOn: asDay('2026-01-01') })
    expect(await planTasks(site)).toBe(16)
    expect(await planTasks(site)).toBe(0)
    const tasks = await listTasks(site.database.read, { dutyIds: [duty.id], unitIds: [health.id], limit: 100 })
    expect(tasks.map((task) => task.period)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
    ])
    expect(tasks[4]).toMatchObject({ opensOn: '2026-05-31', dueOn: '2026-06-12' })
  })

  it('two runs at once lay every task out once', async () => {
    const duty = await givenDuty(site, [health], { code: 'raced', rule: monthly, sinceOn: asDay('2026-05-01') })
    const [one, other] = await Promise.all([planTasks(site), planTasks(site)])
    expect((one ?? 0) + (other ?? 0)).toBe(4)
    expect(await listTasks(site.database.read, { dutyIds: [duty.id], limit: 100 })).toHaveLength(4)
  })

  it('a unit that is added later owes nothing of what came round before', async () => {
    const duty = await givenDuty(site, [health], { code: 'joined', rule: monthly, sinceOn: asDay('2026-01-01') })
    await planTasks(site)
    const form = { duty, categoryId: duty.categoryId, unitIds: [health.id, finance.id] }
    expect((await changeDuty(site, 'person:1', duty.id, 1, form)).ok).toBe(true)
    await planTasks(site)
    const periodsOf = async (unit: Unit) =>
      (await listTasks(site.database.read, { dutyIds: [duty.id], unitIds: [unit.id], limit: 100 })).map((task) => task.period)
    expect(await periodsOf(finance)).toEqual(['2026-06', '2026-07', '2026-08'])
    expect(await periodsOf(health)).toHaveLength(8)
  })

  it('a line that comes round in another way from now on makes nobody late for the past', async () => {
    const duty = await givenDuty(site, [health], { code: 'turned', rule: monthly, sinceOn: asDay('2026-01-01') })
    const quarterly = { ...monthly, every: 'quarter' } as const
    await changeDuty(site, 'person:1', duty.id, 1, {
      duty: { ...duty, rule: quarterly },
      categoryId: duty.categoryId,
      unitIds: [health.id],
    })
    await planTasks(site)
    expect((await listTasks(site.database.read, { dutyIds: [duty.id], limit: 100 })).map((task) => task.period)).toEqual(['2026-Q2'])
  })

  it('a matter registered starts its clock on the day it was formed', async () => {
    const duty = await givenDuty(site, [health], { code: 'event' })
    const outcome = await registerMatter(site, 'person:1', {
      dutyId: duty.id,
      unitId: health.id,
      matter: ' 办法印发 ',
      formedOn: asDay('2025-09-15'),
    })
    expect(outcome).toMatchObject({
      ok: true,
      value: { period: 'event-1', matter: '办法印发', opensOn: '2025-09-15', dueOn: '2025-10-17' },
    })
  })

  it('two matters registered at once get different numbers', async () => {
    const duty = await givenDuty(site, [health], { code: 'two-at-once' })
    const matter = (words: string) => ({ dutyId: duty.id, unitId: health.id, matter: words, formedOn: asDay('2026-06-10') })
    const many = await Promise.all(['甲', '乙', '丙', '丁'].map((words) => registerMatter(site, 'person:1', matter(words))))
    expect(many.map((one) => (one.ok ? one.value.period : '')).sort()).toEqual(['event-1', 'event-2', 'event-3', 'event-4'])
  })

  it('the same form sent twice registers one matter', async () => {
    const duty = await givenDuty(site, [health], { code: 'double-click' })
    const matter = { dutyId: duty.id, unitId: health.id, matter: '通知印发', formedOn: asDay('2026-06-10') }
    const both = await Promise.all([registerMatter(site, 'person:1', matter), registerMatter(site, 'person:1', matter)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusals: ['registered-already'] })
  })

  it('a matter is refused with every reason', async () => {
    const duty = await givenDuty(site, [health], { code: 'refusing', sinceOn: asDay('2026-06-01') })
    const outcome = await registerMatter(site, 'person:1', {
      dutyId: duty.id,
      unitId: finance.id,
      matter: '',
      formedOn: asDay('2026-05-31'),
    })
    expect(outcome).toEqual({ ok: false, refusals: ['matter-missing', 'not-in-force', 'not-owed'] })
    const future = await registerMatter(site, 'person:1', {
      dutyId: duty.id,
      unitId: health.id,
      matter: '未来',
      formedOn: asDay('2026-06-16'),
    })
    expect(future).toEqual({ ok: false, refusals: ['formed-in-future'] })
  })

  it('the first publication fulfils a task and a later one changes nothing', async () => {
    const duty = await givenDuty(site, [health], { code: 'fulfilled' })
    const outcome = await registerMatter(site, 'person:1', {
      dutyId: duty.id,
      unitId: health.id,
      matter: '通知',
      formedOn: asDay('2026-06-01'),
    })
    if (!outcome.ok) throw new Error(outcome.refusals.join())
    const { id } = outcome.value
    await site.database.transaction((db) => fulfilTask(site, db, 'person:2', id, 'A/2026-00001', asDay('2026-06-10')))
    await site.database.transaction((db) => fulfilTask(site, db, 'person:2', id, 'A/2026-00002', asDay('2026-06-12')))
    expect(await findTask(site.database.read, id)).toMatchObject({ fulfilledOn: '2026-06-10', fulfilledBy: 'A/2026-00001' })
    expect(await findLastPublication(site.database.read, duty.id, health.id)).toBe('A/2026-00001')
  })

  it('what stands published is confirmed once a year, and only where something was published', async () => {
    const duty = await givenDuty(site, [health], { code: 'standing', rule: standing, sinceOn: asDay('2025-01-01') })
    await planTasks(site)
    const [first, second] = await listTasks(site.database.read, { dutyIds: [duty.id], limit: 2 })
    if (first === undefined || second === undefined) throw new Error('no task')
    expect(await confirmStanding(site, 'person:1', second.id, true)).toEqual({ ok: false, refusals: ['nothing-published'] })
    await site.database.transaction((db) => fulfilTask(site, db, 'person:2', first.id, 'A/2025-00009', asDay('2025-03-10')))
    expect(await confirmStanding(site, 'person:1', second.id, false)).toEqual({ ok: false, refusals: ['not-looked'] })
    expect((await confirmStanding(site, 'person:1', second.id, true)).ok).toBe(true)
    expect(await confirmStanding(site, 'person:1', second.id, true)).toEqual({ ok: false, refusals: ['done-already'] })
    expect(await findLastPublication(site.database.read, duty.id, health.id)).toBe('A/2025-00009')
  })

  it('what was taken down cannot be confirmed, until another text stands in its place', async () => {
    const duty = await givenDuty(site, [health], { code: 'down', rule: standing, sinceOn: asDay('2025-01-01') })
    await planTasks(site)
    const [, second] = await listTasks(site.database.read, { dutyIds: [duty.id], limit: 2 })
    if (second === undefined) throw new Error('no task')
    const publish = (indexNumber: string) =>
      site.database.transaction((db) => standPublished(site, db, 'person:2', { dutyId: duty.id, unitId: health.id, indexNumber }))
    await publish('A/2025-00010')
    await site.database.transaction((db) => takeDown(site, db, 'person:2', 'A/2025-00010'))
    expect(await confirmStanding(site, 'person:1', second.id, true)).toEqual({ ok: false, refusals: ['taken-down'] })
    await publish('A/2026-00011')
    expect((await confirmStanding(site, 'person:1', second.id, true)).ok).toBe(true)
  })

  it('tasks come in pages by due day without a gap or a repetition, in both directions', async () => {
    const everything = await listTasks(site.database.read, { limit: 1000 })
    for (const isLatestFirst of [false, true]) {
      const seen: number[] = []
      for (let after: { dueOn: (typeof everything)[number]['dueOn']; id: number } | undefined; ;) {
        const page = await listTasks(site.database.read, { limit: 7, isLatestFirst, after })
        seen.push(...page.map((task) => task.id))
        after = page.at(-1)
        if (page.length < 7) break
      }
      expect(seen).toEqual((isLatestFirst ? [...everything].reverse() : everything).map((task) => task.id))
    }
  })

  it('the record vouches for every category, line and task', async () => {
    const loaders = {
      'organisations.unit': recordedUnits,
      ...recorded,
    }
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })
})
