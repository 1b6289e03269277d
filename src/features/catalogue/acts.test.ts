import { beforeAll, expect, it } from 'vitest'
import { givenDepartments } from '../../../test/support/catalogue.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { type TestSite } from '../../../test/support/site.ts'
import { listJobs } from '../../platform/jobs/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { recordedUnits, type Unit } from '../organisations/index.ts'
import { addCategory } from './add-category.ts'
import { dutyOf, givenCategory, givenDuty } from '../../../test/support/duty.ts'
import { recorded } from './index.ts'
import { changeDuty, layDownDuty } from './lay-down-duty.ts'
import { findDuty } from './queries.ts'

let site: TestSite
let health: Unit
let finance: Unit

describeWithDatabase('the acts of the catalogue: its lines and categories', () => {
  beforeAll(async () => {
    ;({ site, health, finance } = await givenDepartments())
  })

  it('a line laid down is owed by its units and asks for its tasks', async () => {
    const duty = await givenDuty(site, [health, finance], { code: 'laid' })
    expect(duty).toMatchObject({ code: 'laid', version: 1, unitIds: [health.id, finance.id] })
    expect((await listJobs(site.database.read, { state: 'waiting' })).map((job) => job.name)).toContain('catalogue.plan-tasks')
  })

  it('a line looser than the law is refused, and nothing of it stays behind', async () => {
    const categoryId = (await givenCategory(site, 'policies')).id
    const loose = { ...dutyOf('loose'), rule: { kind: 'within', days: 30, count: 'working', anchor: 'formation' } as const }
    const outcome = await layDownDuty(site, 'person:1', { duty: loose, categoryId, unitIds: [health.id] })
    expect(outcome).toEqual({ ok: false, refusals: ['looser-than-statute'] })
    const strict = await layDownDuty(site, 'person:1', { duty: dutyOf('loose'), categoryId, unitIds: [health.id] })
    expect(strict.ok).toBe(true)
  })

  it('a line nobody owes, in no category, under a taken code is refused with all three reasons', async () => {
    await givenDuty(site, [health], { code: 'taken' })
    const outcome = await layDownDuty(site, 'person:1', { duty: dutyOf('taken'), categoryId: 999_999, unitIds: [] })
    expect(outcome).toEqual({ ok: false, refusals: ['category-missing', 'nobody-owes', 'code-taken'] })
  })

  it('of two that lay down the same code at the same moment one is told that it is taken', async () => {
    const categoryId = (await givenCategory(site, 'policies')).id
    const form = { duty: dutyOf('twin'), categoryId, unitIds: [health.id] }
    const both = await Promise.all([layDownDuty(site, 'person:1', form), layDownDuty(site, 'person:2', form)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusals: ['code-taken'] })
  })

  it('of two editors of a line the second is refused', async () => {
    const duty = await givenDuty(site, [health], { code: 'edited' })
    const form = { duty: { ...duty, titleEn: 'Changed' }, categoryId: duty.categoryId, unitIds: [health.id] }
    const both = await Promise.all([changeDuty(site, 'person:1', duty.id, 1, form), changeDuty(site, 'person:2', duty.id, 1, form)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusals: ['edited-meanwhile'] })
    expect(await findDuty(site.database.read, duty.id)).toMatchObject({ titleEn: 'Changed', version: 2 })
  })

  it('a category below another has both in its path; a taken code or a missing parent is refused', async () => {
    const top = await givenCategory(site, 'top')
    const below = { code: 'below', parentCode: 'top', position: 1, nameZh: '下级', nameEn: 'Below' }
    const added = await addCategory(site, 'person:1', below)
    if (!added.ok) throw new Error(added.refusals.join())
    expect(added.value.path).toBe(`${top.path}${added.value.id}/`)
    expect(await addCategory(site, 'person:1', { ...below, parentCode: 'nowhere', nameEn: '' })).toEqual({
      ok: false,
      refusals: ['name-missing', 'code-taken', 'parent-missing'],
    })
  })

  it('the record vouches for every category, line and task', async () => {
    const loaders = {
      'organisations.unit': recordedUnits,
      ...recorded,
    }
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })
})
