import { describe, expect, test } from 'vitest'
import { routes } from '../src/app.ts'
import { apiEdge } from '../src/features/api/index.ts'
import { policy, scopeOf, scopes, type Action } from '../src/kernel/policy.ts'
import type { Route } from '../src/platform/http/route.ts'
import { programIn } from './support/sources.ts'

/** Things behind the sign-in that belong to no unit. */
const unitless: Record<string, string> = {
  '/desk/account/': 'a session is its owner’s',
  '/desk/people/:id': 'a person belongs to no unit; the acts look at their posts',
  '/desk/calendar/:id': 'the calendar holds for the whole city',
  '/desk/catalogue/duties/:code': 'whoever works here reads the whole catalogue',
  '/desk/figures/:figure': 'a figure belongs to no unit; the page asks for one in reach',
  '/desk/saved/:id': 'a kept search is its owner’s',
  '/desk/searches/:id': 'the public searches the whole city',
  '/desk/synonyms/:id': 'words mean the same everywhere',
  '/desk/catalogue/templates/:code': 'whoever works here reads what was laid down above',
  '/desk/catalogue/proposals/:id': 'whoever works here reads what was announced above; the answer names its unit',
  '/desk/work/jobs/:id': 'jobs are the machine’s',
}

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
      new Set([
        ...['/sign-in', '/sign-in/code', '/set-up', '/follow', '/follow/link', '/follow/mine/:token', '/follow/stop/:token'],
        ...routes.filter(({ method, path }) => method === 'POST' && /^\/(apply|track)(\/|$)/.test(path)).map(({ path }) => path),
      ]),
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
