import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import type { Visitor } from '../../platform/http/route.ts'
import type { Unit } from '../organisations/index.ts'
import { fulfilTask } from './fulfil-task.ts'
import { givenCategory, givenDuty } from '../../../test/support/duty.ts'
import { planTasks } from './plan-tasks.ts'
import { findDutyByCode } from './queries.ts'
import { listTasks } from './queries-tasks.ts'
import { registerMatter } from './register-matter.ts'
import { routes } from './routes.tsx'

let site: TestSite
let desk: Desk
let city: Unit
let health: Unit
let finance: Unit
let office: Visitor
let officer: Visitor
let stranger: Visitor

const typed = {
  ...{
    category: 'policies',
    code: 'charges',
    titleZh: '行政事业性收费',
    titleEn: 'Administrative charges',
    basisZh: '条例第二十条第（八）项',
  },
  ...{
    kind: 'within',
    withinDays: '15',
    withinCount: 'working',
    withinAnchor: 'change',
    audience: 'society',
    mode: 'proactive',
    required: 'yes',
  },
  ...{ sinceOn: '2026-01-01', untilOn: '', channels: ['portal', 'notice-board'], levels: ['city'], units: ['health', 'finance'] },
}

describeWithDatabase('the desk pages of the catalogue', () => {
  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, { code: 'city' })
    health = await givenUnit(site, { code: 'health', nameEn: 'Health Commission' }, city)
    finance = await givenUnit(site, { code: 'finance', nameEn: 'Finance Bureau' }, city)
    await givenUnit(site, { code: 'town-a', kind: 'town' }, city)
    await givenUnit(site, { code: 'town-b', kind: 'town' }, city)
    await givenCategory(site, 'policies')
    office = givenVisitor(1, ['office', city])
    officer = givenVisitor(2, ['information-officer', health])
    stranger = givenVisitor(3, ['information-officer', finance])
    desk = await openDesk(site, routes)
  })

  it('a line is laid down from the form and shown with all its columns', async () => {
    const saved = await desk.post(office, '/en/desk/catalogue/duties/new', typed)
    expect(saved.location).toBe('/en/desk/catalogue/duties/charges?done=laid-down')
    const page = await desk.get(office, '/zh/desk/catalogue/duties/charges')
    for (const words of [
      '信息变更之日起 15 个工作日内',
      '条例第二十条第（八）项',
      '政府网站、社区／企事业单位／村公示栏（电子屏）',
      '全社会',
      '主动公开',
    ]) {
      expect(page.text).toContain(words)
    }
    expect(await findDutyByCode(site.database.read, 'charges')).toMatchObject({ unitIds: [health.id, finance.id] })
  })

  it('a looser rule is refused with the provision, and everything typed is kept', async () => {
    const page = await desk.post(office, '/en/desk/catalogue/duties/new', { ...typed, code: 'loose', withinDays: '30' })
    expect(page.status).toBe(422)
    expect(page.text).toContain(
      'This is looser than the law, which allows at most 20 working days (Regulations on Open Government Information',
    )
    expect(page.text).toContain('art. 26')
    expect(page.text).toContain('value="30"')
    expect(page.text).toContain('value="Administrative charges"')
    expect(await findDutyByCode(site.database.read, 'loose')).toBeUndefined()
  })

  it.each([
    [{ withinDays: 'many' }, 'Write a whole number of days'],
    [{ withinDays: '1e1' }, 'Write a whole number of days'],
    [{ kind: 'standing', standingBy: '02-30' }, 'Write month and day as 03-31'],
    [{ sinceOn: 'soon' }, 'Write a day as year-month-day.'],
    [{ units: [], groups: [] }, 'Choose at least one unit that owes it.'],
    [{ units: ['nowhere'] }, 'Choose at least one unit that owes it.'],
    [{ category: 'nowhere' }, 'Choose a category.'],
    [{ channels: ["'; drop table catalogue.duty; --"] }, 'Choose at least one channel.'],
  ])('a line with %j is refused beside its field', async (change, words) => {
    const page = await desk.post(office, '/en/desk/catalogue/duties/new', { ...typed, code: 'odd', ...change })
    expect(page.status).toBe(422)
    expect(page.text).toContain(words)
    expect(await findDutyByCode(site.database.read, 'odd')).toBeUndefined()
  })

  it('a whole group of units is chosen with one tick', async () => {
    const grouped = { ...typed, code: 'grouped', units: [], groups: [`${city.id}:town`] }
    expect((await desk.post(office, '/en/desk/catalogue/duties/new', grouped)).status).toBe(303)
    expect((await findDutyByCode(site.database.read, 'grouped'))?.unitIds).toHaveLength(2)
  })

  it('the second of two editors sees the differences in words and can save over them knowingly', async () => {
    await givenDuty(site, [health], { code: 'edited', titleEn: 'As it was' })
    const edit = (version: number, change: object) =>
      desk.post(office, '/en/desk/catalogue/duties/edited/edit', { ...typed, version: String(version), units: ['health'], ...change })
    expect((await edit(1, { titleEn: 'First', withinDays: '10' })).status).toBe(303)
    const second = await edit(1, { titleEn: 'Second', kind: 'at-once' })
    expect(second.status).toBe(409)
    for (const words of [
      'First',
      'value="Second"',
      'within 10 working days after the information changes',
      'at once',
      'name="version" value="2"',
    ]) {
      expect(second.text).toContain(words)
    }
    expect(await findDutyByCode(site.database.read, 'edited')).toMatchObject({ titleEn: 'First', version: 2 })
    expect((await edit(2, { titleEn: 'Second', kind: 'at-once' })).status).toBe(303)
    expect(await findDutyByCode(site.database.read, 'edited')).toMatchObject({ titleEn: 'Second', rule: { kind: 'at-once' } })
  })

  it('a line may be changed only by whoever answers for every unit that owes it', async () => {
    await givenDuty(site, [health, finance], { code: 'shared' })
    await givenDuty(site, [health], { code: 'own' })
    const healthOffice = givenVisitor(4, ['office', health])
    expect((await desk.get(healthOffice, '/en/desk/catalogue/duties/own/edit')).status).toBe(200)
    expect((await desk.get(healthOffice, '/en/desk/catalogue/duties/shared/edit')).status).toBe(403)
    expect((await desk.get(healthOffice, '/en/desk/catalogue/duties/shared')).text).not.toContain('/edit"')
    expect((await desk.get(officer, '/en/desk/catalogue/duties/own/edit')).status).toBe(403)
    expect((await desk.get(office, '/en/desk/catalogue/duties/nowhere/edit')).status).toBe(404)
  })

  it('nobody can lay a line on a unit out of reach', async () => {
    const healthOffice = givenVisitor(4, ['office', health])
    const page = await desk.post(healthOffice, '/en/desk/catalogue/duties/new', { ...typed, code: 'reaching', units: ['finance'] })
    expect(page.status).toBe(422)
  })

  it('the catalogue is filtered by unit, audience, mode and words', async () => {
    await givenDuty(site, [finance], { code: 'inner', titleEn: 'Inner accounts', audience: 'staff', isRequired: false })
    const shows = async (query: string) => (await desk.get(office, `/en/desk/catalogue?${query}`)).text.includes('Inner accounts')
    expect(await shows('audience=staff')).toBe(true)
    expect(await shows('audience=society')).toBe(false)
    expect(await shows('unit=health')).toBe(false)
    expect(await shows('required=no&q=inner')).toBe(true)
    expect((await desk.get(office, '/en/desk/catalogue?unit=nowhere')).text).toContain('No matter fits these filters.')
  })

  it('a category is added, or refused with what was typed', async () => {
    const category = { parent: 'policies', code: 'orders', nameZh: '通知', nameEn: 'Orders' }
    expect((await desk.post(office, '/en/desk/catalogue/categories/new', category)).location).toBe('/en/desk/catalogue?done=category')
    const again = await desk.post(office, '/en/desk/catalogue/categories/new', category)
    expect(again.status).toBe(422)
    expect(again.text).toContain('Another category has this code.')
    expect(again.text).toContain('value="Orders"')
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
    const paths = [
      'catalogue',
      'catalogue/duties/charges',
      'catalogue/duties/new',
      'catalogue/duties/charges/edit',
      'catalogue/categories/new',
      'tasks?view=all',
      `tasks/${task?.id}`,
    ]
    for (const lang of ['zh', 'en']) {
      for (const path of paths) {
        const page = await desk.get(office, `/${lang}/desk/${path}`)
        expect(page.status).toBe(200)
        expect(page.text).not.toMatch(/(catalogue|organisations|ui)\.[a-z]+\./)
      }
      const register = await desk.get(officer, `/${lang}/desk/tasks/register?duty=event`)
      expect(register.text).not.toMatch(/(catalogue|organisations|ui)\.[a-z]+\./)
    }
  })
})
