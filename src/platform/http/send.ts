import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '../../kernel/translate.ts'
import type { Site } from '../site.ts'
import { caching } from './headers.ts'
import { draw, makeReady, type ReadyMade } from './render.ts'
import type { Answer } from './route.ts'

interface Manner {
  isPublic: boolean
  lang: Lang
  keep: (text: string, type: string, status: number, next?: string) => ReadyMade
}

const html = 'text/html; charset=utf-8'

/** Sends what a route answered. */
export async function send(site: Site, reply: FastifyReply, request: FastifyRequest, answer: Answer, manner: Manner): Promise<unknown> {
  const isHttps = site.config.baseUrl.startsWith('https:')
  for (const cookie of answer.cookies ?? []) {
    const sameSite = cookie.isStrict === true ? 'strict' : 'lax'
    void reply.setCookie(cookie.name, cookie.value, { path: '/', httpOnly: true, sameSite, secure: isHttps, maxAge: cookie.maxAge })
  }
  void reply.header('cache-control', manner.isPublic ? caching.public : caching.never)
  if ('redirect' in answer) return reply.redirect(answer.redirect, answer.status ?? 303)
  if ('file' in answer) {
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
    void reply.header('content-security-policy', "sandbox; default-src 'none'")
    return reply.type(answer.type).send(answer.file)
  }
  const status = answer.status ?? 200
  if ('page' in answer) return sendReady(reply, request, manner.keep(draw(answer.page), html, status))
  if ('json' in answer) {
    return sendReady(reply, request, manner.keep(JSON.stringify(answer.json), 'application/json; charset=utf-8', status, answer.next))
  }
  return sendReady(reply, request, manner.keep(answer.text, answer.type, status, answer.next))
}

/** Sends a ready-made answer: 304 when the reader has it, packed when the reader can unpack it. */
export function sendReady(reply: FastifyReply, request: FastifyRequest, ready: ReadyMade): FastifyReply {
  if (reply.getHeader('cache-control') === undefined) void reply.header('cache-control', caching.public)
  void reply.header('etag', ready.tag)
  if (ready.next !== undefined) void reply.header('link', `<${ready.next}>; rel="next"`)
  if (ready.status === 200 && request.headers['if-none-match'] === ready.tag) return reply.code(304).send()
  const packs = String(request.headers['accept-encoding'] ?? '').includes('gzip') && ready.packed !== ready.plain
  void reply.code(ready.status).type(ready.type)
  if (ready.packed !== ready.plain) void reply.header('vary', varyWith(reply))
  return packs ? reply.header('content-encoding', 'gzip').send(ready.packed) : reply.send(ready.plain)
}

function varyWith(reply: FastifyReply): string {
  const before = reply.getHeader('vary')
  return typeof before === 'string' && before !== '' ? `${before}, Accept-Encoding` : 'Accept-Encoding'
}

/** A text made ready outside a route: for error pages. */
export const readyPage = (text: string, status: number): ReadyMade => makeReady(text, html, status)
