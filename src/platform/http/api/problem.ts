import type { Lang } from '../../../kernel/translate.ts'
import type { Site } from '../../site.ts'

/** Every kind of problem that the API answers, with its status (RFC 9457). The words of each are in the locales. */
export const problems = {
  'parameter-wrong': 400,
  'body-not-json': 400,
  'body-broken': 400,
  'key-missing': 400,
  'digest-wrong': 400,
  'token-missing': 401,
  'token-unknown': 401,
  'token-expired': 401,
  'token-revoked': 401,
  'token-orphaned': 401,
  'scope-missing': 403,
  'right-missing': 403,
  'not-found': 404,
  'method-wrong': 405,
  refused: 409,
  'key-in-use': 409,
  gone: 410,
  'changed-meanwhile': 412,
  'too-large': 413,
  'type-wrong': 415,
  'form-wrong': 422,
  'key-reused': 422,
  'seen-missing': 428,
  'too-many': 429,
  fault: 500,
  'not-ready': 503,
} as const satisfies Record<string, number>

export type ProblemKind = keyof typeof problems

/** One thing to mend: the field by its path, a word that programs can compare, and a sentence for people. */
export interface FieldProblem {
  field: string
  code: string
  message: string
}

interface Told {
  params?: Record<string, string | number>
  errors?: FieldProblem[]
  headers?: Record<string, string>
}

/** Thrown on the way of a call; the edge turns it into problem+json. */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly kind: ProblemKind,
    readonly told: Told = {},
  ) {
    super(kind)
  }
}

export const problemType = 'application/problem+json; charset=utf-8'

/** The body of a problem in the reader's language. `type` leads to where the documentation explains it. */
export function problemBody(site: Site, lang: Lang, kind: ProblemKind, told: Told = {}, instance?: string): Record<string, unknown> {
  const t = site.words[lang]
  return {
    type: `${site.config.baseUrl}/api#problem-${kind}`,
    title: t(`platform.problem.${kind}`),
    status: problems[kind],
    detail: t(`platform.problem.${kind}.detail`, told.params),
    ...(told.errors === undefined ? {} : { errors: told.errors, field: told.errors[0]?.field }),
    ...(instance === undefined ? {} : { instance: `urn:gongkai:fault:${instance}` }),
  }
}
