import type { z } from 'zod'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { describeApi } from './describe-api.ts'
import type { Endpoint } from './api-endpoint.ts'
import { endpoints } from './api-endpoints.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** The read API. Unknown parameters are passed over; one that cannot be used is named in a problem (RFC 9457). */
export const apiRoutes: readonly Route[] = [
  { ...open, path: '/api/openapi.json', answer: describe },
  ...endpoints.map((endpoint) => ({ ...open, path: endpoint.path, answer: (ask: Ask) => answer(endpoint, ask) })),
]

async function describe({ site }: Ask): Promise<Answer> {
  return { json: describeApi(endpoints, { baseUrl: site.config.baseUrl, title: `${site.city.nameEn} · ${site.city.nameZh} · Gongkai` }) }
}

async function answer(endpoint: Endpoint, ask: Ask): Promise<Answer> {
  const { '*': indexNumber, ...params } = ask.params
  const inPath = endpoint.params?.safeParse({ ...params, indexNumber })
  if (inPath?.success === false) return refuse(inPath.error)
  const inQuery = endpoint.query?.safeParse(ask.query)
  if (inQuery?.success === false) return refuse(inQuery.error)
  return endpoint.answer(ask.site, { ...inPath?.data, ...inQuery?.data } as never, ask.query)
}

function refuse(error: z.ZodError): Answer {
  const errors = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
  const [first] = errors
  const body = {
    type: 'about:blank',
    title: 'A parameter cannot be used',
    status: 400,
    detail: `${first?.field}: ${first?.message}`,
    field: first?.field,
    errors,
  }
  return { status: 400, text: JSON.stringify(body), type: 'application/problem+json; charset=utf-8' }
}
