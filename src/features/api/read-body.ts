import { z } from 'zod'
import type { Call } from '../../platform/http/api/call.ts'
import { Problem, type ProblemKind } from '../../platform/http/api/problem.ts'

/** The body of a call as its form says. Throws the problem that names every field. */
export function readBody<Form extends z.ZodType>(call: Call, form: Form): z.output<Form> {
  return parse(call, form, jsonOf(call.bytes), 'form-wrong')
}

/** The parameters of an address, or of its query. */
export function readParameters<Form extends z.ZodType>(call: Call, form: Form, given: Record<string, string>): z.output<Form> {
  return parse(call, form, { ...given }, 'parameter-wrong')
}

function parse<Form extends z.ZodType>(call: Call, form: Form, given: unknown, kind: ProblemKind): z.output<Form> {
  const read = form.safeParse(given, { error: sayings[call.lang] })
  if (read.success) return read.data
  const errors = read.error.issues.map((issue) => ({ field: placeOf(issue), code: issue.code, message: issue.message }))
  throw new Problem(kind, { errors })
}

/** The sentences of the parser itself, in both languages. */
const sayings = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** `keywords.2`; for a field that is not known, its own name. */
function placeOf(issue: z.core.$ZodIssue): string {
  const own = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...issue.path, ...own].join('.')
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Problem('body-not-json')
  }
}
