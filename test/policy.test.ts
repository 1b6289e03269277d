import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import { apiEdge } from '../src/features/api/index.ts'
import { may, needsFreshSignIn, policy, roles, scopeOf, scopes, type Action, type Role } from '../src/kernel/policy.ts'
import type { Route } from '../src/platform/http/route.ts'
import { describeWithDatabase, hasServer } from './support/database.ts'
import { programIn } from './support/sources.ts'
import { givenTown, relations, type Town, type Walker } from './support/walk.ts'

/** One way of asking for a route: its address, what is sent along, and a right that its answer asks for besides its policy. */
interface Way {
  route: Route
  address: string
  sent: Record<string, string>
  also?: Action
}

/** Where a route asks for a unit or a choice in the query or the form instead of the address; several choices are several ways. */
const choices: Record<string, { sent?: Record<string, string>; params?: Record<string, string>; also?: Action }[]> = {
  '/api/v1/clock': [{ sent: { days: '20', start: '2026-06-15' } }],
  'POST /desk/people/:id/access': [{ sent: { act: 'second-factor' }, also: 'people.manage' }],
  '/desk/tasks/register': [{ sent: { unit: 'safety' } }],
  'POST /desk/catalogue/proposals/:id': [{ sent: { unit: 'safety', kind: 'comment', words: '建议给基层留出时间' } }],
  '/desk/units/new': [{ sent: { parent: 'safety' } }],
  '/desk/board/remind': [{ sent: { unit: 'safety' } }],
  '/desk/channels/new': [{ sent: { unit: 'safety' } }],
  '/desk/documents/:id/move/:move': [
    { params: { move: 'submit' }, also: 'documents.write' },
    { params: { move: 'approve' }, also: 'documents.review' },
    { params: { move: 'clear' }, also: 'documents.secrecy' },
    { params: { move: 'sign' }, also: 'documents.sign' },
  ],
  '/desk/documents/:id/move': [
    { sent: { move: 'submit' }, also: 'documents.write' },
    { sent: { move: 'approve' }, also: 'documents.review' },
    { sent: { move: 'clear' }, also: 'documents.secrecy' },
    { sent: { move: 'sign' }, also: 'documents.sign' },
  ],
  'POST /desk/coordination/:id/answer': [
    { sent: { kind: 'agree' }, also: 'coordination.confirm' },
    { sent: { kind: 'decide' }, also: 'coordination.decide' },
  ],
  'POST /desk/clarifications/:id': [
    { sent: { move: 'assess' }, also: 'clarifications.write' },
    { sent: { move: 'close' }, also: 'clarifications.close' },
  ],
}

/** Addresses where there is nothing in this town, for anybody. */
const empty: Record<string, string> = {
  '/channels/:code/photo': 'the column has no picture',
  '/desk/postings/:id/proof': 'the posting has no photo',
  '/postings/:id/photo': 'the posting has no photo',
  '/desk/documents/:id/files/:fileId/original': 'only clean copies have a sealed original',
  '/set-up': 'there is an operator, so the first run is over',
  '/desk/account/sessions/:id/end': 'nobody ends the session of another',
  '/desk/saved/:id/open': 'nobody opens the search of another',
  '/desk/saved/:id/remove': 'nobody removes the search of another',
  '/follow/mine/:token': 'only the link out of a mail opens a reader’s own page',
}

/** Things behind the sign-in that belong to no unit. */
const unitless: Record<string, string> = {
  '/desk/account/': 'a session is its owner’s',
  '/desk/people/:id': 'a person belongs to no unit; the acts look at their posts',
  '/desk/catalogue/duties/:code': 'whoever works here reads the whole catalogue',
  '/desk/saved/:id': 'a kept search is its owner’s',
  '/desk/searches/:id': 'the public searches the whole city',
  '/desk/synonyms/:id': 'words mean the same everywhere',
  '/desk/catalogue/templates/:code': 'whoever works here reads what was laid down above',
  '/desk/catalogue/proposals/:id': 'whoever works here reads what was announced above; the answer names its unit',
  '/desk/work/jobs/:id': 'jobs are the machine’s',
}

