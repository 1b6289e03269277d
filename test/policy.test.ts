import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import { apiEdge } from '../src/features/api/index.ts'
import { needsFreshSignIn, roles } from '../src/kernel/policy.ts'
import type { Route } from '../src/platform/http/route.ts'
import { namingForms } from './support/naming-forms.ts'
import { describeWithDatabase, hasServer } from './support/database.ts'
import { programIn } from './support/sources.ts'
import { givenTown, relations, type Town } from './support/walk.ts'
import { walk, waysTo } from './support/ways.ts'

/** Signing out ends the walk of whoever does it, so it comes last. */
const inOrder = [...routes].sort((a, b) => Number(a.path === '/desk/sign-out') - Number(b.path === '/desk/sign-out'))

let town: Town

beforeAll(async () => {
  if (hasServer) town = await givenTown()
})

afterAll(async () => town?.close())

describeWithDatabase('every route', { timeout: 900_000 }, () => {
  test('for systems is closed to everybody who comes with a session, whatever their posts', async () => {
    for (const { method, path } of apiEdge.routes) {
      const url = path.replace(':id', '1').replace(':code', 'safety')
      const before = await town.lastEntry()
      for (const walker of town.walkers) {
        const answer = await (method === 'GET' ? town.get(walker, url) : town.post(walker, url, {}))
        expect([401, 404, 405], `${method} ${url} as ${walker.name}`).toContain(answer.statusCode)
      }
      expect(await town.lastEntry()).toBe(before)
    }
  })

  test.each(namingForms)('takes the unit that a form names only from those in reach: $path', async ({ path, role, form }) => {
    const walker = (relation: string) => town.walkers.find(({ name }) => name === `${role}-${relation}`) ?? town.mayor
    const address = waysTo(routes.find((route) => route.method === 'POST' && route.path === path) ?? routes[0]!, town)[0]!.address
    for (const outsider of ['sibling', 'below']) {
      const before = await town.lastEntry()
      const { statusCode } = await town.post(walker(outsider), address, form)
      expect([403, 404, 422], `${outsider}: ${statusCode}`).toContain(statusCode)
      expect(await town.lastEntry(), outsider).toBe(before)
    }
    const before = await town.lastEntry()
    // What is shown once, such as a token, is answered at once; everything else leads on.
    expect([200, 303]).toContain((await town.post(walker('own'), address, form)).statusCode)
    expect(await town.lastEntry()).toBeGreaterThan(before)
  })

  test('lets in whom the table lets in and nobody else, and a refused form leaves no entry in the record', async () => {
    const faults: string[] = []
    let cells = 0
    for (const way of inOrder.flatMap((route) => waysTo(route, town))) {
      for (const walker of town.walkers) {
        cells += 1
        const fault = await walk(town, way, walker)
        if (fault !== undefined) faults.push(`${way.route.method} ${way.address} as ${walker.name}: ${fault}`)
      }
    }
    expect(faults).toEqual([])
    expect(town.walkers.length).toBe(roles.length * relations.length + 2)
    expect(cells).toBeGreaterThanOrEqual(routes.length * town.walkers.length)
    expect(cells).toBeGreaterThan(2_500)
  })

  test('asks for the password again before what is dangerous, and until then changes nothing', async () => {
    const now = town.site.now
    town.site.now = () => new Date(now().getTime() + 11 * 60_000)
    const faults: string[] = []
    for (const way of inOrder
      .filter(({ method, policy: action }) => method === 'POST' && needsFreshSignIn(action))
      .flatMap((route) => waysTo(route, town))) {
      const before = await town.lastEntry()
      const { statusCode, body } = await town.post(town.mayor, way.address, way.sent)
      if (statusCode !== 403 || !body.includes('name="_password"') || (await town.lastEntry()) !== before)
        faults.push(`${way.address}: ${statusCode}`)
    }
    town.site.now = now
    expect(faults).toEqual([])
  })

  test('refuses a form without the token of the session, and one that comes from another site', async () => {
    const faults: string[] = []
    for (const way of inOrder.filter(({ method }) => method === 'POST').flatMap((route) => waysTo(route, town))) {
      const before = await town.lastEntry()
      const answers = [
        await town.post(town.mayor, way.address, { ...way.sent, _token: 'guessed' }),
        await town.post(town.mayor, way.address, way.sent, { 'sec-fetch-site': 'cross-site' }),
        await town.post(town.mayor, way.address, way.sent, { origin: 'https://elsewhere.example' }),
      ]
      // A sign-in form belongs to no session yet, so it carries no token of one.
      const isTokenless = way.route.policy === 'session.start'
      const codes = answers.slice(isTokenless ? 1 : 0).map(({ statusCode }) => statusCode)
      if (codes.some((code) => code !== 403) || (await town.lastEntry()) !== before) faults.push(`${way.address}: ${codes.join()}`)
    }
    expect(faults).toEqual([])
  })

  test('answers an address or a question that means nothing without falling over', async () => {
    const faults: string[] = []
    const tell = (route: Route, address: string, status: number) => {
      if (status >= 500) faults.push(`${route.method} ${address}: ${status}`)
    }
    for (const route of inOrder) {
      for (const nonsense of nonsenses) {
        const named = `/en${route.path.replace(/:\w+|\*/g, nonsense)}`
        if (route.method === 'POST') tell(route, named, (await town.post(town.mayor, named, {})).statusCode)
        else if (named !== `/en${route.path}`) tell(route, named, (await town.get(town.mayor, named)).statusCode)
        if (route.method === 'POST') continue
        const asked = `${waysTo(route, town)[0]!.address.split('?')[0]}?${questions.map((name) => `${name}=${nonsense}`).join('&')}`
        tell(route, asked, (await town.get(town.mayor, asked)).statusCode)
      }
    }
    expect(faults).toEqual([])
  })
})

/** What somebody may write where a code, a number or a day belongs, as it stands in an address. */
const nonsenses = [
  'x',
  '0',
  '-1',
  '1e3',
  '99999999999999999999',
  "'%20or%201=1",
  '%25%5C_%28',
  '%00',
  '%F0%9F%8D%89',
  '..%2F..%2Fetc%2Fpasswd',
  'a'.repeat(190),
]

/** Every parameter that some page reads from its query. */
const questions = programIn('src/features')
  .flatMap(({ text }) => [...text.matchAll(/query\['(\w+)'\]/g)].map((match) => match[1] ?? ''))
  .filter((name, at, all) => all.indexOf(name) === at)
