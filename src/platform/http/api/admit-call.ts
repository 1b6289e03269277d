import type { FastifyRequest } from 'fastify'
import { scopeOf } from '../../../kernel/policy.ts'
import type { Site } from '../../site.ts'
import { mediaTypeOf } from '../headers.ts'
import type { ApiEdge, ApiRoute, Caller } from './call.ts'
import { Problem } from './problem.ts'
import type { RateMeter } from './rate-meter.ts'

/** Counts what callers and strangers ask for. */
export interface Meters {
  callers: RateMeter
  strangers: RateMeter
}

/**
 * Asks everything that can be asked before a body is read: token, pace, scope, kind of body, key, validator. Cookies are not looked at:
 * a session is for people. Throws the problem, or gives the caller.
 */
export async function admitCall(
  site: Site,
  edge: ApiEdge,
  meters: Meters,
  route: ApiRoute | undefined,
  request: FastifyRequest,
): Promise<Caller> {
  const caller = await identify(site, edge, meters, request)
  const scope = route && scopeOf(route.policy)
  if (route === undefined || scope === undefined) throw new Problem('not-found')
  if (!caller.scopes.includes(scope)) {
    const challenge = `Bearer realm="gongkai", error="insufficient_scope", scope="${scope}"`
    throw new Problem('scope-missing', { params: { scope }, headers: { 'www-authenticate': challenge } })
  }
  mustHaveBody(edge, route, request)
  if (route.method === 'POST' && keyOf(request) === '') throw new Problem('key-missing')
  if (route.asksSeen === true && request.headers['if-match'] === undefined) throw new Problem('seen-missing')
  return caller
}

/** The key of a request that may come twice, as the client chose it; '' when it is missing or cannot be one. */
export function keyOf(request: FastifyRequest): string {
  const text = request.headers['idempotency-key']
  const key = typeof text === 'string' ? text.replace(/^"(.*)"$/, '$1') : ''
  return /^[\x21-\x7e]{8,200}$/.test(key) ? key : ''
}

/** How long a body may be here. */
export function mostBytes({ rules: { bodies } }: ApiEdge, { takes }: ApiRoute): number {
  if (takes === 'bytes') return bodies.fileBytes
  return takes === 'form' ? bodies.formBytes : bodies.jsonBytes
}

async function identify(site: Site, edge: ApiEdge, meters: Meters, request: FastifyRequest): Promise<Caller> {
  const now = site.now().getTime()
  const token = /^Bearer +(\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) throw new Problem('token-missing', { headers: { 'www-authenticate': 'Bearer realm="gongkai"' } })
  mustWait(meters.strangers.secondsToWait(request.ip, now))
  const caller = await edge.identify(site, token)
  if (typeof caller === 'string') {
    meters.strangers.take(request.ip, now)
    throw new Problem(caller, { headers: { 'www-authenticate': 'Bearer realm="gongkai", error="invalid_token"' } })
  }
  mustWait(meters.callers.take(String(caller.systemId), now))
  return caller
}

function mustWait(seconds: number): void {
  if (seconds > 0) throw new Problem('too-many', { params: { n: seconds }, headers: { 'retry-after': String(seconds) } })
}

function mustHaveBody(edge: ApiEdge, route: ApiRoute, request: FastifyRequest): void {
  if (route.method === 'GET' || route.method === 'DELETE') return
  const type = mediaTypeOf(request.headers['content-type'])
  const isBytes = route.takes === 'bytes'
  const isFitting = isBytes
    ? type !== '' && !type.startsWith('multipart/') && type !== 'application/x-www-form-urlencoded'
    : type === 'application/json'
  if (!isFitting) {
    throw new Problem('type-wrong', { params: { type: isBytes ? 'application/pdf, application/octet-stream …' : 'application/json' } })
  }
  const most = mostBytes(edge, route)
  if (Number(request.headers['content-length'] ?? 0) > most) throw new Problem('too-large', { params: { n: most } })
}
