import type { StoredDocument } from '../../src/features/publishing/index.ts'
import { askToFollow, changeOwn } from '../../src/features/subscriptions/index.ts'
import { listMails } from '../../src/platform/mail/index.ts'
import type { Site } from '../../src/platform/site.ts'
import { must } from './given.ts'
import { openPages, type Sample } from './sample.ts'
import type { Stages } from './stages.ts'

/** The pages of whoever follows by mail: one that asks to be confirmed, one with things followed, and a link that opens nothing. */
export async function followSamples(site: Site, document: StoredDocument): Promise<Record<string, Sample[]>> {
  const wishes = [
    { kind: 'document' as const, indexNumber: document.indexNumber },
    { kind: 'list' as const, words: '' },
  ]
  const tokens: string[] = []
  for (const wish of wishes) {
    must(await askToFollow(site, { address: 'pages@example.org', wish, frequency: 'daily', language: 'zh' }))
    const [mail] = await listMails(site.database.read)
    tokens.push(/\/follow\/mine\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '')
  }
  const [followed = '', asked = ''] = tokens
  must(await changeOwn(site, followed, { act: 'confirm' }))
  return {
    '/follow': openPages('/follow', '/follow?unit=emergency', `/follow?document=${encodeURIComponent(document.indexNumber)}`),
    '/follow/sent': openPages('/follow/sent'),
    '/follow/link': openPages('/follow/link'),
    '/follow/mine/:token': [
      ...openPages(`/follow/mine/${asked}`, `/follow/mine/${followed}`),
      { path: '/follow/mine/nothing', status: 404 },
    ],
    '/follow/stop/:token': openPages(`/follow/stop/${followed}`),
    '/follow/stopped': openPages('/follow/stopped'),
  }
}

/** The public site, in every state that looks different. */
export function publicSamples({ draft, released, withdrawn, removed }: Stages): Record<string, Sample[]> {
  return {
    '/': openPages('/'),
    '/catalogue': openPages('/catalogue'),
    '/catalogue/:code': openPages('/catalogue/policies', '/catalogue/town'),
    '/catalogue/reasons': openPages('/catalogue/reasons'),
    '/units': openPages('/units'),
    '/units/:code': openPages('/units/emergency', '/units/guxian', '/units/liuxi'),
    '/guide': openPages('/guide'),
    '/guide/:code': openPages('/guide/emergency'),
    '/about': openPages('/about'),
    '/apply': openPages('/apply', '/apply?q=%E6%B0%B4', '/apply?q=zzzzqqqq'),
    '/apply/:unit': [...openPages('/apply/emergency'), { path: '/apply/nobody', status: 404 }],
    '/apply/:unit/stopped': openPages('/apply/emergency/stopped'),
    '/clock': [
      ...openPages('/clock', '/clock?channel=counter&arrived=2026-09-21&sent=2026-09-24&delivered=2026-09-28'),
      { path: '/clock?arrived=soon', status: 422 },
    ],
    '/track': openPages('/track', '/track?said=ended', '/track?said=expired'),
    '/verify': openPages('/verify'),
    '/api': openPages('/api'),
    '/sitemap': openPages('/sitemap'),
    '/search': openPages(
      ...['/search', '/search?q=%E5%AE%89%E5%85%A8', '/search?q=budget&year=2026', '/search?q=zzzzqqqq', '/search?q=%E5%B1%80&kind=unit'],
    ),
    '/search/names': openPages('/search/names', '/search/names?q=%E5%BA%94%E6%80%A5', '/search/names?q=zzzzqqqq'),
    '/calendar': openPages('/calendar'),
    '/clarifications': openPages('/clarifications'),
    '/latest': openPages('/latest', '/latest?unit=emergency'),
    '/changes': openPages('/changes'),
    '/documents/*': [
      ...openPages(`/documents/${withdrawn.indexNumber}/history`),
      ...openPages(`/documents/${released.indexNumber}`, `/documents/${withdrawn.indexNumber}`),
      { path: `/documents/${removed.indexNumber}`, status: 410 },
      { path: `/documents/${draft.indexNumber}`, status: 404 },
    ],
    '/promises': openPages('/promises', '/promises?year=2025'),
    '/promises/units/:code': openPages('/promises/units/emergency', '/promises/units/liuxi?year=2025'),
    '/promises/list': openPages('/promises/list', '/promises/list?ending=late', '/promises/list?unit=liuxi&month=2020-01'),
  }
}
