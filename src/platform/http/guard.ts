import type { VNode } from 'preact'
import type { FastifyRequest } from 'fastify'
import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import { may, needsFreshSignIn, policy } from '../../kernel/policy.ts'
import { href, type Reader } from '../../ui/reader.ts'
import type { Site } from '../site.ts'
import { readerOf } from './ask.ts'
import { carriesFiles, mustBeWelcome, readWelcome } from './files.ts'
import { isOwnWrite } from './origin.ts'
import { field, type Answer, type Ask, type Route, type Visitor } from './route.ts'

/** A form came from somewhere else, or from a session that is over. */
export class ForeignForm extends NotAllowed {
  override name = 'ForeignForm'
}

/** Nobody is signed in and the form that came needs somebody. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded'
}

/** What the edge needs from the slices; `app.ts` hands it in. */
export interface Edge {
  identify(site: Site, cookies: Record<string, string>): Promise<Visitor | undefined>
  /** Gives the password again; 'done' makes the session fresh. */
  confirmPassword(ask: Ask, visitor: Visitor, password: string): Promise<'done' | 'wrong' | 'wait'>
  confirmPage(reader: Reader, kept: Ask['body'], outcome: 'ask' | 'wrong' | 'wait'): VNode
  faultPage(reader: Reader, status: number, number?: string): VNode
  nothingHere(): Error
  /** Where a page of an older site stands now: a path of this site, asked only for addresses at which nothing answers. */
  findMoved?(site: Site, url: string): Promise<string | undefined>
}

/**
 * Asks everything that must be asked before a route answers: own origin, session, form token, right, fresh password. Fills in
 * `ask.visitor`. A form with files is large, so it is read, and its token looked at, only after the right. Returns an answer when the route must not run (sign in first, give the password again), else undefined.
 */
export async function guard(site: Site, edge: Edge, route: Route, ask: Ask, request: FastifyRequest): Promise<Answer | undefined> {
  const isWrite = route.method === 'POST'
  if (isWrite && !isOwnWrite(request.headers, request.host)) throw new ForeignForm('the form came from another site')
  const isLarge = carriesFiles(request)
  if (isLarge) mustBeWelcome(route, request)
  const isOpen = policy[route.policy].who === 'anyone'
  if (route.keeps === true) return undefined
  const visitor = await edge.identify(site, ask.cookies)
  if (visitor !== undefined) {
    ask.visitor = visitor
    ask.reader = readerOf(site, ask.reader.lang, ask.reader.path, ask.reader.query, visitor)
    if (isWrite && !isLarge) checkToken(route, ask, visitor)
  }
  if (isOpen) return isLarge ? readOpen(route, ask, request, visitor) : undefined
  if (visitor === undefined) {
    if (isWrite) throw new SignInNeeded()
    return { redirect: `${href(ask.reader, '/sign-in')}?next=${encodeURIComponent(ask.reader.path + ask.reader.query)}` }
  }
  await checkRight(route, ask, visitor)
  if (isLarge) {
    const early = await readWelcome(route, ask, request)
    if (early !== undefined) return early
    checkToken(route, ask, visitor)
  }
  return checkFresh(edge, route, ask, visitor)
}

/** A form with files that anybody may send; whoever is signed in sends their token along all the same. */
async function readOpen(route: Route, ask: Ask, request: FastifyRequest, visitor: Visitor | undefined): Promise<Answer | undefined> {
  const early = await readWelcome(route, ask, request)
  if (early === undefined && visitor !== undefined) checkToken(route, ask, visitor)
  return early
}

function checkToken(route: Route, ask: Ask, visitor: Visitor): void {
  // A sign-in form from an old tab has no token of the session that another tab began meanwhile; it changes nothing of that session.
  const isToken = route.policy === 'session.start' || field(ask, '_token') === visitor.formToken
  if (!isToken) throw new ForeignForm('the form token does not fit the session')
}

/** Throws NotFound when the thing does not exist or the visitor may not even know of it, NotAllowed when the role is wrong. */
async function checkRight(route: Route, ask: Ask, visitor: Visitor): Promise<void> {
  const unitPath = route.about === undefined ? undefined : await route.about(ask)
  if (route.about !== undefined && unitPath === undefined) throw new NotFound(ask.reader.path)
  if (!may(route.policy, visitor.posts, unitPath)) throw new NotAllowed(`${route.policy} ${unitPath ?? ''}`)
}

async function checkFresh(edge: Edge, route: Route, ask: Ask, visitor: Visitor): Promise<Answer | undefined> {
  if (!needsFreshSignIn(route.policy) || visitor.isFresh) return undefined
  const password = field(ask, '_password')
  if (route.method === 'POST' && password !== '') {
    const outcome = await edge.confirmPassword(ask, visitor, password)
    if (outcome === 'done') return undefined
    return { status: 403, page: edge.confirmPage(ask.reader, withoutPassword(ask.body), outcome) }
  }
  if (route.method === 'POST') return { status: 403, page: edge.confirmPage(ask.reader, ask.body, 'ask') }
  return undefined
}

function withoutPassword(body: Ask['body']): Ask['body'] {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== '_password'))
}
