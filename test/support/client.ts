import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { edge, routes } from '../../src/app.ts'
import { grantPost, issueToken } from '../../src/features/accounts/index.ts'
import { apiEdge } from '../../src/features/api/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { addDays } from '../../src/kernel/day.ts'
import { scopes, type Scope } from '../../src/kernel/policy.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { findPersonByLogin } from '../../src/features/accounts/people/queries.ts'
import { givenCast, must, type Cast } from './given.ts'
import { freshSite, givenUnit, type TestSite } from './site.ts'

/** A city with two bureaus, its cast, and a server with the API. */
export interface ApiTown {
  site: TestSite
  cast: Cast
  city: Unit
  bureau: Unit
  other: Unit
  server: FastifyInstance
}

export async function givenApiTown(): Promise<ApiTown> {
  const site = await freshSite('2026-06-15')
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-api-'))
  const city = await givenUnit(site, { code: 'mc', organisationCode: 'MC0000012' })
  const bureau = await givenUnit(site, { code: 'safety' }, city)
  const other = await givenUnit(site, { code: 'water' }, city)
  const cast = await givenCast(site, city)
  for (const [login, role] of Object.entries(posts)) {
    const given = { role, unit: city.code, sinceOn: site.today(), untilOn: '', reason: '' }
    must(await grantPost(site, 'system', (await findPersonByLogin(site.database.read, login))!.id, given))
  }
  const { server } = await buildServer(site, routes, edge, apiEdge)
  return { site, cast, city, bureau, other, server }
}

const posts = { linxiao: 'information-officer', zhouming: 'reviewer', hanxue: 'secrecy-reviewer', gaoyuan: 'signer', suwen: 'office' }

/** The token of a new system of a unit, with every scope that an information officer can lend unless told. */
export async function givenToken(
  town: ApiTown,
  unit: Unit,
  rest: { scopes?: readonly Scope[]; days?: number; responsible?: string } = {},
): Promise<{ token: string; systemId: number }> {
  const { site, cast } = town
  const lent = scopes.filter((scope) => scope !== 'catalogue:write')
  const draft = {
    ...{ name: `${unit.code}办公系统`, unit: unit.code, responsible: rest.responsible ?? 'linxiao' },
    ...{ scopes: rest.scopes ?? lent, expiresOn: addDays(site.today(), rest.days ?? 90) },
  }
  const { token, system } = must(await issueToken(site, cast.office, draft))
  return { token, systemId: system.id }
}

interface Sent {
  key?: string
  seen?: string
  lang?: string
  headers?: Record<string, string>
}

/** A client of the API that knows its token and sends what it is told. */
export class Client {
  readonly #server: FastifyInstance
  readonly #token: string
  #count = 0

  constructor(server: FastifyInstance, token: string) {
    this.#server = server
    this.#token = token
  }

  get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.send('GET', url, undefined, { headers })
  }

  post(url: string, body: unknown, sent: Sent = {}): Promise<LightMyRequestResponse> {
    return this.send('POST', url, JSON.stringify(body), { key: `key-number-${++this.#count}`, ...sent })
  }

  put(url: string, body: unknown, seen: string): Promise<LightMyRequestResponse> {
    return this.send('PUT', url, JSON.stringify(body), { seen })
  }

  file(url: string, name: string, bytes: Buffer, sent: Sent & { digest?: string } = {}): Promise<LightMyRequestResponse> {
    const digest = sent.digest ?? createHash('sha256').update(bytes).digest('base64')
    const headers = { 'content-type': 'text/plain', 'content-digest': `sha-256=:${digest}:`, ...sent.headers }
    return this.send('POST', `${url}?name=${encodeURIComponent(name)}`, bytes, { key: `key-number-${++this.#count}`, ...sent, headers })
  }

  send(method: 'GET' | 'POST' | 'PUT', url: string, payload: string | Buffer | undefined, sent: Sent): Promise<LightMyRequestResponse> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'accept-language': sent.lang ?? 'en',
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
      ...(sent.seen === undefined ? {} : { 'if-match': sent.seen }),
      ...sent.headers,
    }
    return this.#server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
  }
}

/** A draft as a client hands it in. */
export function givenDraft(unit: Unit, rest: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ unit: unit.code, title: '关于公布公共自行车收费标准的通知', summary: '公布公共自行车的收费标准。' },
    ...{ body: '公共自行车每次使用前一小时免费，之后每小时收费一元。\n\n请各租赁点张贴本通知。' },
    ...{ subject: '2', genre: 'notice', served: 'citizens', formedOn: '2026-06-01' },
    ...rest,
  }
}

/** Which problem an answer is; undefined for one that is none. */
export function kindOf(answer: LightMyRequestResponse): string | undefined {
  return answer.json<{ type?: string }>().type?.split('#problem-')[1]
}

/** What a problem says is to be mended: each field with its reason. */
export function errorsOf(answer: LightMyRequestResponse): string[] {
  const { errors = [] } = answer.json<{ errors?: { field: string; code: string }[] }>()
  return errors.map(({ field, code }) => `${field}: ${code}`)
}
