import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { sayDay } from '../../../kernel/translate.ts'
import { Heading } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { PublicDocument } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'

type PublicChange = PublicDocument['changes'][number]

/** Over a text that went out before the usual reviews: until somebody else has reviewed it, every reader is told. */
export function EmergencyBanner({ reader, emergency }: { reader: Reader; emergency: PublicDocument['emergency'] }): VNode | null {
  if (emergency === undefined || emergency.reviewedOn !== undefined) return null
  const days = { day: sayDay(emergency.on, reader.lang), due: sayDay(emergency.dueOn, reader.lang) }
  const isOverdue = emergency.dueOn < reader.today
  return (
    <section class="gk-banner" aria-label={reader.t('portal.emergency.open')}>
      <p class="gk-banner__title">{reader.t('portal.emergency.open')}</p>
      <p>{reader.t(isOverdue ? 'portal.emergency.overdue' : 'portal.emergency.note', days)}</p>
    </section>
  )
}

/** What happened to a document in public, with the reasons that were given, the latest first. */
export function DocumentHistory({
  reader,
  changes,
  emergency,
  path,
}: {
  reader: Reader
  changes: readonly PublicChange[]
  emergency?: PublicDocument['emergency']
  path: string
}): VNode | null {
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="history">
      <Heading level={2} id="history">
        {reader.t('portal.document.history')}
      </Heading>
      <ul class="gk-history">
        {emergency?.reviewedOn === undefined ? null : (
          <li>
            <DateLine reader={reader} day={emergency.reviewedOn} /> · {reader.t('portal.change.upheld')}
          </li>
        )}
        {[...changes].reverse().map((change) => (
          <li>
            <DateLine reader={reader} day={dayOf(change.at)} /> · {reader.t(`portal.change.${change.kind}`)}
            {change.isMinor && change.kind !== 'released' ? ` (${reader.t('portal.change.minor')})` : ''}
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
