import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Lang } from '../../kernel/translate.ts'
import type { Site } from '../site.ts'
import { asAsk } from './ask.ts'
import { fixedHeaders } from './headers.ts'
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
export async function buildServer(site: Site, routes: readonly Route[], edge: Edge): Promise<{ server: FastifyInstance; kept: KeptPages }> {
  const languages = new WeakMap<object, Lang>()
  const server = await openFastify(site, languages)
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
  server.setErrorHandler((thrown, request, reply) => fault(request, reply, thrown))
  server.setNotFoundHandler((request, reply) => fault(request, reply, edge.nothingHere()))
  return { server, kept }
}

/** Fastify with our limits, and the language taken off the front of every address. */
async function openFastify(site: Site, languages: WeakMap<object, Lang>): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: defaultBodyLimit,
    requestTimeout: 60_000,
    trustProxy: site.config.trustedProxy ?? false,
    routerOptions: { maxParamLength: 200, querystringParser: parseQuery, ignoreTrailingSlash: true },
    rewriteUrl(request) {
      const { lang, rest } = splitLanguage(request.url ?? '/')
      if (lang !== undefined) languages.set(request, lang)
      return rest
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
  if (!language.isChosen) void reply.header('vary', 'Accept-Language')
  const key = route.keeps === true ? `${language.lang} ${request.url}` : undefined
  const ready = key === undefined ? undefined : kept.find(key)
  if (ready !== undefined) return sendReady(reply, request, ready)
  const state = kept.state
  const ask = asAsk(site, request, language.lang)
  const early = await guard(site, edge, route, ask, request)
  const answer = early ?? (await route.answer(ask))
  if (route.method === 'POST') kept.changed()
  return send(site, reply, request, answer, {
    isPublic: route.keeps === true,
    lang: language.lang,
    keep: (text, type, status, next) => {
      const page = makeReady(text, type, status, next)
      if (key !== undefined && status === 200) kept.keep(key, page, state)
      return page
    },
  })
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
