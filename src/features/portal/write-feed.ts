import type { Lang } from '../../kernel/translate.ts'
import { excerpt } from '../../platform/text/markdown.ts'
import type { Unit } from '../organisations/index.ts'
import type { PublicLine } from '../publishing/index.ts'
import { documentPath, wholeAddress } from './address.ts'

export interface Feed {
  lang: Lang
  baseUrl: string
  title: string
  subtitle: string
  /** The path of the feed itself and of the page that it follows. */
  path: string
  pagePath: string
  documents: readonly PublicLine[]
  units: ReadonlyMap<number, Unit>
  now: Date
}

/** The newest documents as an Atom feed (RFC 4287). An entry's id is its permanent address without language, which never changes. */
export function writeFeed(feed: Feed): string {
  const { baseUrl, lang } = feed
  const updated = feed.documents[0]?.publishedAt ?? feed.now
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    element('id', wholeAddress(baseUrl, feed.path)),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', updated.toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(wholeAddress(baseUrl, feed.path, lang))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(wholeAddress(baseUrl, feed.pagePath, lang))}"/>`,
    ...feed.documents.map((document) => entry(feed, document)),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ baseUrl, lang, units }: Feed, document: PublicLine): string {
  const path = documentPath(document.indexNumber)
  const unit = units.get(document.unitId)
  const author = unit === undefined ? '' : lang === 'zh' ? unit.nameZh : unit.nameEn || unit.nameZh
  return [
    `<entry xml:lang="${document.language === 'zh' ? 'zh-CN' : 'en'}">`,
    element('id', wholeAddress(baseUrl, path)),
    element('title', document.title),
    element('published', document.publishedAt.toISOString()),
    element('updated', document.publishedAt.toISOString()),
    `<author>${element('name', author)}</author>`,
    document.summary === '' ? '' : element('summary', excerpt(document.summary, 300)),
    `<link rel="alternate" type="text/html" href="${escapeXml(wholeAddress(baseUrl, path, lang))}"/>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as XML may hold it: marks as references, and without the characters that XML 1.0 knows no way to write. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"']/g, (mark) => references[mark] ?? mark)
}
