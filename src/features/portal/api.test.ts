import { beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenPublishedReport } from '../../../test/support/annual-samples.ts'
import { must } from '../../../test/support/given.ts'
import { changeDocument } from '../publishing/index.ts'
import { documentPath } from './address.ts'
import { documentsPage, documentWhole, problem } from './api-forms.ts'
import { endpoints } from './api-endpoints.ts'
import { promisesPage } from './promise-forms.ts'
import { givenPortal, type GivenPortal } from './given-portal.ts'

describeWithDatabase('the read API', () => {
  let portal: GivenPortal
  beforeAll(async () => {
    portal = await givenPortal()
  })

  const get = async <Form extends z.ZodType>(url: string, form: Form, { ask } = portal): Promise<z.infer<Form>> => {
    const answer = await ask(url)
    expect(answer.status, url).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    return form.parse(JSON.parse(answer.body))
  }

  it('gives at every address what its description says', async () => {
    const asked: Record<string, string> = {
      '/api/v1/documents': '/api/v1/documents?q=防汛&unit=safety&year=2026&limit=5',
      '/api/v1/documents/*': `/api/v1${documentPath(portal.chinese.indexNumber)}`,
      '/api/v1/changes': '/api/v1/changes?after=0&limit=5',
      '/api/v1/units': '/api/v1/units',
      '/api/v1/units/:code': '/api/v1/units/safety',
      '/api/v1/catalogue': '/api/v1/catalogue',
      '/api/v1/duties/:code': '/api/v1/duties/emergency-plan',
      '/api/v1/promises': '/api/v1/promises?ending=late&month=2026-05',
      '/api/v1/calendar/:year': '/api/v1/calendar/2026',
      '/api/v1/clock': '/api/v1/clock?days=20&start=2025-09-28',
      '/api/v1/applications/statistics': '/api/v1/applications/statistics?unit=safety',
      '/api/v1/figures': '/api/v1/figures?unit=safety&period=2026-H1',
      '/api/v1/figures/:code/records': '/api/v1/figures/documents-released/records?limit=1',
      '/api/v1/reports': '/api/v1/reports',
      '/api/v1/reports/annual/:year': '/api/v1/reports/annual/2025?unit=safety',
    }
    const reporting = await givenPortal()
    await givenPublishedReport(reporting.site, reporting.cast, reporting.safety, '2025')
    for (const endpoint of endpoints) {
      const place = endpoint.path.startsWith('/api/v1/reports') ? reporting : portal
      await get(encodeURI(asked[endpoint.path] ?? ''), endpoint.gives, place)
    }
    expect(Object.keys(asked).sort()).toEqual(endpoints.map((endpoint) => endpoint.path).sort())
  })

  it('gives its lists as tables to whoever asks for them', async () => {
    for (const list of ['documents', 'units', 'catalogue', 'promises']) {
      const named = await portal.ask(`/api/v1/${list}.csv`)
      const accepted = await portal.ask(`/api/v1/${list}`, { headers: { accept: 'text/csv' } })
      expect([named.status, named.headers['content-type']], list).toEqual([200, 'text/csv; charset=utf-8'])
      expect(accepted.body).toBe(named.body)
      expect(accepted.headers['vary']).toContain('Accept')
    }
    const { body, headers } = await portal.ask('/api/v1/documents.csv?limit=1')
    expect(body.split('\r\n')[0]).toBe(
      '\ufeffindexNumber,title,summary,language,documentNumber,unit.code,unit.nameZh,unit.nameEn,duty,standing,publishedOn,publishedAt,url,api',
    )
    expect(headers['link']).toMatch(/^<http:\/\/127\.0\.0\.1:3000\/api\/v1\/documents\.csv\?limit=1&before=[^>]+>; rel="next"$/)
  })

  it('tells how promises ended', async () => {
    const page = await get('/api/v1/promises?ending=on-time&unit=safety', promisesPage)
    expect(page.items).toEqual([])
    expect(await get('/api/v1/promises', promisesPage)).toMatchObject({ next: null })
  })

  it('tells public changes in the order in which they became true, each once, and where to go on', async () => {
    const kinds: string[] = []
    let last = 0
    for (let url: string | null = '/api/v1/changes?limit=1'; url !== null;) {
      const page = JSON.parse((await portal.ask(url)).body) as {
        items: { kind: string; number: number }[]
        last: number
        next: string | null
      }
      for (const item of page.items) expect(item.number).toBeGreaterThan(last)
      kinds.push(...page.items.map((item) => item.kind))
      last = page.last
      url = page.next === null ? null : page.next.replace(/^https?:\/\/[^/]+/, '')
    }
    expect(kinds.slice(0, 2)).toEqual(['released', 'released'])
    expect(JSON.parse((await portal.ask(`/api/v1/changes?after=${last}`)).body)).toEqual({ items: [], last, next: null })
  })

  it('goes on through next until the end', async () => {
    const first = await get('/api/v1/documents?limit=1', documentsPage)
    expect(first.items).toHaveLength(1)
    const answer = await portal.ask('/api/v1/documents?limit=1')
    expect(answer.headers['link']).toBe(`<${first.next}>; rel="next"`)
    const second = await get(String(first.next).replace('http://127.0.0.1:3000', ''), documentsPage)
    expect(second.items[0]?.indexNumber).not.toBe(first.items[0]?.indexNumber)
    expect(second.next).toBeNull()
    expect([first.total, second.total]).toEqual([2, 2])
  })

  it.each([
    ['/api/v1/documents?year=soon', 'year'],
    ['/api/v1/documents?limit=0', 'limit'],
    ['/api/v1/documents?limit=1000', 'limit'],
    ["/api/v1/documents?before=1' or 1=1", 'before'],
    ['/api/v1/documents?unit=A_B', 'unit'],
    [`/api/v1/documents?q=${'x'.repeat(201)}`, 'q'],
    ['/api/v1/clock?start=2025-02-30&days=1', 'start'],
    ['/api/v1/clock?start=9999-12-31&days=20', 'start'],
    ['/api/v1/clock?start=0000-01-01&days=1', 'start'],
    ['/api/v1/clock?start=2025-02-03&days=99999', 'days'],
    ['/api/v1/clock?start=2025-02-03', 'days'],
    ['/api/v1/clock?start=2025-02-03&days=1&count=moon', 'count'],
    ['/api/v1/promises?month=2026-13', 'month'],
    ['/api/v1/promises?after=soon', 'after'],
    ['/api/v1/calendar/1', 'year'],
    ['/api/v1/units/A%20B', 'code'],
  ])('refuses %s and names the field %s', async (url, field) => {
    const answer = await portal.ask(encodeURI(url).replaceAll('%25', '%'))
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(problem.parse(JSON.parse(answer.body))).toMatchObject({ status: 400, field })
  })

  it.each([
    '/api/v1/units/nowhere',
    '/api/v1/duties/nowhere',
    '/api/v1/documents/none/2026-00001',
    '/api/v1/nothing',
    '/api/v1/documents/%00',
  ])('answers %s with a problem, not with a page', async (url) => {
    const answer = await portal.ask(url)
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(problem.parse(JSON.parse(answer.body)).status).toBe(404)
  })

  it('has an ETag and says 304', async () => {
    const first = await portal.ask('/api/v1/catalogue')
    const again = await portal.ask('/api/v1/catalogue', { headers: { 'if-none-match': String(first.headers['etag']) } })
    expect(again.status).toBe(304)
  })

  it('counts a term across the holidays as the clock does', async () => {
    const answer = await portal.ask('/api/v1/clock?days=20&start=2025-09-28')
    expect(JSON.parse(answer.body)).toMatchObject({ due: '2025-10-31', provisional: false })
  })

  it('gives the promise, and after a withdrawal everything but the text', async () => {
    const url = `/api/v1${documentPath(portal.chinese.indexNumber)}`
    const before = await get(url, documentWhole)
    expect(before.promise).toMatchObject({ formedOn: '2026-06-01', publishedOn: '2026-06-15', workingDaysLate: 0 })
    expect(before.hands.map((hand) => hand.move)).toEqual(['submit', 'approve', 'clear', 'sign'])
    must(await changeDocument(portal.site, portal.cast.signer, portal.chinese.id, { change: 'withdraw', reason: '内容有误' }))
    portal.kept.changed()
    const after = await get(url, documentWhole)
    expect(after).toMatchObject({ standing: 'withdrawn', body: null, summary: '', keywords: [], files: [] })
    expect(after.changes.at(-1)).toMatchObject({ kind: 'withdrawn', reason: '内容有误' })
  })
})

