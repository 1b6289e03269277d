import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenDuty } from '../../../test/support/duty.ts'
import { givenCast, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { startJobs, listJobs } from '../../platform/jobs/index.ts'
import type { Visitor } from '../../platform/http/route.ts'
import { grantPost } from '../accounts/index.ts'
import type { Unit } from '../organisations/index.ts'
import { countOpenByUnit, jobHandlers, listFindings, measureDuties, routes } from './index.ts'

describeWithDatabase('findings at the desk', { timeout: 120_000 }, () => {
  let site: TestSite
  let desk: Desk
  let cast: Cast
  let city: Unit
  let health: Unit
  let office: Visitor
  let officer: Visitor

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    city = await givenUnit(site, { code: 'mc', nameZh: '明川市人民政府' })
    health = await givenUnit(site, { code: 'health', nameZh: '市卫生健康局', nameEn: 'Health bureau' }, city)
    await givenUnit(site, { code: 'water', nameZh: '市水务局', nameEn: 'Water bureau' }, city)
    cast = await givenCast(site, health)
    await givenDuty(site, [health], { code: 'fees', titleZh: '收费标准', titleEn: '=Fees', sinceOn: asDay('2025-01-01') })
    const post = { unit: health.code, role: 'information-officer', sinceOn: site.today(), untilOn: '', reason: '' }
    must(await grantPost(site, 'system', cast.writer.personId, post))
    office = givenVisitor(cast.office.personId, ['office', city])
    officer = givenVisitor(cast.writer.personId, ['information-officer', health])
    desk = await openDesk(site, routes)
    await measureDuties(site, 'system')
  }, 120_000)

  const emptyColumn = async () =>
    (await listFindings(site.database.read, { today: site.today(), detector: 'empty-column', limit: 1 }))[0]?.id ?? 0

  it('show an officer those of the own unit, and the office those of everybody', async () => {
    const own = (await desk.get(officer, '/zh/desk/findings')).text
    expect(own).toContain('收费标准')
    expect(own).not.toContain('市水务局')
    const all = (await desk.get(office, '/en/desk/findings')).text
    expect(all).toContain('Water bureau')
    expect(all).toContain('Nobody')
    const counted = await countOpenByUnit(site.database.read, site.today())
    const found = counted.filter((one) => one.unitId === health.id).map((one) => one.detector)
    expect(found).toEqual(['empty-column', 'guide-incomplete', 'profile-incomplete'])
  })

  it('can be narrowed by unit, kind, state and day, and an empty choice says so', async () => {
    const list = async (query: string) => (await desk.get(office, `/en/desk/findings?${query}`)).text
    expect(await list('unit=health&detector=guide-incomplete')).toContain('Missing in the guide: Office address')
    expect(await list('unit=health&detector=guide-incomplete')).not.toContain('=Fees')
    expect(await list('state=closed')).toContain('No finding fits this choice')
    expect(await list('since=2026-06-16')).toContain('No finding fits this choice')
  })

  it('go on after the last one shown, in every order', async () => {
    const all = await listFindings(site.database.read, { today: site.today(), limit: 100 })
    for (const sort of ['since', 'newest', 'unit', 'detector'] as const) {
      const seen: number[] = []
      for (let after: number | undefined; ; after = seen.at(-1)) {
        const page = await listFindings(site.database.read, { today: site.today(), sort, after, limit: 2 })
        if (page.length === 0) break
        seen.push(...page.map((one) => one.id))
      }
      expect([...seen].sort((a, b) => a - b)).toEqual(all.map((one) => one.id).sort((a, b) => a - b))
    }
  })

  it('come down as a table that no spreadsheet takes for a formula', async () => {
    const { text } = await desk.get(office, '/en/desk/findings.csv?unit=health&detector=empty-column')
    expect(text.split('\n')).toHaveLength(3)
    expect(text).toContain("'=Fees,Empty column,Health bureau,Lin Xiao,2025-04-02,Open")
  })

  it('say on their page what is wrong, on which basis, who answers for it, and where it is mended', async () => {
    const { text } = await desk.get(officer, `/en/desk/findings/${await emptyColumn()}`)
    for (const said of ['Nothing stands under this line.', '国办秘函〔2019〕19号', 'Lin Xiao', '/en/desk/documents/new?duty=fees'])
      expect(text).toContain(said)
  })

  it('keep what was typed when a reason is refused, take it when it is right, and tell the public once it is accepted', async () => {
    const id = await emptyColumn()
    const refused = await desk.post(officer, `/en/desk/findings/${id}/reason`, { words: 'No fees are taken.', until: 'soon' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('No fees are taken.')
    expect(refused.text).toContain('Write the day as YYYY-MM-DD.')
    const given = await desk.post(officer, `/en/desk/findings/${id}/reason`, { words: 'No fees are taken.', until: '2026-12-31' })
    expect(given).toMatchObject({ status: 303, location: `/en/desk/findings/${id}?done=given` })
    expect((await desk.get(office, '/en/desk/findings?state=waiting')).text).toContain('=Fees')
    expect((await desk.get(undefined, '/en/catalogue/reasons')).text).toContain('No column is excused today')
    const form = { choice: 'accepted', until: '2026-09-30', remark: '' }
    expect((await desk.post(office, `/en/desk/findings/${id}/decide`, form)).status).toBe(303)
    expect((await desk.get(undefined, '/en/catalogue/reasons')).text).toContain('No fees are taken.')
    expect((await desk.get(office, '/en/desk/findings?state=justified')).text).toContain('=Fees')
    expect((await desk.get(office, '/en/desk/findings?unit=health&detector=empty-column')).text).toContain('No finding fits this choice')
  })

  it('are measured when the office asks, once however often it asks, and at night only where the day has none yet', async () => {
    for (let press = 0; press < 3; press++) expect((await desk.post(office, '/en/desk/findings/measure', {})).status).toBe(303)
    const waiting = await listJobs(site.database.read, { state: 'waiting' })
    expect(waiting.filter((job) => job.name === 'supervision.measure')).toHaveLength(1)
    expect((await desk.get(office, '/en/desk/findings')).text).toContain('Being measured now.')
    const others = { 'catalogue.plan-tasks': async () => undefined }
    const jobs = startJobs(site.database, { ...jobHandlers(site), ...others }, { now: site.now, log: site.log, pollMs: 0 })
    await jobs.runOnce()
    await jobHandlers(site)['supervision.measure-nightly']?.({} as never, {} as never)
    expect((await desk.get(office, '/en/desk/findings')).text).not.toContain('Being measured now.')
    const runs = async () => (await desk.get(office, '/en/desk/findings')).text.match(/Last measured \w+ \d+ \w+ 2026/)?.[0]
    expect(await runs()).toBe('Last measured Mon 15 Jun 2026')
    site.day = '2026-06-16'
    await jobHandlers(site)['supervision.measure-nightly']?.({} as never, {} as never)
    expect(await runs()).toBe('Last measured Tue 16 Jun 2026')
    await jobs.stop()
  })
})