/** Forms that name their unit in a field, so that the edge cannot know it: complete ones, which whoever may do it in that unit can send. */
const naming: { path: string; role: Role; form: Record<string, string> }[] = [
  {
    path: '/desk/catalogue/templates/new',
    role: 'office',
    form: {
      ...{ unit: 'safety', code: 'named', nameZh: '安全生产目录', nameEn: 'Work safety', kinds: 'department' },
      ...{ issuerZh: '省政府', issuerEn: 'The province' },
    },
  },
  {
    path: '/desk/documents/new',
    role: 'information-officer',
    form: {
      ...{ unit: 'safety', title: '关于开展消防检查的通知', body: '各单位自查。', formedOn: '2026-06-10', attribute: 'proactive' },
      ...{ audience: 'society', language: 'zh', subject: '2', genre: 'notice', served: 'citizens' },
    },
  },
  {
    path: '/desk/people/:id/posts',
    role: 'operator',
    form: { unit: 'safety', role: 'reviewer', sinceOn: '2026-06-15', untilOn: '', reason: '' },
  },
  {
    path: '/desk/clarifications/new',
    role: 'information-officer',
    form: { unit: 'safety', claim: '矿山要塌', place: '微信群', reportedOn: '2026-06-14', reportedTime: '09:00' },
  },
  { path: '/desk/waivers', role: 'office', form: { unit: 'safety', reason: '只有两个人', sinceOn: '2026-06-15', untilOn: '2026-12-31' } },
  {
    path: '/desk/systems/new',
    role: 'office',
    form: { name: '档案系统', unit: 'safety', responsible: 'clerk', scopes: 'read:desk', expiresOn: '2026-12-31' },
  },
  {
    path: '/desk/catalogue/duties/new',
    role: 'office',
    form: {
      ...{ category: 'plans', code: 'drills', titleZh: '应急演练', titleEn: 'Drills', units: 'safety', kind: 'within' },
      ...{ withinDays: '10', withinCount: 'working', withinAnchor: 'formation', channels: 'portal', levels: 'city' },
      ...{ audience: 'society', mode: 'proactive', required: 'yes', sinceOn: '2026-06-15', genre: 'notice', subject: '2' },
      ...{ basisZh: '《政府信息公开条例》第二十条', basisEn: 'Regulations on Open Government Information, art. 20' },
    },
  },
]

/** Signing out ends the walk of whoever does it, so it comes last. */
const inOrder = [...routes].sort((a, b) => Number(a.path === '/desk/sign-out') - Number(b.path === '/desk/sign-out'))

let town: Town

beforeAll(async () => {
  if (hasServer) town = await givenTown()
})

afterAll(async () => town?.close())

