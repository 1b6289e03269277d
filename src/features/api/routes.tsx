import type { Ask, Answer, Route } from '../../platform/http/route.ts'
import { describeApi } from './describe-api.ts'
import { ApiPage } from './pages/api-page.tsx'
import { readEntries, readProblems } from './read-entries.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const

/** The description of the API: for programs, and for people. */
export const routes: readonly Route[] = [
  { ...open, path: '/api', answer: showApi },
  { ...open, path: '/api/openapi.json', answer: describe },
]

async function showApi({ site, reader }: Ask): Promise<Answer> {
  return { page: <ApiPage reader={reader} {...readEntries(reader.t, site.config.baseUrl)} problems={readProblems()} /> }
}

async function describe({ site, reader }: Ask): Promise<Answer> {
  const title = `${site.city.nameEn} · ${site.city.nameZh} · Gongkai`
  return { json: describeApi(reader.t, { baseUrl: site.config.baseUrl, title }) }
}
