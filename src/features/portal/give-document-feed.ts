import type { Answer, Ask } from '../../platform/http/route.ts'
import { nameIn } from '../../ui/reader.ts'
import { findUnit } from '../organisations/index.ts'
import { documentPath, wholeAddress } from './address.ts'
import type { Feed } from './feed.ts'
import { changeInWords, feedHead } from './make-feed.ts'
import { readPast } from './read-past.ts'
import { giveFeed } from './routes-feeds.ts'

/** What happens to one document, as a feed: one entry per change, minor ones too. */
export async function giveDocumentFeed(ask: Ask, number: string, form: 'xml' | 'json'): Promise<Answer> {
  const { reader, site } = ask
  const { document, version, changes } = await readPast(site, number)
  const unit = await findUnit(site.database.read, document.unitId)
  const page = documentPath(document.indexNumber)
  const place = {
    title: reader.t('portal.feed.document', { title: version.title }),
    subtitle: reader.t('portal.feed.document-lead'),
    path: `${page}/feed.${form}`,
    pagePath: page,
  }
  const feed: Feed = {
    ...feedHead(ask, place),
    since: document.publishedAt ?? document.createdAt,
    deletions: [],
    entries: changes.toReversed().map((change, at) => ({
      id: wholeAddress(reader.baseUrl, `${page}#change-${changes.length - at}`),
      url: wholeAddress(reader.baseUrl, `${page}/history`, reader.lang),
      title: reader.t('portal.feed.change', { words: reader.t(`portal.change.${change.kind}`), reason: version.title }),
      language: reader.lang,
      author: unit === undefined ? '' : nameIn(reader, unit),
      summary: change.reason === '' ? '' : changeInWords(ask, change),
      publishedAt: change.at,
      updatedAt: change.at,
    })),
  }
  return giveFeed(feed, form)
}
