import type { Action, HeldPost, Scope } from '../../../kernel/policy.ts'
import type { Lang } from '../../../kernel/translate.ts'
import type { Translate } from '../../../kernel/words.ts'
import type { Site } from '../../site.ts'

/** A system of a unit, as one request sees it. It is the second kind of visitor: it has no session, no form token and no pages. */
export interface Caller {
  systemId: number
  /** Who answers for it. */
  personId: number
  unitId: number
  unitPath: string
  scopes: readonly Scope[]
  /** What the person who answers for it lends it today, within the unit. */
  posts: readonly HeldPost[]
}

/** Why a token does not count. */
export type NoCaller = 'token-unknown' | 'token-expired' | 'token-revoked' | 'token-orphaned'

/** One request of a system, already admitted; nothing in its body has been checked yet. */
export interface Call {
  site: Site
  caller: Caller
  lang: Lang
  t: Translate
  params: Record<string, string>
  query: Record<string, string>
  /** The body as it came. */
  bytes: Buffer
  mediaType: string
  header(name: string): string
  /** The validator of what the client saw, where it must say one. */
  seen: string
  /** The key under which a repeated request gets the same answer; '' where none is asked for. */
  key: string
  /** Of method, address and body: another request under the same key is told apart by it. Made with the city's key where `isPersonal`. */
  fingerprint: string
}

/** What a call gives back. */
export interface CallAnswer {
  status?: number
  body?: unknown
  location?: string
  /** The validator of what was given, without quotes. */
  tag?: string
  next?: string
  /** Laid over the body of the first answer and kept nowhere: a secret that is shown once. */
  shownOnce?: Record<string, unknown>
}

/** One address of the API that systems use. `policy` names a row with a scope. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  policy: Action
  /** The path of the unit that the thing named in the address belongs to; undefined: there is no such thing for this caller. */
  about?: (call: Call) => Promise<string | undefined>
  /** JSON unless told; `bytes` is a file as it is, `form` JSON that carries files in Base64. */
  takes?: 'json' | 'bytes' | 'form'
  /** Its body holds somebody's number or name: whoever reads the database must not be able to try numbers against its fingerprint. */
  isPersonal?: true
  /** The client must say which state it saw (`If-Match`), so that nobody's work is written over. */
  asksSeen?: true
  answer: (call: Call) => Promise<CallAnswer>
}

/** What the edge needs to let systems in; `app.ts` hands it in. */
export interface ApiEdge {
  routes: readonly ApiRoute[]
  identify(site: Site, token: string): Promise<Caller | NoCaller>
  rules: { limits: { perMinute: number; strangersPerMinute: number }; bodies: Record<'jsonBytes' | 'fileBytes' | 'formBytes', number> }
}
