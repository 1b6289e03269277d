import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../test/support/site.ts'
import type { Visitor } from '../../platform/http/route.ts'
import { findUnitByCode } from './queries.ts'
import { routes } from './routes.tsx'
import { profileKeys, type Unit } from './unit.ts'

let site: TestSite
let desk: Desk
let city: Unit
let health: Unit
let office: Visitor
let officer: Visitor
let stranger: Visitor

/** The form of a profile with one field filled in. */
function form(version: number, typed: Record<string, string>): Record<string, string> {
  return { version: String(version), ...Object.fromEntries(profileKeys.map((key) => [key, ''])), ...typed }
}

describeWithDatabase('the desk pages of units', () => {
  beforeAll(async () => {
    site = await freshSite()
    city = await givenUnit(site, { code: 'city', nameZh: '明川市人民政府', nameEn: 'Mingchuan City Government' })
    health = await givenUnit(site, { code: 'health', nameZh: '卫生健康委', nameEn: 'Health Commission' }, city)
    const finance = await givenUnit(site, { code: 'finance', nameZh: '财政局', nameEn: 'Finance Bureau' }, city)
    office = givenVisitor(1, ['office', city])
    officer = givenVisitor(2, ['information-officer', health])
    stranger = givenVisitor(3, ['information-officer', finance])
    desk = await openDesk(site, routes)
  })

  it('the tree shows an officer the own unit with what is missing, and nobody else', async () => {
    const page = await desk.get(officer, '/en/desk/units')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Health Commission')
    expect(page.text).toContain('missing: Functions, Office address')
    expect(page.text).not.toContain('Finance Bureau')
  })

  it('the tree can be searched, and says so when nothing fits', async () => {
    expect((await desk.get(office, '/zh/desk/units?q=%E8%B4%A2%E6%94%BF')).text).toContain('财政局')
    expect((await desk.get(office, '/en/desk/units?q=nothing-like-it')).text).toContain('No unit fits these filters.')
    expect((await desk.get(office, "/en/desk/units?q='%20or%201=1--")).text).toContain('No unit fits these filters.')
  })

  it('a page of a unit tells its gaps, history and record in words', async () => {
    const page = await desk.get(office, '/zh/desk/units/health')
    expect(page.text).toContain('公开指南依法应当载明的内容暂缺')
    expect(page.text).toContain('系统自动')
    expect(page.text).toContain('新增单位')
  })

  it('another unit is closed to an officer, and an unknown one is not found', async () => {
    expect((await desk.get(stranger, '/en/desk/units/health')).status).toBe(403)
    expect((await desk.get(office, '/en/desk/units/nowhere')).status).toBe(404)
  })

  it('a profile is saved and the reader is told', async () => {
    const saved = await desk.post(
      officer,
      '/en/desk/units/health/profile',
      form(1, { telephone: '0999-5551234', functionsZh: '<script>alert(1)</script>' }),
    )
    expect(saved).toMatchObject({ status: 303, location: '/en/desk/units/health?done=saved' })
    const page = await desk.get(officer, saved.location ?? '')
    expect(page.text).toContain('The profile is saved.')
    expect(page.text).toContain('0999-5551234')
    expect(page.text).not.toContain('<script>alert')
  })

  it('a wrong profile keeps everything that was typed and says what to mend', async () => {
    const page = await desk.post(officer, '/en/desk/units/health/profile', form(2, { email: 'nobody', addressEn: '7 Long Street' }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Write one e-mail address')
    expect(page.text).toContain('7 Long Street')
    expect(page.text).toContain('href="#email"')
  })

  it('the second of two editors sees both texts, loses nothing, and can save over the first knowingly', async () => {
    await desk.post(office, '/en/desk/units/health/profile', form(2, { telephone: '0999-1111111' }))
    const second = await desk.post(
      officer,
      '/en/desk/units/health/profile',
      form(2, { telephone: '0999-2222222', hoursEn: 'Nine to five' }),
    )
    expect(second.status).toBe(409)
    expect(second.text).toContain('0999-1111111')
    expect(second.text).toContain('value="0999-2222222"')
    expect(second.text).toContain('value="Nine to five"')
    expect(second.text).toContain('name="version" value="3"')
    expect((await findUnitByCode(site.database.read, 'health'))?.telephone).toBe('0999-1111111')
    const third = await desk.post(officer, '/en/desk/units/health/profile', form(3, { telephone: '0999-2222222', hoursEn: 'Nine to five' }))
    expect(third.status).toBe(303)
    expect(await findUnitByCode(site.database.read, 'health')).toMatchObject({
      telephone: '0999-2222222',
      hoursEn: 'Nine to five',
      version: 4,
    })
  })

  it('the office adds a unit, renames it and closes it; an officer may do none of it', async () => {
    const draft = {
      parent: 'city',
      nameZh: '数据局',
      nameEn: 'Data Bureau',
      kind: 'department',
      level: 'city',
      code: 'data',
      on: '2026-01-01',
    }
    expect((await desk.post(officer, '/en/desk/units/new', draft)).status).toBe(403)
    site.day = '2026-05-20'
    expect((await desk.post(office, '/en/desk/units/new', draft)).location).toBe('/en/desk/units/data?done=added')
    site.day = '2026-06-15'
    const renamed = { nameZh: '数据管理局', nameEn: 'Data Office', on: '2026-06-01', reason: 'Order 5' }
    expect((await desk.post(office, '/en/desk/units/data/rename', renamed)).location).toBe('/en/desk/units/data?done=renamed')
    const page = await desk.get(office, '/en/desk/units/data')
    expect(page.text).toContain('renamed; before: Data Bureau')
    expect(page.text).toContain('The organisation changed after this profile was last checked.')
    const closed = { into: 'health', on: '2026-06-14', reason: 'Order 6' }
    expect((await desk.post(office, '/en/desk/units/data/close', closed)).location).toBe('/en/desk/units/data?done=closed')
    expect((await desk.get(office, '/en/desk/units/data')).text).toContain('merged into')
  })

  it.each([
    ['new', { parent: 'city', nameZh: '', nameEn: 'Half', code: 'HEALTH', on: 'soon', kind: 'ministry' }, 422],
    ['new', { parent: 'nowhere', nameZh: '某', nameEn: 'Some', code: 'some', on: '2026-01-01' }, 404],
    ['health/rename', { nameZh: '', nameEn: '', on: '2026-02-30', reason: '' }, 422],
    ['health/close', { into: 'nowhere', on: '2026-06-15', reason: 'gone' }, 422],
  ])('a form of %s that makes no sense changes nothing', async (path, typed, status) => {
    const before = await findUnitByCode(site.database.read, 'health')
    expect((await desk.post(office, `/en/desk/units/${path}`, typed)).status).toBe(status)
    expect(await findUnitByCode(site.database.read, 'health')).toEqual(before)
  })

  it('no page shows a key instead of words', async () => {
    for (const lang of ['zh', 'en']) {
      for (const path of ['', '/health', '/health/profile', '/health/rename', '/health/close', '/new?parent=city']) {
        const page = await desk.get(office, `/${lang}/desk/units${path}`)
        expect(page.status).toBe(200)
        expect(page.text).not.toMatch(/(organisations|ui)\.[a-z]+\./)
      }
    }
  })
})
