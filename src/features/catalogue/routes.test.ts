import { beforeAll, expect, it } from 'vitest'
import { givenCatalogueDesk } from '../../../test/support/catalogue.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenVisitor, type Desk, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../platform/http/route.ts'
import type { Unit } from '../organisations/index.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { findDutyByCode } from './queries.ts'

let site: TestSite
let desk: Desk
let city: Unit
let health: Unit
let finance: Unit
let office: Visitor
let officer: Visitor

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

describeWithDatabase('the desk pages of the catalogue: its lines and categories', () => {
  beforeAll(async () => {
    ;({ site, desk, city, health, finance, office, officer } = await givenCatalogueDesk())
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

  it('no page shows a key instead of words', async () => {
    for (const lang of ['zh', 'en']) {
      for (const path of [
        'catalogue',
        'catalogue/duties/charges',
        'catalogue/duties/new',
        'catalogue/duties/charges/edit',
        'catalogue/categories/new',
      ]) {
        const page = await desk.get(office, `/${lang}/desk/${path}`)
        expect(page.status).toBe(200)
        expect(page.text).not.toMatch(/(catalogue|organisations|ui)\.[a-z]+\./)
      }
    }
  })
})
