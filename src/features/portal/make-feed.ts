import type { Ask } from '../../platform/http/route.ts'
import { href, nameIn } from '../../ui/reader.ts'
import type { ChangeLine } from '../publishing/index.ts'
import { documentPath, wholeAddress } from './address.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { instantOf, type ListFeed } from './read-feed.ts'
import type { Places } from './read-places.ts'

/** What a feed of a list is called, and where it and its page are: paths without language, with the query that makes the list. */
export interface FeedPlace {
  title: string
  subtitle: string
  path: string
  pagePath: string
}

/** A list as a feed in the reader's language. */
export function makeFeed(ask: Ask, places: Places, list: ListFeed, place: FeedPlace): Feed {
  const { reader, site } = ask
  return {
    ...feedHead(ask, place),
    since: new Date(`${site.today()}T00:00:00+08:00`),
    entries: list.documents.map((one) => entryOf(ask, places, one)),
    deletions: list.gone.map((change) => ({
      id: wholeAddress(reader.baseUrl, documentPath(change.indexNumber)),
      at: change.at,
      reason: changeInWords(ask, change),
      ...(change.other === undefined ? {} : { insteadUrl: wholeAddress(reader.baseUrl, documentPath(change.other), reader.lang) }),
    })),
  }
}

/** What every feed says of itself. */
export function feedHead({ reader }: Ask, { title, subtitle, path, pagePath }: FeedPlace) {
  return {
    language: reader.lang,
    ...{ title, subtitle },
    id: wholeAddress(reader.baseUrl, path),
    selfUrl: `${reader.baseUrl}${href(reader, path)}`,
    pageUrl: `${reader.baseUrl}${href(reader, pagePath)}`,
  }
}

/** `Corrected: the date was wrong`. */
export function changeInWords({ reader }: Ask, { kind, reason }: Pick<ChangeLine, 'kind' | 'reason'>): string {
  const words = reader.t(`portal.change.${kind}`)
  return reason === '' ? words : reader.t('portal.feed.change', { words, reason })
}

function entryOf(ask: Ask, places: Places, one: ListFeed['documents'][number]): FeedEntry {
  const { reader } = ask
  const { line, change } = one
  const unit = places.units.get(line.unitId)
  const path = documentPath(line.indexNumber)
  const isEnded = line.standing === 'cancelled' || line.standing === 'ended'
  const changed = change === undefined || change.kind === 'released' ? '' : changeInWords(ask, change)
  return {
    id: wholeAddress(reader.baseUrl, path),
    url: wholeAddress(reader.baseUrl, path, reader.lang),
    title: line.title,
    language: line.language,
    author: unit === undefined ? '' : nameIn(reader, unit),
    summary: [changed, line.summary].filter(Boolean).join(' · '),
    publishedAt: line.publishedAt,
    updatedAt: instantOf(one),
    ...(isEnded
      ? { standing: { term: line.standing, label: reader.t(`publishing.standing.${line.standing as 'cancelled' | 'ended'}`) } }
      : {}),
  }
}
