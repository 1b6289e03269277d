import type { ApiEdge, ApiRoute } from '../../platform/http/api/call.ts'
import { apiRules, identifySystem } from '../accounts/index.ts'
import { answerOnce } from './answer-once.ts'
import type { Operation } from './api-operation.ts'
import { operations } from './api-operations.ts'

export { routes } from './routes.tsx'
export { tidyAnswers } from './tidy-answers.ts'

/** What systems may call. Whatever makes something new happens once under its key. */
export const apiEdge: ApiEdge = { routes: operations.map(asRoute), identify: identifySystem, rules: apiRules }

function asRoute(operation: Operation): ApiRoute {
  const { method, path, policy, about, takes, isPersonal, asksSeen, answer } = operation
  const once: ApiRoute['answer'] = (call) => answerOnce(call, answer)
  return { method, path, policy, about, takes, isPersonal, asksSeen, answer: method === 'POST' ? once : answer }
}
