import { excerpt } from '../../platform/text/markdown.ts'
import type { Feed } from './feed.ts'

const summaryCharacters = 300

/** The same feed as JSON Feed 1.1. It has no word for what was taken back, so that stands in an extension of ours. */
export function writeJsonFeed(feed: Feed): string {
  const tag = (language: Feed['language']): string => (language === 'zh' ? 'zh-CN' : 'en')
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.pageUrl,
    feed_url: feed.selfUrl,
    language: tag(feed.language),
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_text: excerpt(entry.summary || entry.title, summaryCharacters),
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      language: tag(entry.language),
      authors: [{ name: entry.author }],
      ...(entry.standing === undefined ? {} : { tags: [entry.standing.label] }),
    })),
    _gongkai: {
      about: `${new URL(feed.id).origin}/about`,
      deleted: feed.deletions.map(({ id, at, reason, insteadUrl }) => ({
        id,
        when: at.toISOString(),
        reason,
        instead: insteadUrl ?? null,
      })),
    },
  })
}
