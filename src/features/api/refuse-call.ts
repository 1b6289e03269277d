import type { WordKey } from '../../kernel/words.ts'
import type { Call } from '../../platform/http/api/call.ts'
import { Problem, type FieldProblem, type ProblemKind } from '../../platform/http/api/problem.ts'

/** One reason of an act, by the field that mends it and the word that says it. */
export interface Reason {
  field: string
  code: string
  word: WordKey
  params?: Record<string, string | number>
}

/** A refusal of an act as a problem that names every reason in the client's language. */
export function refuseCall({ t }: Call, reasons: readonly Reason[], kind: ProblemKind = 'form-wrong'): Problem {
  const errors: FieldProblem[] = reasons.map(({ field, code, word, params }) => ({ field, code, message: t(word, params) }))
  return new Problem(kind, { errors })
}
