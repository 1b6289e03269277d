import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotAllowed, NotFound } from '../../kernel/faults.ts'
import type { Lang } from '../../kernel/translate.ts'
import type { Site } from '../site.ts'
import { sendProblem } from './api/send-problem.ts'
import { readerOf } from './ask.ts'
import { SignInNeeded, type Edge } from './guard.ts'
import { caching } from './headers.ts'
import { draw } from './render.ts'
import { readyPage, sendReady } from './send.ts'

/** The gone: a document that was removed from public view. Becomes a 410. */
export class Gone extends Error {
  override name = 'Gone'
}

/**
 * Turns whatever was thrown into a page, or into problem+json for the API. A fault nobody foresaw is logged under a number that the
 * reader sees too; its words never leave the server.
 */
export async function answerFault(
  site: Site,
  edge: Edge,
  request: FastifyRequest,
  reply: FastifyReply,
  language: { lang: Lang },
  thrown: unknown,
): Promise<unknown> {
  if (request.url.startsWith('/api/')) return sendProblem(site, request, reply, thrown)
  const status = statusOf(thrown)
  if (status === 503) void reply.header('retry-after', '10')
  const number = status === 500 ? randomUUID().slice(0, 8) : undefined
  if (number !== undefined)
    site.log({ level: 'error', number, url: request.url, fault: thrown instanceof Error ? thrown.stack : String(thrown) })
  void reply.header('cache-control', caching.never)
  const [path = '/', search] = request.url.split('?', 2)
  const visitor = await edge.identify(site, plainCookies(request)).catch(() => undefined)
  const reader = readerOf(site, language.lang, path, search === undefined ? '' : `?${search}`, visitor)
  return sendReady(reply, request, readyPage(draw(edge.faultPage(reader, status, number)), status))
}

type FaultStatus = 400 | 401 | 403 | 404 | 410 | 413 | 429 | 500 | 503

function statusOf(thrown: unknown): FaultStatus {
  if (thrown instanceof NotFound) return 404
  if (thrown instanceof Gone) return 410
  if (thrown instanceof SignInNeeded) return 401
  if (thrown instanceof NotAllowed) return 403
  const code = (thrown as { statusCode?: unknown }).statusCode
  if (code === 413) return 413
  if (code === 429 || code === 503) return code
  if (typeof code === 'number' && code >= 400 && code < 500) return 400
  return 500
}

function plainCookies(request: FastifyRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(request.cookies ?? {}).map(([name, value]) => [name, value ?? '']))
}
