import { NotFound } from '../../kernel/faults.ts'
import type { Answer, Ask, Route } from '../../platform/http/route.ts'
import { siteName } from '../../ui/document.tsx'
import { href } from '../../ui/reader.ts'
import { findLastPublicId, listAddresses } from '../publishing/index.ts'
import { readPlaces, type Places } from './read-places.ts'
import { escapeXml } from './write-feed.ts'
import { documentEntries, sitemapSize, writeSitemap, writeSitemapIndex } from './write-sitemap.ts'

const open = { method: 'GET', policy: 'public.read', keeps: true } as const
const xml = 'application/xml; charset=utf-8'

/** What machines read without asking the API: the list of addresses, what robots may do, how a browser searches here. */
export const machineRoutes: readonly Route[] = [
  { ...open, path: '/sitemap.xml', answer: giveSitemap },
  { ...open, path: '/sitemaps/:part', answer: giveSitemapPart },
  { ...open, path: '/robots.txt', answer: giveRobots },
  { ...open, path: '/opensearch.xml', answer: giveOpenSearch },
]

async function giveSitemap(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const last = await findLastPublicId(site.database.read)
  const places = await readPlaces(site, site.database.read)
  const pages = pagesOf(places)
  if (last + pages.length <= sitemapSize) {
    const documents = documentEntries(await listAddresses(site.database.read, 0, last))
    return { text: writeSitemap(reader.baseUrl, [...pages, ...documents]), type: xml }
  }
  const parts = Array.from({ length: Math.floor(last / sitemapSize) + 1 }, (_, part) => `/sitemaps/${part}.xml`)
  return { text: writeSitemapIndex(reader.baseUrl, ['/sitemaps/pages.xml', ...parts]), type: xml }
}

/** One file of a large site: its pages, or the documents whose ids lie in one span, so that a document never moves to another file. */
async function giveSitemapPart(ask: Ask): Promise<Answer> {
  const { site, reader } = ask
  const part = /^(pages|\d{1,9})\.xml$/.exec(ask.params['part'] ?? '')?.[1]
  if (part === undefined) throw new NotFound(`sitemap ${ask.params['part']}`)
  if (part === 'pages') return { text: writeSitemap(reader.baseUrl, pagesOf(await readPlaces(site, site.database.read))), type: xml }
  const from = Number(part) * sitemapSize
  const addresses = await listAddresses(site.database.read, from, from + sitemapSize - 1)
  if (addresses.length === 0) throw new NotFound(`sitemap ${part}`)
  return { text: writeSitemap(reader.baseUrl, documentEntries(addresses)), type: xml }
}

function pagesOf(places: Places): { path: string }[] {
  const fixed = [
    ...['/', '/latest', '/changes', '/clarifications', '/catalogue', '/units', '/guide', '/channels', '/gazettes', '/promises'],
    ...['/account', '/reports', '/applications'],
    ...['/calendar', '/about', '/verify'],
  ]
  const categories = places.categories.map((one) => `/catalogue/${one.code}`)
  const units = [...places.units.values()].map((one) => `/units/${one.code}`)
  return [...fixed, ...categories, ...units].map((path) => ({ path }))
}

async function giveRobots({ reader }: Ask): Promise<Answer> {
  const closed = ['/desk', '/sign-in', '/search', '/follow'].flatMap((path) => [path, `/zh${path}`, `/en${path}`])
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${reader.baseUrl}/sitemap.xml`, '']
  return { text: lines.join('\n'), type: 'text/plain; charset=utf-8' }
}

async function giveOpenSearch({ reader }: Ask): Promise<Answer> {
  const name = siteName(reader)
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(Array.from(name).slice(0, 16).join(''))}</ShortName>`,
    `<LongName>${escapeXml(Array.from(name).slice(0, 48).join(''))}</LongName>`,
    `<Description>${escapeXml(reader.t('portal.search.lead'))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Url type="text/html" template="${escapeXml(`${reader.baseUrl}${href(reader, '/search')}?q={searchTerms}`)}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
  return { text, type: 'application/opensearchdescription+xml; charset=utf-8' }
}
