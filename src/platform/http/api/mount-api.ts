import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { covers, may } from '../../../kernel/policy.ts'
import { keyedHash } from '../../seal/index.ts'
import type { Site } from '../../site.ts'
import { caching, mediaTypeOf } from '../headers.ts'
import type { KeptPages } from '../kept-pages.ts'
import { preferredLanguage } from '../language.ts'
import type { Route } from '../route.ts'
import { admitCall, keyOf, mostBytes } from './admit-call.ts'
import type { ApiEdge, ApiRoute, Call, CallAnswer, Caller } from './call.ts'
import { Problem } from './problem.ts'
import { RateMeter } from './rate-meter.ts'
import { sendProblem } from './send-problem.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * The addresses for systems, in a scope of their own: bodies are read as bytes, every error is problem+json in the client's language,
 * and no cookie is looked at. Every address of the API, also those for reading, says which methods it has.
 */
export async function mountApi(
  server: FastifyInstance,
  site: Site,
  edge: ApiEdge,
  pages: readonly Route[],
  kept: KeptPages,
): Promise<void> {
  const { limits } = edge.rules
  const meters = { callers: new RateMeter(limits.perMinute), strangers: new RateMeter(limits.strangersPerMinute) }
  await server.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
    own.setErrorHandler((thrown, request, reply) => sendProblem(site, request, reply, thrown))
    const callers = new WeakMap<object, Caller>()
    for (const route of edge.routes) {
      own.route({
        method: route.method,
        url: route.path,
        bodyLimit: mostBytes(edge, route),
        onRequest: async (request) => void callers.set(request.raw, await admitCall(site, edge, meters, route, request)),
        handler: async (request, reply) => {
          const call = asCall(site, route, request, callers.get(request.raw)!)
          await mustBeAllowed(route, call)
          const answer = await route.answer(call)
          if (route.method !== 'GET') kept.changed()
          return sendAnswer(request, reply, answer)
        },
      })
    }
    for (const [path, own_] of methodsOf(edge.routes, pages)) tellMethods(own, path, own_)
  })
}

/** Which methods each address of the API has. */
function methodsOf(routes: readonly ApiRoute[], pages: readonly Route[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { method, path } of [...pages.filter((page) => page.path.startsWith('/api/')), ...routes]) {
    found.set(path, [...(found.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])])
  }
  return found
}

function tellMethods(own: FastifyInstance, url: string, has: readonly string[]): void {
  const allow = [...has, 'OPTIONS'].join(', ')
  own.route({ method: 'OPTIONS', url, handler: async (_request, reply) => reply.code(204).header('allow', allow).send() })
  const others = methods.filter((method) => !has.includes(method))
  const refuse = async () => {
    throw new Problem('method-wrong', { params: { allow }, headers: { allow } })
  }
  own.route({ method: others, url, onRequest: refuse, handler: refuse, exposeHeadRoute: false })
}

function asCall(site: Site, route: ApiRoute, request: FastifyRequest, caller: Caller): Call {
  const lang = preferredLanguage(request.headers['accept-language'])
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const head = `${request.method} ${request.url}\n${String(request.headers['content-disposition'] ?? '')}\n`
  return {
    ...{ site, caller, lang, t: site.words[lang], bytes, key: keyOf(request) },
    params: request.params as Record<string, string>,
    query: request.query as Record<string, string>,
    mediaType: mediaTypeOf(request.headers['content-type']),
    header: (name) => String(request.headers[name] ?? ''),
    seen: String(request.headers['if-match'] ?? '').replace(/^"(.*)"$/, '$1'),
    fingerprint: fingerprintOf(site, route, createHash('sha256').update(head).update(bytes).digest('hex')),
  }
}

/** A plain hash of somebody's number gives the number away to whoever can reckon through all of them; one with a key does not. */
function fingerprintOf(site: Site, route: ApiRoute, hash: string): string {
  return route.isPersonal === true && route.method !== 'GET' ? keyedHash(site.keys, hash, 'api.request').toString('hex') : hash
}

/** A thing of another unit does not exist for this caller: whether it does elsewhere is nobody's business. */
async function mustBeAllowed(route: ApiRoute, call: Call): Promise<void> {
  const path = route.about === undefined ? call.caller.unitPath : await route.about(call)
  if (path === undefined || !covers(call.caller.unitPath, path)) throw new Problem('not-found')
  if (!may(route.policy, call.caller.posts, path)) throw new Problem('right-missing')
}

function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: CallAnswer): FastifyReply {
  void reply.header('cache-control', caching.never).header('vary', 'Accept-Language, Authorization')
  if (answer.location !== undefined) void reply.header('location', answer.location)
  if (answer.tag !== undefined) void reply.header('etag', `"${answer.tag}"`)
  if (answer.next !== undefined) void reply.header('link', `<${answer.next}>; rel="next"`)
  const isKnown = request.method === 'GET' && answer.tag !== undefined && request.headers['if-none-match'] === `"${answer.tag}"`
  if (isKnown) return reply.code(304).send()
  if (answer.body === undefined) return reply.code(answer.status ?? 204).send()
  return reply
    .code(answer.status ?? 200)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answer.body))
}
