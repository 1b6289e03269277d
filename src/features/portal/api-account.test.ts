import { beforeAll, expect, test } from 'vitest'
import { givenFigures, type GivenFigures } from '../../../test/support/figures.ts'
import { givenPublishedReport } from '../../../test/support/annual-samples.ts'
import { describeWithDatabase, hasServer } from '../../../test/support/database.ts'
import { must } from '../../../test/support/given.ts'
import { openDesk, type Desk } from '../../../test/support/site.ts'
import { annualForms, breachesIn, enterFigure, periodFrom, readReport, routes as reportRoutes } from '../reports/index.ts'
import { routes } from './routes.ts'

let given: GivenFigures
let desk: Desk

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  const entry = { unitId: given.water.id, figure: 'phone-enquiries', span: periodFrom('2026-Q1'), value: '1,204', evidence: '登记表' }
  must(await enterFigure(given.site, given.cast.writer, { ...entry, isAtLeast: true, decimals: 0 }))
  await givenPublishedReport(given.site, given.cast, given.water, '2025')
  desk = await openDesk(given.site, [...routes, ...reportRoutes])
}, 240_000)

interface Figures {
  unit: string | null
  items: { code: string; origin: string; value: number | null; isAtLeast: boolean; records: string | null; url: string; nameZh: string }[]
}
interface Records {
  items: { isInner: boolean; label: string | null; on: string; unit: string | null; url: string | null }[]
  total: number
  next: string | null
}

async function get<T>(url: string): Promise<T> {
  const { status, text } = await desk.get(undefined, url)
  expect(status, url).toBe(200)
  return JSON.parse(text) as T
}
const within = (address: string): string => new URL(address).pathname + new URL(address).search

describeWithDatabase('the account in the API', { timeout: 120_000 }, () => {
  test('tells every figure, and behind each that is counted lie as many records as it says, page by page', async () => {
    const { items } = await get<Figures>('/api/v1/figures?period=2026')
    expect(items.filter(({ origin }) => origin === 'counted').length).toBeGreaterThan(20)
    for (const { code, value, records, url, nameZh } of items) {
      expect((await desk.get(undefined, `/zh${within(url)}`)).text, code).toContain(nameZh)
      let read = 0
      for (let next = records === null ? null : `${records}&limit=2`; next !== null;) {
        const page: Records = await get(within(next))
        expect([page.total, page.items.length <= 2], code).toEqual([value, true])
        read += page.items.length
        next = page.next
      }
      if (records !== null) expect(read, code).toBe(value)
    }
  })

  test('says of an application its month and its outcome, and of a unit no figure of applications', async () => {
    for (const code of ['applications-received', 'applications-concluded', 'reconsiderations'])
      for (const asked of ['', '?unit=water', '?unit=nobody']) {
        const { items } = await get<Records>(`/api/v1/figures/${code}/records${asked}`)
        expect(items.length).toBeGreaterThan(0)
        for (const { isInner, label, on, unit, url } of items) {
          expect([isInner, label, unit, url]).toEqual([true, null, null, null])
          expect(on).toMatch(/^\d{4}-\d{2}$/)
        }
      }
    const { unit, items } = await get<Figures>('/api/v1/figures?unit=water')
    expect([unit, items.some(({ code }) => /^(applications|reconsiderations|suits)/.test(code))]).toEqual(['water', false])
  })

  test('names nothing that only those who work here may know', async () => {
    const texts = await Promise.all(
      ['documents-entered', 'documents-released', 'tasks-due', 'lines'].map((code) =>
        desk.get(undefined, `/api/v1/figures/${code}/records`),
      ),
    )
    for (const canary of given.canaries) expect(texts.map(({ text }) => text).join()).not.toContain(canary)
    const { items } = await get<Records>('/api/v1/figures/documents-released/records')
    expect(items.some(({ label, url }) => label !== null && url?.endsWith(label))).toBe(true)
  })

  test('marks a number that was entered by hand, without records', async () => {
    const { items } = await get<Figures>('/api/v1/figures?period=2026-Q1')
    expect(items.find(({ code }) => code === 'phone-enquiries')).toMatchObject({
      ...{ origin: 'by-hand', value: 1204, isAtLeast: true, records: null },
    })
    expect(items.find(({ code }) => code === 'complaints')).toMatchObject({ origin: 'none', value: null })
    expect((await desk.get(undefined, '/api/v1/figures/phone-enquiries/records')).status).toBe(404)
  })

  test('refuses what it cannot use and does not know what is not there', async () => {
    for (const path of ['figures?period=soon', 'figures?unit=%00', 'figures/lines/records?limit=0', 'figures/lines/records?after=x'])
      expect((await desk.get(undefined, `/api/v1/${path}`)).status, path).toBe(400)
    for (const path of [
      'figures?period=2031',
      'figures?unit=nobody',
      'figures/nothing/records',
      'reports/annual/2025?unit=safety',
      'reports/annual/1999',
    ])
      expect((await desk.get(undefined, `/api/v1/${path}`)).status, path).toBe(404)
  })

  test('gives a published report as it was frozen, to be checked by anybody, and what changed since', async () => {
    interface Report {
      report: object
      fingerprint: string
      cells: { cell: string; origin: string; value: number; records: number | null }[]
      drift: { cell: string; filed: number; now: number; added: number }[]
      textsEn: Record<string, string>
    }
    const address = '/api/v1/reports/annual/2025?unit=water'
    const { items } = await get<{ items: { api: string; year: number }[] }>('/api/v1/reports')
    expect(items.map(({ api, year }) => [within(api), year])).toEqual([[address, 2025]])
    const before = await get<Report>(address)
    const read = readReport(JSON.stringify(before.report), annualForms)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect(breachesIn(read.form, read.report)).toEqual([])
    for (const { cell, origin, value, records } of before.cells) {
      expect(read.report.cells[cell], cell).toBe(value)
      expect(records, cell).toBe(origin === 'counted' ? value : null)
    }
    expect([before.drift, before.textsEn]).toEqual([[], { 五: 'Publication is not always prompt.' }])
    await given.enter(given.water, '2025-11-03')
    desk = await openDesk(given.site, [...routes, ...reportRoutes])
    const after = await get<Report>(address)
    expect(after.drift).toMatchObject([
      { cell: 't2/1/person', filed: 0, now: 1, added: 1, removed: 0 },
      { cell: 't2/4/person', filed: 0, now: 1, added: 1, removed: 0 },
    ])
    expect({ ...after, drift: [] }).toEqual(before)
  })
})