describe('the policy table', () => {
  test('is asked by every route: one without a policy does not compile', () => {
    // @ts-expect-error a route names its policy
    const route: Route = { method: 'GET', path: '/nowhere', answer: async () => ({ redirect: '/' }) }
    expect(route).not.toHaveProperty('policy')
    expect(routes.filter((one) => !Object.hasOwn(policy, one.policy)).map((one) => one.path)).toEqual([])
  })

  test('holds no right that nothing asks for', () => {
    const asked = programIn('src')
      .filter(({ path }) => path !== 'src/kernel/policy.ts' && !path.includes('/pages/') && !path.startsWith('src/ui/'))
      .map(({ text }) => text)
      .join('\n')
    const idle = Object.keys(policy).filter((action) => !asked.includes(`'${action}'`))
    expect(idle).toEqual([])
  })

  test('opens to anybody, or to anybody signed in, only what is public or their own', () => {
    const who = ({ policy: action }: Route) => policy[action].who
    const open = routes.filter((route) => who(route) === 'anyone')
    expect(open.filter(({ path }) => path.startsWith('/desk')).map(({ path }) => path)).toEqual([])
    expect(new Set(open.filter(({ method }) => method === 'POST').map(({ path }) => path))).toEqual(
      new Set([...['/sign-in', '/sign-in/code', '/set-up'], ...['/follow', '/follow/link', '/follow/mine/:token', '/follow/stop/:token']]),
    )
    const own = /^\/desk(\/account(\/.*)?|\/sign-out)?$/
    expect(routes.filter((route) => who(route) === 'signed-in' && !own.test(route.path)).map(({ path }) => path)).toEqual([])
  })

  test('is asked about the unit to which a thing belongs, wherever an address names a thing', () => {
    const named = routes.filter(({ path, about }) => path.startsWith('/desk/') && path.includes(':') && about === undefined)
    const reasons = Object.keys(unitless)
    expect(named.filter(({ path }) => !reasons.some((start) => path.startsWith(start))).map(({ path }) => path)).toEqual([])
    expect(reasons.filter((start) => !named.some(({ path }) => path.startsWith(start)))).toEqual([])
  })

  test('opens to systems only what has a scope, to people nothing that has one, and never a hand in the chain of review', () => {
    expect(routes.filter((route) => scopeOf(route.policy) !== undefined).map(({ path }) => path)).toEqual([])
    const asked = apiEdge.routes.map((route) => scopeOf(route.policy))
    expect(new Set(asked)).toEqual(new Set(scopes.filter((scope) => asked.includes(scope))))
    expect(asked).not.toContain(undefined)
    const lent = (Object.keys(policy) as Action[]).filter((action) => scopeOf(action) !== undefined).map((action) => policy[action].who)
    expect(lent.flat().filter((role) => role !== 'information-officer' && role !== 'office')).toEqual([])
  })

  test('keeps nothing ready-made that is not for everybody', () => {
    expect(routes.filter((route) => route.keeps === true && policy[route.policy].who !== 'anyone').map((one) => one.path)).toEqual([])
  })
})

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

  test.each(naming)('takes the unit that a form names only from those in reach: $path', async ({ path, role, form }) => {
    const walker = (relation: string) => town.walkers.find(({ name }) => name === `${role}-${relation}`) ?? town.mayor
    const address = waysTo(routes.find((route) => route.method === 'POST' && route.path === path) ?? routes[0]!)[0]!.address
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
    for (const way of inOrder.flatMap(waysTo)) {
      for (const walker of town.walkers) {
        cells += 1
        const fault = await walk(way, walker)
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
    for (const way of inOrder.filter(({ method, policy: action }) => method === 'POST' && needsFreshSignIn(action)).flatMap(waysTo)) {
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
    for (const way of inOrder.filter(({ method }) => method === 'POST').flatMap(waysTo)) {
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
        const asked = `${waysTo(route)[0]!.address.split('?')[0]}?${questions.map((name) => `${name}=${nonsense}`).join('&')}`
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

/** Asks once; what is wrong with the answer, or undefined. */
async function walk({ route, address, sent, also }: Way, walker: Walker): Promise<string | undefined> {
  const unitPath = route.about === undefined ? undefined : town.units.own.path
  const isAllowed = may(route.policy, walker.posts, unitPath) && (also === undefined || may(also, walker.posts, town.units.own.path))
  const before = await town.lastEntry()
  const answer = await (route.method === 'GET' ? town.get(walker, address) : town.post(walker, address, sent))
  const { statusCode: status } = answer
  if (status >= 500) return `fell over with ${status}`
  if (Object.hasOwn(empty, route.path) && isAllowed) return status === 404 ? undefined : `${status} where there is nothing`
  const isSentAway = status === 401 || (status === 303 && String(answer.headers.location).startsWith('/en/sign-in?next='))
  const isRefused = isSentAway || status === 403 || status === 404
  if (isAllowed) return isRefused ? `refused with ${status}` : undefined
  if (!isRefused) return `let in with ${status}`
  if (walker.posts === undefined && !isSentAway) return `${status} instead of the way to the sign-in`
  if (route.method === 'POST' && (await town.lastEntry()) !== before) return 'refused, and yet something was recorded'
  return undefined
}

/** Every way of asking for a route. Throws for a parameter that nobody gave a value: then the walk would not reach the route. */
function waysTo(route: Route): Way[] {
  return (choices[`${route.method} ${route.path}`] ?? choices[route.path] ?? [{}]).map(({ sent = {}, params = {}, also }) => {
    const parts = route.path.split('/').map((part, index, all) => {
      if (!/^[:*]/.test(part)) return part
      const known = params[part.slice(1)] ?? town.params[all.slice(0, index + 1).join('/')]
      if (known === undefined) throw new Error(`test/support/walk.ts knows no value for ${part} of ${route.method} ${route.path}`)
      return known
    })
    const query = route.method === 'GET' && Object.keys(sent).length > 0 ? `?${new URLSearchParams(sent).toString()}` : ''
    return { route, address: `/en${parts.join('/')}${query}`, sent, also }
  })
}
