import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { edge, routes } from '../../src/app.ts'
import { addPerson, demoPassword, grantPost } from '../../src/features/accounts/index.ts'
import { apiEdge } from '../../src/features/api/index.ts'
import type { Unit } from '../../src/features/organisations/index.ts'
import { roles, type HeldPost, type Role } from '../../src/kernel/policy.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { findHead } from '../../src/platform/journal/index.ts'
import { must } from './given.ts'
import { freshSite, givenUnit, type TestSite } from './site.ts'
import { givenThings } from './things.ts'

/** Where somebody's post lies, seen from the unit whose things are asked for. */
export const relations = ['own', 'above', 'sibling', 'below'] as const

/** Somebody who walks through every address: nobody signed in, somebody without a post, or the holder of one. */
export interface Walker {
  name: string
  /** Undefined for somebody who is not signed in. */
  posts?: HeldPost[]
  cookies: Record<string, string>
  token: string
}

/** A small city in which one unit has one of everything, the walkers, and what each parameter of an address is there. */
export interface Town {
  site: TestSite
  units: Record<(typeof relations)[number], Unit>
  walkers: Walker[]
  /** Holds every role in the whole city. */
  mayor: Walker
  /** The value of each parameter, by the address up to it: `/desk/tasks/:id`. */
  params: Record<string, string>
  get(walker: Walker, url: string): Promise<LightMyRequestResponse>
  post(walker: Walker, url: string, form: Record<string, string>, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** The number of the record's newest entry. */
  lastEntry(): Promise<number>
  close(): Promise<void>
}

export async function givenTown(): Promise<Town> {
  const site = await freshSite('2026-06-15')
  site.log = () => undefined // a wrong sign-in and a fault are what some of the walks are for; both show in the answer
  site.config.dataDir = mkdtempSync(join(tmpdir(), 'gongkai-walk-'))
  const above = await givenUnit(site, { code: 'mc', organisationCode: 'MC0000012' })
  const own = await givenUnit(site, { code: 'safety' }, above)
  const units = {
    above,
    own,
    sibling: await givenUnit(site, { code: 'water' }, above),
    below: await givenUnit(site, { code: 'mines' }, own),
  }
  const params = await givenThings(site, own, above)
  const { server } = await buildServer(site, routes, edge, apiEdge)
  const desk = deskOf(server)
  const signIn = async (name: string, posts: [Role, Unit][]) => givenWalker(site, desk, name, posts)
  const walkers: Walker[] = [{ name: 'nobody', cookies: {}, token: '' }, await signIn('postless', [])]
  for (const role of roles) for (const relation of relations) walkers.push(await signIn(`${role}-${relation}`, [[role, units[relation]]]))
  const mayor = await signIn(
    'mayor',
    roles.map((role) => [role, above]),
  )
  const lastEntry = async () => (await findHead(site.database.read))?.seq ?? 0
  const close = async () => {
    await server.close()
    rmSync(site.config.dataDir, { recursive: true, force: true })
  }
  return { site, units, walkers, mayor, params, ...desk, lastEntry, close }
}

type Desk = Pick<Town, 'get' | 'post'>

function deskOf(server: FastifyInstance): Desk {
  const type = 'application/x-www-form-urlencoded'
  return {
    get: (walker, url) => server.inject({ method: 'GET', url, cookies: walker.cookies }),
    post: (walker, url, form, headers = {}) => {
      const payload = new URLSearchParams({ _token: walker.token, ...form }).toString()
      return server.inject({ method: 'POST', url, cookies: walker.cookies, payload, headers: { 'content-type': type, ...headers } })
    },
  }
}

/** Somebody with these posts, signed in by login and password like everybody else. */
async function givenWalker(site: TestSite, desk: Desk, name: string, posts: [Role, Unit][]): Promise<Walker> {
  const { person } = must(await addPerson(site, 'system', { login: name, nameZh: name, nameEn: name, email: '', isDemo: true }))
  for (const [role, unit] of posts)
    must(await grantPost(site, 'system', person.id, { role, unit: unit.code, sinceOn: site.today(), untilOn: '', reason: '' }))
  const stranger = { name, cookies: {}, token: '' }
  const entered = await desk.post(stranger, '/en/sign-in', { login: name, password: demoPassword })
  const cookies = Object.fromEntries(entered.cookies.filter(({ maxAge }) => maxAge !== 0).map((cookie) => [cookie.name, cookie.value]))
  const page = await desk.get({ ...stranger, cookies }, '/en/desk/account')
  const token = /name="_token" value="([^"]+)"/.exec(page.body)?.[1]
  if (token === undefined) throw new Error(`${name} could not sign in: ${entered.statusCode} ${page.statusCode}`)
  return { name, posts: posts.map(([role, unit]) => ({ role, unitPath: unit.path })), cookies, token }
}