describeWithDatabase('what machines read beside the API', () => {
  let portal: GivenPortal
  beforeAll(async () => {
    portal = await givenPortal()
  })

  it('is a well-formed feed of everything, and one of each unit', async () => {
    const all = await portal.ask('/en/feed.xml')
    expect(all.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(all.body.match(/<entry /g)).toHaveLength(2)
    expect(all.body).toContain(`<id>http://127.0.0.1:3000${documentPath(portal.english.indexNumber)}</id>`)
    expect((await portal.ask('/zh/units/safety/feed.xml')).body.match(/<entry /g)).toHaveLength(1)
    expect((await portal.ask('/units/nowhere/feed.xml')).status).toBe(404)
  })

  it('lists every address for search engines in both languages', async () => {
    const { body } = await portal.ask('/sitemap.xml')
    for (const lang of ['zh', 'en'])
      expect(body).toContain(
        `<loc>http://127.0.0.1:3000/${lang}${documentPath(portal.chinese.indexNumber)}</loc><lastmod>2026-06-15</lastmod>`,
      )
    const addresses = [...body.matchAll(/<loc>http:\/\/127\.0\.0\.1:3000([^<]+)<\/loc>/g)].map((match) => match[1] ?? '')
    for (const address of addresses) expect((await portal.ask(address)).status, address).toBe(200)
  })

  it('gives the documents of one part and nothing for parts that are not there', async () => {
    expect((await portal.ask('/sitemaps/0.xml')).body).toContain(documentPath(portal.chinese.indexNumber))
    expect((await portal.ask('/sitemaps/pages.xml')).body).not.toContain('/documents/')
    for (const part of ['1.xml', '-1.xml', 'x.xml', '0']) expect((await portal.ask(`/sitemaps/${part}`)).status).toBe(404)
  })

  it('tells robots and browsers where to look', async () => {
    expect((await portal.ask('/robots.txt')).body).toContain('Sitemap: http://127.0.0.1:3000/sitemap.xml')
    expect((await portal.ask('/zh/opensearch.xml')).body).toContain('template="http://127.0.0.1:3000/zh/search?q={searchTerms}"')
  })
})
