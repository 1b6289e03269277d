import { dayOf } from '../../kernel/day.ts'
import type { PublicAddress } from '../publishing/index.ts'
import { documentPath, wholeAddress } from './address.ts'
import { escapeXml } from './write-feed.ts'

/** More addresses than these go into several files with one index over them. */
export const sitemapSize = 5000

const xml = '<?xml version="1.0" encoding="utf-8"?>'
const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The addresses of pages for search engines, each in both languages and knowing of the other. */
export function writeSitemap(baseUrl: string, pages: readonly { path: string; changedOn?: Date }[]): string {
  const entries = pages.flatMap((page) => (['zh', 'en'] as const).map((lang) => entry(baseUrl, page, lang)))
  return `${xml}\n<urlset xmlns="${sitemaps}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}

/** The index over the files of a large site. */
export function writeSitemapIndex(baseUrl: string, paths: readonly string[]): string {
  const entries = paths.map((path) => `<sitemap><loc>${escapeXml(`${baseUrl}${path}`)}</loc></sitemap>`)
  return `${xml}\n<sitemapindex xmlns="${sitemaps}">\n${entries.join('\n')}\n</sitemapindex>\n`
}

export function documentEntries(addresses: readonly PublicAddress[]): { path: string; changedOn: Date }[] {
  return addresses.map((one) => ({ path: documentPath(one.indexNumber), changedOn: one.changedOn }))
}

function entry(baseUrl: string, page: { path: string; changedOn?: Date }, lang: 'zh' | 'en'): string {
  const alternate = (code: string, to: 'zh' | 'en') =>
    `<xhtml:link rel="alternate" hreflang="${code}" href="${escapeXml(wholeAddress(baseUrl, page.path, to))}"/>`
  const changed = page.changedOn === undefined ? '' : `<lastmod>${dayOf(page.changedOn)}</lastmod>`
  return `<url><loc>${escapeXml(wholeAddress(baseUrl, page.path, lang))}</loc>${changed}${alternate('zh-CN', 'zh')}${alternate('en', 'en')}</url>`
}
