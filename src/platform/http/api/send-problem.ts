import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotAllowed, NotFound } from '../../../kernel/faults.ts'
import type { Site } from '../../site.ts'
import { caching } from '../headers.ts'
import { preferredLanguage } from '../language.ts'
import { Problem, problemBody, problems, problemType, type ProblemKind } from './problem.ts'

/** Turns whatever was thrown into problem+json. What nobody foresaw is logged under a number; its words never leave the server. */
export function sendProblem(site: Site, request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const kind = kindOf(thrown)
  const told = thrown instanceof Problem ? thrown.told : {}
  const number = kind === 'fault' ? randomUUID().slice(0, 8) : undefined
  if (number !== undefined)
    site.log({ level: 'error', number, url: request.url, fault: thrown instanceof Error ? thrown.stack : String(thrown) })
  const lang = preferredLanguage(request.headers['accept-language'])
  void reply.headers({
    ...told.headers,
    'cache-control': caching.never,
    vary: 'Accept-Language',
    'content-language': lang === 'zh' ? 'zh-CN' : 'en',
  })
  return reply
    .code(problems[kind])
    .type(problemType)
    .send(JSON.stringify(problemBody(site, lang, kind, told, number)))
}

const byStatus: Record<number, ProblemKind> = { 410: 'gone', 413: 'too-large', 415: 'type-wrong', 429: 'too-many', 503: 'not-ready' }

function kindOf(thrown: unknown): ProblemKind {
  if (thrown instanceof Problem) return thrown.kind
  if (thrown instanceof NotFound) return 'not-found'
  if (thrown instanceof NotAllowed) return 'right-missing'
  if (thrown instanceof Error && thrown.name === 'Gone') return 'gone'
  const code = (thrown as { statusCode?: unknown }).statusCode
  if (typeof code !== 'number' || code < 400) return 'fault'
  return byStatus[code] ?? (code < 500 ? 'body-broken' : 'fault')
}
