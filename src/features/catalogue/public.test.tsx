import { beforeAll, describe, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { freshSite, givenReader, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import { draw } from '../../platform/http/render.ts'
import {
  closeUnit,
  findUnitByCode,
  GuidePage,
  listUnitEvents,
  listUnits,
  renameUnit,
  UnitPage,
  UnitsPage,
  type Unit,
} from '../organisations/index.ts'
import { CataloguePage } from './pages/catalogue-page.tsx'
import { findDutyByCode, listCategories, listDuties } from './queries.ts'
import { readGuide } from './read-guide.ts'

let site: TestSite
let city: Unit
let health: Unit

describeWithDatabase('the public pages of units and catalogue', () => {
  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, {
      code: 'city',
      nameZh: '明川市人民政府',
      nameEn: 'Mingchuan City Government',
      organisationCode: '014416330',
    })
    health = await givenUnit(site, { code: 'health', nameZh: '卫生健康委', nameEn: 'Health Commission', telephone: '0999-5551234' }, city)
    await givenUnit(site, { code: 'town', kind: 'town', nameEn: 'Long Town' }, city)
    await givenDuty(site, [health], { code: 'charges', titleZh: '收费项目', titleEn: 'Charges' })
    await givenDuty(site, [health], { code: 'inner', titleZh: '内部账目', titleEn: 'Inner accounts', audience: 'staff' })
    await givenDuty(site, [health], { code: 'past', titleEn: 'Old matter', untilOn: asDay('2026-01-01') })
    await givenDuty(site, [city], { code: 'elsewhere', titleEn: 'Matter of the city' })
  })

  const catalogue = async (lang: 'zh' | 'en', rest: { unit?: Unit; counts?: Map<number, number> } = {}): Promise<string> => {
    const { read } = site.database
    const [categories, duties, units] = await Promise.all([listCategories(read), listDuties(read), listUnits(read)])
    const counts = rest.counts ?? new Map()
    return draw(
      <CataloguePage
        reader={givenReader(site, lang)}
        {...{ categories, duties, units, counts }}
        unit={rest.unit}
        documentsHref={(duty) => `/x/${duty.code}`}
      />,
    )
  }

  describe('the catalogue', () => {
    it('shows what everybody may read in both languages, and never what is for staff alone or out of force', async () => {
      const zh = await catalogue('zh')
      expect(zh).toContain('收费项目')
      expect(zh).toContain('信息形成之日起 20 个工作日内')
      expect(zh).not.toContain('内部账目')
      const en = await catalogue('en')
      expect(en).toContain('Charges')
      expect(en).not.toContain('Inner accounts')
      expect(en).not.toContain('Old matter')
    })

    it('opens every count to its documents, and links no zero', async () => {
      const charges = await findDutyByCode(site.database.read, 'charges')
      const page = await catalogue('en', { counts: new Map([[charges?.id ?? 0, 7]]) })
      expect(page).toContain('href="/x/charges"')
      expect(page).not.toContain('href="/x/elsewhere"')
    })

    it('shows for one unit only what it owes', async () => {
      const page = await catalogue('en', { unit: health })
      expect(page).toContain('Charges')
      expect(page).not.toContain('Matter of the city')
    })
  })

  describe('a guide of disclosure', () => {
    it('takes the limit and its provision from the law in force that day', async () => {
      const guide = await readGuide(site)
      const en = draw(<GuidePage reader={givenReader(site, 'en')} {...guide} />)
      expect(en).toContain('Within 20 working days of the day on which the information was formed or changed')
      expect(en).toContain('revised by State Council Order 711), art. 26')
      site.day = '2018-06-15'
      expect((await readGuide(site)).statute.basisEn).toContain('Order 492')
      site.day = '2026-06-15'
    })

    it('says in plain sight what the law asks for and is missing', async () => {
      const page = draw(<GuidePage reader={givenReader(site, 'zh')} {...await readGuide(site, 'health')} />)
      expect(page).toContain('本指南内容不完整')
      expect(page).toContain('机构职能、办公地址、办公时间、传真、电子邮箱、负责人')
      expect(page).toContain('0999-5551234')
    })

    it('counts the public lines of the unit, and shows what its index numbers look like', async () => {
      const guide = await readGuide(site, 'health')
      expect(guide.categories.map((one) => one.count)).toEqual([1])
      expect((await readGuide(site)).indexExample).toBe('014416330/2026-00001')
    })

    it('is there for no unit that does not exist', async () => {
      await expect(readGuide(site, 'nowhere')).rejects.toThrow(NotFound)
    })
  })

  describe('the pages of units', () => {
    const unitPage = async (code: string, lang: 'zh' | 'en'): Promise<string> => {
      const { read } = site.database
      const unit = await findUnitByCode(read, code)
      if (unit === undefined) throw new Error(code)
      const [units, events] = await Promise.all([listUnits(read), listUnitEvents(read, unit.id)])
      const documents = [{ indexNumber: 'A/2026-00001', title: '<b>公告</b>', publishedOn: asDay('2026-06-01') }]
      return draw(<UnitPage reader={givenReader(site, lang)} {...{ unit, units, events, documents }} duties={[]} />)
    }

    it('lists departments and towns under their government', async () => {
      const page = draw(<UnitsPage reader={givenReader(site, 'en')} units={await listUnits(site.database.read)} />)
      expect(page).toContain('Departments of Mingchuan City Government')
      expect(page).toContain('Towns of Mingchuan City Government')
      expect(page).toContain('/en/units/town')
    })

    it('escape what people wrote', async () => {
      const page = await unitPage('health', 'en')
      expect(page).toContain('&lt;b>公告')
      expect(page).toContain('/en/documents/A/2026-00001')
    })

    it('tell the old name of a renamed unit, and where the work of an ended one went', async () => {
      const unit = await givenUnit(site, { code: 'old', nameZh: '旧局', nameEn: 'Old Bureau' }, city)
      const name = {
        nameZh: '新局',
        nameEn: 'New Bureau',
        shortZh: '新局',
        shortEn: 'New',
        on: asDay('2026-02-01'),
        reason: '明编〔2026〕1号',
      }
      await renameUnit(site, 'person:1', unit.id, name)
      expect(await unitPage('old', 'zh')).toContain('更名，原名：旧局')
      await closeUnit(site, 'person:1', unit.id, { on: asDay('2026-06-14'), reason: '明编〔2026〕2号', intoId: health.id })
      const page = await unitPage('old', 'en')
      expect(page).toContain('This unit no longer exists')
      expect(page).toContain('/en/units/health')
      expect(page).not.toContain('/en/guide/old')
    })
  })
})
