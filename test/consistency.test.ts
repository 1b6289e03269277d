import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../src/app.ts'
import type { StoredDuty } from '../src/features/catalogue/index.ts'
import type { Unit } from '../src/features/organisations/index.ts'
import {
  changeDocument,
  findDocument,
  mergeDocuments,
  saveDraft,
  startCorrection,
  type StoredDocument,
} from '../src/features/publishing/index.ts'
import { asDay } from '../src/kernel/day.ts'
import { openDatabase, type Database } from '../src/platform/database/index.ts'
import { addressOf, describeWithDatabase } from './support/database.ts'
import { givenCast, givenCategory, givenContent, givenDuty, givenPublished, must, release, type Cast } from './support/given.ts'
import { freshSite, givenUnit, type TestSite } from './support/site.ts'

/** What one address, feed or list says of a document. */
interface Told {
  page: string
  history: number
  feed: string
  unitFeed: string
  categoryFeed: string
  jsonFeed: string
  search: boolean
  unitPage: boolean
  column: boolean
  sitemap: boolean
  api: string
  apiList: boolean
  lastChange: string
}

const minuteMs = 60_000

describeWithDatabase('after every public change all faces of the site say the same within a minute', { timeout: 4 * minuteMs }, () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit
  let duty: StoredDuty
  let second: Database
  const apps: App[] = []

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    unit = await givenUnit(site, { code: 'mc', organisationCode: 'MC0000012' })
    cast = await givenCast(site, unit)
    const category = await givenCategory(site, 'plans', '规划计划', 'Plans')
    duty = await givenDuty(site, category, [unit], { code: 'plan', titleZh: '应急预案', titleEn: 'Plans' })
    second = await openDatabase({ url: addressOf(site.database), dataDir: '', poolSize: 4 })
    apps.push(await startApp(site), await startApp({ ...site, database: second }))
  })
  afterAll(async () => {
    for (const app of apps) await app.stop()
    await second?.close()
  })

  const publish = (title: string) => givenPublished(site, cast, unit, { title, body: `${title}的正文，各不相同。` }, duty)
  const signed = async (id: number) => release(site, cast, mustBe(await findDocument(site.database.read, id)))

  async function told({ server }: App, document: StoredDocument, words: string): Promise<Told> {
    const get = (url: string) => server.inject({ method: 'GET', url: encodeURI(url) })
    const path = `/documents/${document.indexNumber}`
    const page = await get(`/zh${path}`)
    const holds = async (url: string) => (await get(url)).body.includes(`${path}"`)
    const api = await get(`/api/v1${path}`)
    const whole = api.json<{ standing?: string; body?: string | null }>()
    const changes = (await get('/api/v1/changes?limit=200')).json<{ items: { indexNumber: string; kind: string; standing: string }[] }>()
    const last = changes.items.findLast((one) => one.indexNumber === document.indexNumber)
    const history = await get(`/zh${path}/history`)
    return {
      page:
        page.statusCode === 301 ? `301 ${page.headers.location}` : `${page.statusCode} ${page.body.includes(words) ? 'text' : 'no text'}`,
      history: history.statusCode,
      feed: inFeed((await get('/zh/feed.xml')).body, path),
      unitFeed: inFeed((await get('/zh/units/mc/feed.xml')).body, path),
      categoryFeed: inFeed((await get('/zh/catalogue/plans/feed.xml')).body, path),
      jsonFeed: inJsonFeed((await get('/zh/units/mc/feed.json')).json(), path),
      search: await holds(`/zh/search?q=${document.indexNumber}`),
      unitPage: await holds('/zh/units/mc'),
      column: await holds('/zh/catalogue/plans'),
      sitemap: (await get('/sitemap.xml')).body.includes(`${path}<`),
      api: `${api.statusCode} ${whole.standing ?? ''} ${typeof whole.body === 'string' ? 'text' : 'no text'}`,
      apiList: (await get(`/api/v1/documents?duty=plan&limit=100`)).body.includes(`"${document.indexNumber}"`),
      lastChange: `${last?.kind} ${last?.standing}`,
    }
  }

  const found = { search: true, unitPage: true, column: true, sitemap: true, apiList: true, history: 200 }
  const lost = { search: false, unitPage: false, column: false, sitemap: false, apiList: false, history: 200 }
  const everyFeed = (word: string) => ({ feed: word, unitFeed: word, categoryFeed: word, jsonFeed: word })

  /** Asks both servers, which kept every page of the state before, until both say what is expected. */
  async function expectTold(document: StoredDocument, words: string, expected: Partial<Told>): Promise<void> {
    for (const app of apps)
      await expect.poll(() => told(app, document, words), { timeout: minuteMs, interval: 300 }).toMatchObject(expected)
  }

  /** Published, and kept ready-made by both servers. */
  async function kept(title: string): Promise<StoredDocument> {
    const document = await publish(title)
    await expectTold(document, '各不相同', {
      ...found,
      ...everyFeed('entry'),
      page: '200 text',
      api: '200 published text',
      lastChange: 'released published',
    })
    return document
  }

  test('a correction and a change of content', async () => {
    const document = await kept('防汛预案甲')
    for (const [change, kind, words] of [
      ['correct', 'corrected', '更正后的正文'],
      ['change', 'changed', '变更后的正文'],
    ] as const) {
      must(await startCorrection(site, cast.signer, document.id, '理由充分', { change }))
      const draft = mustBe(await findDocument(site.database.read, document.id))
      must(await saveDraft(site, cast.writer, document.id, draft.currentVersion, givenContent({ title: '防汛预案甲', body: words })))
      await signed(document.id)
      const expected = { page: '200 text', api: '200 published text', lastChange: `${kind} published` }
      await expectTold(document, words, { ...found, ...everyFeed('entry'), ...expected })
    }
  })

  test('a cancellation and an end', async () => {
    for (const [change, standing] of [
      ['cancel', 'cancelled'],
      ['end', 'ended'],
    ] as const) {
      const document = await kept(`预案${change}`)
      must(await changeDocument(site, cast.signer, document.id, { change, reason: '不再适用', endsOn: asDay('2026-06-14') }))
      const expected = { page: '200 text', api: `200 ${standing} text`, lastChange: `${standing} ${standing}` }
      await expectTold(document, '不再适用', { ...found, ...everyFeed(`entry ${standing}`), ...expected })
    }
  })

  test('a withdrawal, and the return after it', async () => {
    const document = await kept('误撤的预案')
    must(await changeDocument(site, cast.signer, document.id, { change: 'withdraw', reason: '误认为过期' }))
    const gone = { page: '200 no text', api: '200 withdrawn no text', lastChange: 'withdrawn withdrawn' }
    await expectTold(document, '各不相同', { ...lost, ...everyFeed('deleted'), ...gone })
    must(await startCorrection(site, cast.signer, document.id, '撤下有误', { change: 'reinstate' }))
    await signed(document.id)
    const back = { page: '200 text', api: '200 published text', lastChange: 'reinstated published' }
    await expectTold(document, '各不相同', { ...found, ...everyFeed('entry'), ...back })
  })

  test('a replacement and a merger', async () => {
    const [part, old, whole] = [await kept('东区预案'), await kept('旧总预案'), await kept('新总预案')]
    const replaced = { change: 'replace', reason: '已修订', replacedBy: whole.indexNumber } as const
    must(await changeDocument(site, cast.signer, old.id, replaced))
    must(await mergeDocuments(site, cast.signer, whole.id, { parts: [part.indexNumber], reason: '内容合并' }))
    const led = { page: `301 /zh/documents/${whole.indexNumber}`, api: '200 replaced no text' }
    await expectTold(old, '', { ...lost, ...everyFeed('deleted'), ...led, lastChange: 'replaced replaced' })
    await expectTold(part, '', { ...lost, ...everyFeed('deleted'), ...led, lastChange: 'merged replaced' })
    await expectTold(whole, '东区预案', { ...found, ...everyFeed('entry'), page: '200 text', lastChange: 'absorbed published' })
  })

  test('a removal', async () => {
    const document = await kept('不该公开的预案')
    must(await changeDocument(site, cast.signer, document.id, { change: 'remove', reason: '不应公开' }))
    const expected = { page: '410 no text', history: 410, api: '410  no text', lastChange: 'removed removed' }
    await expectTold(document, '不该公开的预案', { ...lost, ...everyFeed('deleted'), ...expected })
  })
})

/** The entry of a document in an Atom feed: with the word for what became of it, as deleted, or absent. */
function inFeed(feed: string, path: string): string {
  if (feed.includes(`<at:deleted-entry ref="http://127.0.0.1:3000${path}"`)) return 'deleted'
  const entry = feed.split('<entry ').find((part) => part.includes(`<id>http://127.0.0.1:3000${path}</id>`))
  if (entry === undefined) return 'absent'
  return ['entry', /<category term="(\w+)"/.exec(entry)?.[1]].filter(Boolean).join(' ')
}

interface JsonFeed {
  items: { id: string; tags?: string[] }[]
  _gongkai: { deleted: { id: string }[] }
}

function inJsonFeed(feed: JsonFeed, path: string): string {
  const isIt = (one: { id: string }) => one.id.endsWith(path)
  if (feed._gongkai.deleted.some(isIt)) return 'deleted'
  const item = feed.items.find(isIt)
  const terms: Record<string, string> = { 已废止: 'cancelled', 已终止: 'ended' }
  return item === undefined ? 'absent' : ['entry', terms[item.tags?.[0] ?? '']].filter(Boolean).join(' ')
}

function mustBe<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it must be there')
  return value
}
