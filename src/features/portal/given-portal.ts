import type { InjectOptions } from 'fastify'
import { givenCast, givenCategory, givenDuty, givenPublished, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { asDay } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/faults.ts'
import type { KeptPages } from '../../platform/http/kept-pages.ts'
import { buildServer } from '../../platform/http/server.ts'
import { faultPage } from '../../ui/fault-page.tsx'
import type { StoredDuty } from '../catalogue/index.ts'
import { routes as applicationRoutes } from '../applications/index.ts'
import { routes as calendarRoutes } from '../calendars/index.ts'
import { routes as channelRoutes } from '../channels/index.ts'
import { routes as clarificationRoutes } from '../clarifications/index.ts'
import type { Unit } from '../organisations/index.ts'
import { changeDocument, type StoredDocument } from '../publishing/index.ts'
import { routes as reportRoutes } from '../reports/index.ts'
import { documentPath } from './address.ts'
import { routes } from './routes.ts'

export interface GivenPortal {
  site: TestSite
  cast: Cast
  kept: KeptPages
  city: Unit
  safety: Unit
  duty: StoredDuty
  chinese: StoredDocument
  english: StoredDocument
  ask(url: string, options?: InjectOptions): Promise<{ status: number; body: string; headers: Record<string, unknown>; bytes: Buffer }>
}

/** A small city with a portal: two units, one line of the catalogue for everybody and one for staff, one document in each language. */
export async function givenPortal(): Promise<GivenPortal> {
  const site = await freshSite('2026-06-15')
  site.city.siteCode = '9999000001'
  const city = await givenUnit(site, {
    code: 'mc',
    nameZh: '明川市人民政府',
    nameEn: 'Mingchuan City Government',
    organisationCode: 'MC0000012',
  })
  const safety = await givenUnit(site, { code: 'safety', nameZh: '明川市应急管理局', nameEn: 'Emergency Management Bureau' }, city)
  const cast = await givenCast(site, city)
  const top = await givenCategory(site, 'city', '市级公开目录', 'City catalogue')
  const plans = await givenCategory(site, 'plans', '规划计划', 'Plans', 'city')
  const inside = await givenCategory(site, 'inside', '内部公开', 'Inside only', 'city')
  const duty = await givenDuty(site, plans, [safety], { code: 'emergency-plan', titleZh: '应急预案', titleEn: 'Emergency plans' })
  await givenDuty(site, inside, [safety], { code: 'staff-welfare', titleZh: '职工福利', titleEn: 'Staff welfare', audience: 'staff' })
  const chinese = await givenPublished(
    site,
    cast,
    safety,
    {
      title: '明川市防汛应急预案',
      summary: '汛期的预警、响应和救援安排。',
      body: '## 总则\n\n本预案适用于全市防汛工作。\n\n<script>alert(1)</script>\n\n**各单位**负责落实。',
      documentNumber: '明应急〔2026〕12号',
      genre: 'plan',
      keywords: ['防汛', '应急'],
      formedOn: asDay('2026-06-01'),
    },
    duty,
  )
  const english = await givenPublished(site, cast, city, {
    language: 'en',
    title: 'Guide to minimum living allowance for new residents',
    summary: 'Who may apply for the minimum living allowance and where.',
    body: 'Residents whose income lies under the line may apply at the service hall of their town.',
    genre: 'guide',
  })
  void top
  const nobody = { identify: async () => undefined, confirmPassword: async () => 'wrong' as const }
  const pages = {
    confirmPage: (reader: Parameters<typeof faultPage>[0]) => faultPage(reader, 403),
    faultPage,
    nothingHere: () => new NotFound('nothing'),
  }
  const { server, kept } = await buildServer(
    site,
    [...routes, ...calendarRoutes(async () => []), ...applicationRoutes, ...reportRoutes, ...channelRoutes, ...clarificationRoutes],
    { ...nobody, ...pages },
  )
  const ask: GivenPortal['ask'] = async (url, options) => {
    const answer = await server.inject({ method: 'GET', url, ...options })
    return { status: answer.statusCode, body: answer.body, headers: answer.headers, bytes: answer.rawPayload }
  }
  return { site, cast, kept, city, safety, duty, chinese, english, ask }
}

/** What the tests of a document's page do again and again; the portal is there once the first test runs. */
export function documentsOf(portal: () => GivenPortal) {
  return {
    read: (document: StoredDocument, lang = 'zh') => portal().ask(`/${lang}${documentPath(document.indexNumber)}`),
    publish: (title: string, body?: string) =>
      givenPublished(portal().site, portal().cast, portal().safety, { title, ...(body && { body }) }),
    change(document: StoredDocument, request: Parameters<typeof changeDocument>[3]) {
      portal().kept.changed()
      return changeDocument(portal().site, portal().cast.signer, document.id, request).then(must)
    },
  }
}
