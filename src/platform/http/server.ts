import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Lang } from '../../kernel/translate.ts'
import type { Site } from '../site.ts'
import type { ApiEdge } from './api/call.ts'
import { mountApi } from './api/mount-api.ts'
import { asAsk } from './ask.ts'
import { caching, fixedHeaders } from './headers.ts'
import { KeptPages } from './kept-pages.ts'
import { preferredLanguage, splitLanguage } from './language.ts'
import { answerFault } from './faults.tsx'
import { fileLimits } from './files.ts'
import { guard, type Edge } from './guard.ts'
import { makeReady } from './render.ts'
import { send, sendReady } from './send.ts'
import { withoutControls, type Route } from './route.ts'

const defaultBodyLimit = 1024 * 1024

/** The web server over a list of routes. Nothing listens yet: tests inject, `main.ts` listens. */
export async function buildServer(
  site: Site,
  routes: readonly Route[],
  edge: Edge,
  api?: ApiEdge,
): Promise<{ server: FastifyInstance; kept: KeptPages }> {
  const languages = new WeakMap<object, Lang>()
  const tables = new Set(routes.filter(({ path }) => path.endsWith('.csv')).map(({ path }) => path.slice(0, -'.csv'.length)))
  const server = await openFastify(site, languages, tables)
  const kept = new KeptPages()
  const languageOf = (request: FastifyRequest): { lang: Lang; isChosen: boolean } => {
    const chosen = languages.get(request.raw)
    return { lang: chosen ?? preferredLanguage(request.headers['accept-language']), isChosen: chosen !== undefined }
  }
  const fault = (request: FastifyRequest, reply: FastifyReply, thrown: unknown): Promise<unknown> =>
    answerFault(site, edge, request, reply, languageOf(request), thrown)
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.bodyLimit ?? defaultBodyLimit,
      handler: async (request, reply) => {
        try {
          return await answerRoute(site, edge, route, kept, request, reply, languageOf(request))
        } catch (thrown) {
          return fault(request, reply, thrown)
        }
      },
    })
  }
  if (api !== undefined) await mountApi(server, site, api, routes, kept)
  server.setErrorHandler((thrown, request, reply) => fault(request, reply, thrown))
  server.setNotFoundHandler((request, reply) => answerNothing(site, edge, request, reply, fault))
  return { server, kept }
}

/** At an address where nothing answers: perhaps a page of an older site stood there; then it leads to where that page is now. */
async function answerNothing(
  site: Site,
  edge: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  fault: (request: FastifyRequest, reply: FastifyReply, thrown: unknown) => Promise<unknown>,
): Promise<unknown> {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const path = isRead && !request.url.startsWith('/api/') ? await edge.findMoved?.(site, request.originalUrl) : undefined
  if (path === undefined) return fault(request, reply, edge.nothingHere())
  return reply.header('cache-control', caching.public).redirect(path, 301)
}

/** Fastify with our limits, and the language taken off the front of every address. */
async function openFastify(site: Site, languages: WeakMap<object, Lang>, tables: ReadonlySet<string>): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: defaultBodyLimit,
    requestTimeout: 60_000,
    trustProxy: site.config.trustedProxy ?? false,
    routerOptions: { maxParamLength: 200, querystringParser: parseQuery, ignoreTrailingSlash: true },
    rewriteUrl(request) {
      const { lang, rest } = splitLanguage(request.url ?? '/')
      if (lang !== undefined) languages.set(request, lang)
      return asTable(rest, request.headers.accept, tables)
    },
  })
  await server.register(cookie)
  await server.register(formbody, { parser: parseForm })
  await server.register(multipart, { limits: fileLimits(site.houseRules.files) })
  const headers = fixedHeaders(site.config.baseUrl.startsWith('https:'))
  server.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
  return server
}

async function answerRoute(
  site: Site,
  edge: Edge,
  route: Route,
  kept: KeptPages,
  request: FastifyRequest,
  reply: FastifyReply,
  language: { lang: Lang; isChosen: boolean },
): Promise<unknown> {
  const varies = [...(language.isChosen ? [] : ['Accept-Language']), ...(route.path.startsWith('/api/v1/') ? ['Accept'] : [])]
  if (varies.length > 0) void reply.header('vary', varies.join(', '))
  const key = route.keeps === true ? `${language.lang} ${request.url}` : undefined
  const ready = key === undefined ? undefined : kept.find(key)
  if (ready !== undefined) return sendReady(reply, request, ready)
  const state = kept.state
  const ask = asAsk(site, request, language.lang)
  const early = await guard(site, edge, route, ask, request)
  const answer = early ?? (await route.answer(ask))
  if (route.method === 'POST') kept.changed()
  return send(site, reply, request, answer, {
    isPublic: route.keeps === true && answer.passes !== true,
    lang: language.lang,
    keep: (text, type, status, next) => {
      const page = makeReady(text, type, status, next)
      if (key !== undefined && status === 200 && answer.passes !== true) kept.keep(key, page, state)
      return page
    },
  })
}

/** A list is given as a table to whoever asks for one first: `text/csv` leads to the address that ends so. */
function asTable(url: string, accept: string | undefined, tables: ReadonlySet<string>): string {
  const [path = '', query] = url.split('?', 2)
  if (!tables.has(path) || accept?.trimStart().startsWith('text/csv') !== true) return url
  return `${path}.csv${query === undefined ? '' : `?${query}`}`
}

function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [name, value] of new URLSearchParams(text)) query[name] ??= withoutControls(value)
  return query
}

function parseForm(text: string): Record<string, string | string[]> {
  const body: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>
  for (const [name, value] of new URLSearchParams(text)) {
    const before = body[name]
    body[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return body
}
