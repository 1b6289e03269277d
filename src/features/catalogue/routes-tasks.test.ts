import { beforeAll, expect, it } from 'vitest'
import { givenCatalogueDesk } from '../../../test/support/catalogue.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { type Desk, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import type { Visitor } from '../../platform/http/route.ts'
import type { Unit } from '../organisations/index.ts'
import { fulfilTask } from './fulfil-task.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { planTasks } from './plan-tasks.ts'
import { listTasks } from './queries-tasks.ts'
import { registerMatter } from './register-matter.ts'

let site: TestSite
let desk: Desk
let health: Unit
let finance: Unit
let office: Visitor
let officer: Visitor
let stranger: Visitor

describeWithDatabase('the desk pages of the catalogue: its tasks', () => {
  beforeAll(async () => {
    ;({ site, desk, health, finance, office, officer, stranger } = await givenCatalogueDesk())
  })

  it('a matter shows its due day before it is registered, then is registered once', async () => {
    await givenDuty(site, [health], { code: 'event', titleEn: 'Notices' })
    const matter = { duty: 'event', unit: 'health', matter: 'Notice 12', formedOn: '2025-09-15' }
    const preview = await desk.post(officer, '/en/desk/tasks/register', { ...matter, step: 'preview' })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('Fri 17 Oct 2025')
    expect(preview.text).toContain('value="Notice 12"')
    const saved = await desk.post(officer, '/en/desk/tasks/register', matter)
    expect(saved.location).toMatch(/^\/en\/desk\/tasks\/\d+\?done=registered$/)
    const page = await desk.get(officer, saved.location ?? '')
    expect(page.text).toContain('Notices · Notice 12')
    expect(page.text).toContain('make-up working day')
    expect((await desk.post(officer, '/en/desk/tasks/register', matter)).text).toContain('registered for this unit and day already')
    expect((await desk.post(stranger, '/en/desk/tasks/register', matter)).status).toBe(403)
  })

  it('only what waits for an event can be registered', async () => {
    await givenDuty(site, [health], {
      code: 'round',
      titleEn: 'Comes round',
      rule: { kind: 'periodic', every: 'month', within: 10, count: 'working' },
    })
    const page = await desk.get(officer, '/en/desk/tasks/register')
    expect(page.text).not.toContain('Comes round')
    expect(
      (await desk.post(officer, '/en/desk/tasks/register', { duty: 'round', unit: 'health', matter: 'x', formedOn: '2026-06-01' })).status,
    ).toBe(422)
  })

  it('the list of tasks shows what is in reach, by state and month, fifty at a time', async () => {
    const duty = await givenDuty(site, [finance], { code: 'many', titleEn: 'Many' })
    for (let n = 1; n <= 60; n++) {
      await registerMatter(site, 'person:3', { dutyId: duty.id, unitId: finance.id, matter: `Matter-${n}`, formedOn: asDay('2026-06-10') })
    }
    const first = await desk.get(stranger, '/en/desk/tasks')
    expect(first.text.match(/Matter-\d+/g)).toHaveLength(50)
    expect(first.text).not.toContain('Notice 12')
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
    const rest = await desk.get(stranger, next ?? '')
    expect(rest.text.match(/Matter-\d+/g)).toHaveLength(10)
    expect((await desk.get(stranger, '/en/desk/tasks?month=2025-10')).text).toContain('There is nothing here.')
    expect((await desk.get(officer, '/en/desk/tasks?view=overdue&month=2025-10')).text).toContain('Notice 12')
    expect((await desk.get(officer, '/en/desk/tasks?unit=finance')).text).toContain('There is nothing here.')
    expect((await desk.get(officer, "/en/desk/tasks?after=2026-01-01_1;drop&month=x'&view=all")).status).toBe(200)
    for (const far of ['month=9999-12', 'month=0000-01', 'after=9999-12-31_1'])
      expect([far, (await desk.get(officer, `/en/desk/tasks?${far}`)).status]).toEqual([far, 200])
  })

  it('a standing matter is confirmed where something of it has been published', async () => {
    const duty = await givenDuty(site, [health], {
      code: 'standing',
      rule: { kind: 'standing', confirm: 'year', by: '03-31' },
      sinceOn: asDay('2025-01-01'),
    })
    await planTasks(site)
    const [first, second] = await listTasks(site.database.read, { dutyIds: [duty.id], limit: 2 })
    if (first === undefined || second === undefined) throw new Error('two years of tasks were expected')
    expect((await desk.post(officer, `/en/desk/tasks/${second.id}/confirm`, {})).text).toContain(
      'Nothing has been published under this matter yet.',
    )
    await site.database.transaction((db) => fulfilTask(site, db, 'person:9', first.id, 'A/2025-00001', asDay('2025-03-01')))
    expect((await desk.get(officer, `/en/desk/tasks/${second.id}`)).text).toContain('A/2025-00001')
    expect((await desk.post(officer, `/en/desk/tasks/${second.id}/confirm`, {})).text).toContain('Open it, look, and tick')
    expect((await desk.post(officer, `/en/desk/tasks/${second.id}/confirm`, { looked: 'yes' })).location).toBe(
      `/en/desk/tasks/${second.id}?done=confirmed`,
    )
    expect((await desk.get(officer, `/zh/desk/tasks/${second.id}`)).text).toContain('确认现有内容准确')
  })

  it.each(['0', '999999', 'x', '1%27', '99999999999999999999'])('there is no task %s', async (id) => {
    expect((await desk.get(officer, `/en/desk/tasks/${id}`)).status).toBe(404)
  })

  it('no page shows a key instead of words', async () => {
    const [task] = await listTasks(site.database.read, { limit: 1 })
    for (const lang of ['zh', 'en']) {
      for (const path of ['tasks?view=all', `tasks/${task?.id}`]) {
        const page = await desk.get(office, `/${lang}/desk/${path}`)
        expect(page.status).toBe(200)
        expect(page.text).not.toMatch(/(catalogue|organisations|ui)\.[a-z]+\./)
      }
      const register = await desk.get(officer, `/${lang}/desk/tasks/register?duty=event`)
      expect(register.text).not.toMatch(/(catalogue|organisations|ui)\.[a-z]+\./)
    }
  })
})
