import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { PublicDocument } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'

type PublicChange = PublicDocument['changes'][number]

/** What happened to a document in public, with the reasons that were given, the latest first. */
export function DocumentHistory({
  reader,
  changes,
  path,
}: {
  reader: Reader
  changes: readonly PublicChange[]
  path: string
}): VNode | null {
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="history">
      <Heading level={2} id="history">
        {reader.t('portal.document.history')}
      </Heading>
      <ul class="gk-history">
        {[...changes].reverse().map((change) => (
          <li>
            <DateLine reader={reader} day={dayOf(change.at)} /> · {reader.t(`portal.change.${change.kind}`)}
            {change.isMinor ? ` (${reader.t('portal.change.minor')})` : ''}
            {change.reason === '' ? '' : ` · ${change.reason}`}
          </li>
        ))}
      </ul>
      {changes.length < 2 ? null : (
        <p>
          <a href={href(reader, `${path}/history`)}>{reader.t('portal.document.whole-history')}</a>
        </p>
      )}
    </section>
  )
}

/** Other documents that this one is tied to. */
export function Links({ reader, title, links }: { reader: Reader; title: string; links: PublicDocument['related'] }): VNode | null {
  if (links.length === 0) return null
  return (
    <section aria-label={title}>
      <p class="gk-kicker">{title}</p>
      <ul>
        {links.map((link) => (
          <li>
            <a href={href(reader, documentPath(link.indexNumber))}>{link.title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
