import type { VNode } from 'preact'
import type { Action, HeldPost } from '../../kernel/policy.ts'
import type { Reader } from '../../ui/reader.ts'
import type { Site } from '../site.ts'

/** Somebody who is signed in, as one request sees them. */
export interface Visitor {
  personId: number
  sessionId: number
  nameZh: string
  nameEn: string
  posts: (HeldPost & { unitId: number; unitNameZh: string; unitNameEn: string; standsInFor?: string })[]
  formToken: string
  /** The password was given lately enough for a dangerous act. */
  isFresh: boolean
}

/** One question from outside, already parsed; nothing in it has been checked yet. */
export interface Ask {
  site: Site
  params: Record<string, string>
  query: Record<string, string>
  /** Every field as it came; a field given twice is a list. */
  body: Record<string, string | string[]>
  files: UploadedFile[]
  cookies: Record<string, string>
  reader: Reader
  visitor?: Visitor
  /** The caller's network address: only for brakes, never stored as it is. */
  address: string
  agent: string
}

export interface UploadedFile {
  field: string
  name: string
  mediaType: string
  bytes: Buffer
}

export interface Cookie {
  name: string
  value: string
  /** Seconds; 0 ends it. */
  maxAge?: number
  /** Not sent along with a link that was followed from another site either. */
  isStrict?: true
}

/**
 * What a route gives back. The edge adds headers, languages, validators and compression. `passes`: not to be kept, even where the
 * route's answers are, because it must be asked for each time.
 */
export type Answer = { status?: number; cookies?: Cookie[]; passes?: boolean } & (
  | { page: VNode }
  | { redirect: string }
  | { text: string; type: string; next?: string }
  | { json: unknown; next?: string }
  | { file: Buffer; type: string; name: string }
)

/** One address of the site. `policy` names a row of the policy table; without it nothing compiles. */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  policy: Action
  /**
   * The path of the unit that the thing asked for belongs to, so that the edge can ask the policy table before anything else
   * happens. `undefined`: there is no such thing, which is answered as 404 to everybody.
   */
  about?: (ask: Ask) => Promise<string | undefined>
  answer: (ask: Ask) => Promise<Answer>
  /** Public pages are kept, ready-made, until anything in the record changes. Never for anything personal. */
  keeps?: true
  /** Bytes a form may carry with all its files; 1 MiB unless told. */
  bodyLimit?: number
  /** The form carries files. They are read only after origin, session and right, so `about` cannot look at the form here. */
  takesFiles?: true
  /** The page for a form with files that is too large; left out: the page of that fault. */
  tooLarge?: (ask: Ask) => Promise<Answer>
  /**
   * The page for a form with files that did not arrive whole; left out: the page of that fault. Where it is there, also a form that says
   * itself that it is too large is read as far as its texts go, so that both pages can show what was typed.
   */
  cutOff?: (ask: Ask) => Promise<Answer>
}

/** A form field as one trimmed-at-the-end text; '' when absent. Control characters other than line breaks are dropped. */
export function field(ask: Pick<Ask, 'body'>, name: string): string {
  const value = ask.body[name]
  return withoutControls(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))
}

/** A text with line breaks of one kind and without control characters, which no person types and no database column takes. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

/** A form field that may be given several times. */
export function fields(ask: Pick<Ask, 'body'>, name: string): string[] {
  const value = ask.body[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
