import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { NotFound } from '../../kernel/faults.ts'
import type { Edge } from '../../platform/http/guard.ts'
import { buildServer } from '../../platform/http/server.ts'
import type { Site } from '../../platform/site.ts'
import { faultPage } from '../../ui/fault-page.tsx'
import { secret } from './given-site.ts'
import { confirmPage, confirmPassword, identify, routes } from './index.ts'

const edge: Edge = { identify, confirmPassword, confirmPage, faultPage, nothingHere: () => new NotFound('nothing') }

/** A server with the addresses of this slice. */
export async function givenServer(site: Site): Promise<FastifyInstance> {
  return (await buildServer(site, routes, edge)).server
}

/** A browser over the server: keeps cookies, follows nothing. */
export class Tab {
  readonly cookies = new Map<string, string>()
  readonly #server: FastifyInstance

  constructor(server: FastifyInstance) {
    this.#server = server
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(await this.#server.inject({ method: 'GET', url, cookies: Object.fromEntries(this.cookies) }))
  }

  async post(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const payload = new URLSearchParams(fields).toString()
    return this.#keep(await this.#server.inject({ method: 'POST', url, headers, payload, cookies: Object.fromEntries(this.cookies) }))
  }

  /** Sends a form of the signed-in person, with the token that stands in the page. */
  async send(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> {
    const page = await this.get('/en/desk/account')
    const token = /name="_token" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    return this.post(url, { _token: token, ...fields })
  }

  async signIn(login: string, next = ''): Promise<LightMyRequestResponse> {
    return this.post('/en/sign-in', { login, password: secret, next })
  }

  #keep(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}
