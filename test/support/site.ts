import { readConfig } from '../../src/config.ts'
import { asDay } from '../../src/kernel/day.ts'
import { NotFound } from '../../src/kernel/faults.ts'
import type { Role } from '../../src/kernel/policy.ts'
import { addUnit, type NewUnit, type Unit } from '../../src/features/organisations/index.ts'
import { loadHouseRules } from '../../src/platform/house-rules.ts'
import type { Edge } from '../../src/platform/http/guard.ts'
import type { Route, Visitor } from '../../src/platform/http/route.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { loadWords } from '../../src/platform/i18n/words.ts'
import { loadPack } from '../../src/platform/pack.ts'
import { memoryKeys } from '../../src/platform/seal/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { readerOf } from '../../src/platform/http/ask.ts'
import { faultPage } from '../../src/ui/fault-page.tsx'
import type { Reader } from '../../src/ui/reader.ts'
import { freshDatabase } from './database.ts'

/** A site on a fresh database, on a day that the test names and may change. */
export type TestSite = Site & { day: string }

export async function freshSite(day = '2026-06-15'): Promise<TestSite> {
  const pack = loadPack()
  const site: TestSite = {
    day,
    config: readConfig({ BASE_URL: 'http://127.0.0.1:3000' }),
    database: await freshDatabase(),
    pack,
    houseRules: loadHouseRules(),
    calendar: pack.calendar,
    words: loadWords(),
    keys: memoryKeys(),
    city: { nameZh: '明川市', nameEn: 'Mingchuan City', siteCode: '' },
    now: () => new Date(`${site.day}T02:00:00.000Z`),
    today: () => asDay(site.day),
    log: (line) => console.error(line),
  }
  return site
}

/** A unit with every default; a city when it has no parent, else a department. */
export async function givenUnit(site: Site, unit: Partial<NewUnit> & { code: string }, parent?: Unit): Promise<Unit> {
  const { code } = unit
  const added = await addUnit(site, 'system', {
    ...{
      functionsZh: '',
      functionsEn: '',
      addressZh: '',
      addressEn: '',
      hoursZh: '',
      hoursEn: '',
      telephone: '',
      fax: '',
      email: '',
      web: '',
    },
    ...{ responsibleZh: '', responsibleEn: '', contactZh: '', contactEn: '' },
    ...{ nameZh: `${code}局`, nameEn: `${code} bureau`, shortZh: code, shortEn: code },
    kind: parent === undefined ? 'city' : 'department',
    level: 'city',
    sinceOn: asDay('2010-01-01'),
    parentId: parent?.id,
    ...unit,
  })
  if (!added.ok) throw new Error(added.refusals.join())
  return added.value
}

/** Somebody signed in, holding these roles in these units. */
export function givenVisitor(personId: number, ...posts: [Role, Unit][]): Visitor {
  return {
    ...{ personId, sessionId: personId, nameZh: '林晓', nameEn: 'Lin Xiao', formToken: `token-${personId}`, isFresh: true },
    posts: posts.map(([role, unit]) => ({ role, unitPath: unit.path, unitId: unit.id, unitNameZh: unit.nameZh, unitNameEn: unit.nameEn })),
  }
}

/** What pages know of a reader, without a request. */
export function givenReader(site: Site, lang: Reader['lang'], visitor?: Visitor): Reader {
  return readerOf(site, lang, '/', '', visitor)
}

export interface Page {
  status: number
  text: string
  bytes: Buffer
  location: string | undefined
  headers: Record<string, unknown>
}

export interface Desk {
  get(visitor: Visitor | undefined, url: string): Promise<Page>
  /** Posts a form with the visitor's own token; a list gives a field several times. */
  post(visitor: Visitor | undefined, url: string, form: Record<string, string | string[]>): Promise<Page>
}

/** The routes behind the real edge; who is signed in is told by each request instead of a session. */
export async function openDesk(site: Site, routes: readonly Route[]): Promise<Desk> {
  const visitors = new Map<string, Visitor>()
  const edge: Edge = {
    identify: async (_, cookies) => visitors.get(cookies['who'] ?? ''),
    confirmPassword: async () => 'wrong',
    confirmPage: (reader) => faultPage(reader, 403),
    faultPage,
    nothingHere: () => new NotFound('nothing here'),
  }
  const { server } = await buildServer(site, routes, edge)
  const send = async (method: 'GET' | 'POST', visitor: Visitor | undefined, url: string, payload?: string): Promise<Page> => {
    if (visitor !== undefined) visitors.set(String(visitor.personId), visitor)
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
    if (visitor !== undefined) headers['cookie'] = `who=${visitor.personId}`
    const answer = await server.inject({ method, url, headers: method === 'POST' ? headers : { cookie: headers['cookie'] ?? '' }, payload })
    const { statusCode: status, body: text, rawPayload: bytes } = answer
    return { status, text, bytes, location: answer.headers.location, headers: answer.headers }
  }
  return {
    get: (visitor, url) => send('GET', visitor, url),
    post: (visitor, url, form) => {
      const body = new URLSearchParams({ _token: visitor?.formToken ?? '' })
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
      return send('POST', visitor, url, body.toString())
    },
  }
}
