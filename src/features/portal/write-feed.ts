import { excerpt } from '../../platform/text/markdown.ts'
import { updatedAt, type Feed, type FeedDeletion, type FeedEntry } from './feed.ts'

/**
 * A feed as Atom (RFC 4287). An entry's id is its permanent address without language, which never changes; what was taken back stands
 * in it as deleted (RFC 6721), with the public reason.
 */
export function writeFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${tagOf(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', updatedAt(feed).toISOString()),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.selfUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.pageUrl)}"/>`,
    ...feed.entries.map(entry),
    ...feed.deletions.map(deletion),
    '</feed>',
    '',
  ].join('\n')
}

function entry(one: FeedEntry): string {
  return [
    `<entry xml:lang="${tagOf(one.language)}">`,
    element('id', one.id),
    element('title', one.title),
    element('published', one.publishedAt.toISOString()),
    element('updated', one.updatedAt.toISOString()),
    `<author>${element('name', one.author)}</author>`,
    one.standing === undefined ? '' : `<category term="${escapeXml(one.standing.term)}" label="${escapeXml(one.standing.label)}"/>`,
    one.summary === '' ? '' : element('summary', excerpt(one.summary, summaryCharacters)),
    `<link rel="alternate" type="text/html" href="${escapeXml(one.url)}"/>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

function deletion({ id, at, reason, insteadUrl }: FeedDeletion): string {
  return [
    `<at:deleted-entry ref="${escapeXml(id)}" when="${at.toISOString()}">`,
    `<at:comment>${escapeXml(reason)}</at:comment>`,
    insteadUrl === undefined ? '' : `<link rel="related" type="text/html" href="${escapeXml(insteadUrl)}"/>`,
    '</at:deleted-entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

const summaryCharacters = 300
const tagOf = (language: Feed['language']): string => (language === 'zh' ? 'zh-CN' : 'en')

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
