import type { OutgoingHttpHeaders } from 'node:http'
import { NotFound } from '../../src/kernel/faults.ts'
import type { Edge } from '../../src/platform/http/guard.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import type { Site } from '../../src/platform/site.ts'
import { faultPage } from '../../src/ui/fault-page.tsx'

export interface Seen {
  status: number
  text: string
  location: string
  headers: OutgoingHttpHeaders
}

/** Somebody without an account, whose browser keeps its cookies; each comes from a network address of their own. */
export interface Stranger {
  get(url: string): Promise<Seen>
  post(url: string, form: Record<string, string>): Promise<Seen>
  /** A form with files; `cutAt` breaks it off there, counted from the end when below zero. */
  upload(
    url: string,
    form: Record<string, string>,
    files: { field: string; name: string; bytes: Buffer }[],
    how?: { cutAt?: number },
  ): Promise<Seen>
  /** Opens the case of a receipt with its number and code. */
  follow(receipt: Seen): Promise<Seen>
}

let strangers = 0

/** The routes behind the edge, as somebody sees them who is not signed in. */
export async function publicSite(site: Site, routes: readonly Route[]): Promise<Stranger> {
  const edge: Edge = {
    identify: async () => undefined,
    confirmPassword: async () => 'wrong',
    confirmPage: (reader) => faultPage(reader, 403),
    faultPage,
    nothingHere: () => new NotFound('nothing here'),
  }
  const { server } = await buildServer(site, routes, edge)
  const remoteAddress = `192.0.2.${(strangers += 1)}`
  const cookies: Record<string, string> = {}
  const send = async (method: 'GET' | 'POST', url: string, payload?: string | Buffer, type = 'application/x-www-form-urlencoded') => {
    const headers = payload === undefined ? {} : { 'content-type': type }
    const answer = await server.inject({
      method,
      url,
      headers,
      cookies: { ...cookies },
      remoteAddress,
      ...(payload === undefined ? {} : { payload }),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) delete cookies[name]
      else cookies[name] = value
    }
    return { status: answer.statusCode, text: answer.body, location: String(answer.headers.location ?? ''), headers: answer.headers }
  }
  const stranger: Stranger = {
    get: (url) => send('GET', url),
    post: (url, form) => send('POST', url, new URLSearchParams(form).toString()),
    upload: (url, form, files, { cutAt } = {}) => {
      const body = multipart(form, files)
      return send('POST', url, cutAt === undefined ? body : body.subarray(0, cutAt), `multipart/form-data; boundary=${boundary}`)
    },
    async follow(receipt) {
      const answer = await stranger.post('/en/track', numberAndCode(receipt))
      return answer.location === '' ? answer : stranger.get(answer.location)
    },
  }
  return stranger
}

/** Number and code as a receipt shows them. */
export function numberAndCode({ text }: Seen): { number: string; code: string } {
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? ''
  return { number: of('number'), code: of('code') }
}

const boundary = 'gongkai-boundary'

function multipart(form: Record<string, string>, files: { field: string; name: string; bytes: Buffer }[]): Buffer {
  const texts = Object.entries(form).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const parts = files.flatMap(({ field, name, bytes }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...texts, ...parts, Buffer.from(`--${boundary}--\r\n`)])
}
