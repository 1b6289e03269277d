import type { z } from 'zod'
import { Problem } from '../../platform/http/api/problem.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import type { Endpoint } from './api-endpoint.ts'
import { endpoints } from './api-endpoints.ts'
import { itemsAsCsv } from './items-as-csv.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** Lists that can be had as a table, and where their lines are. */
const tables: Partial<Record<Endpoint['name'], 'items' | 'duties'>> = {
  listDocuments: 'items',
  listUnits: 'items',
  readCatalogue: 'duties',
  listPromises: 'items',
}

/** The read API. Unknown parameters are passed over; one that cannot be used is named in a problem (RFC 9457). */
export const apiRoutes: readonly Route[] = endpoints.flatMap((endpoint): Route[] => {
  const lines = tables[endpoint.name]
  const json: Route = { ...open, path: endpoint.path, answer: (ask: Ask) => answer(endpoint, ask) }
  if (lines === undefined) return [json]
  return [json, { ...open, path: `${endpoint.path}.csv`, answer: (ask: Ask) => answerTable(endpoint, lines, ask) }]
})

async function answer(endpoint: Endpoint, ask: Ask): Promise<Answer & { json: unknown; next?: string }> {
  const { '*': indexNumber, ...params } = ask.params
  const inPath = endpoint.params?.safeParse({ ...params, indexNumber })
  if (inPath?.success === false) throw refusal(inPath.error)
  const inQuery = endpoint.query?.safeParse(ask.query)
  if (inQuery?.success === false) throw refusal(inQuery.error)
  return endpoint.answer(ask.site, { ...inPath?.data, ...inQuery?.data } as never, ask.query, ask.reader.t)
}

/** The same list as a table; where it goes on says the `link` header. */
async function answerTable(endpoint: Endpoint, lines: 'items' | 'duties', ask: Ask): Promise<Answer> {
  const { json, next } = await answer(endpoint, ask)
  const text = itemsAsCsv((json as Record<typeof lines, object[]>)[lines])
  return { text, type: 'text/csv; charset=utf-8', next: next?.replace(endpoint.path, `${endpoint.path}.csv`) }
}

function refusal(error: z.ZodError): Problem {
  const errors = error.issues.map((issue) => ({ field: issue.path.join('.'), code: issue.code, message: issue.message }))
  return new Problem('parameter-wrong', { errors })
}
