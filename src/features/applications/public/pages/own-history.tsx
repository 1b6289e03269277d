import type { VNode } from 'preact'
import { Heading } from '../../../../ui/heading.tsx'
import type { Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { listNotices } from '../../notices/find-notice.ts'
import { NoticeLinks } from '../../notices/notice-links.tsx'
import type { OwnCase } from '../read-own-case.ts'
import { toldHistory } from '../progress.ts'

/** What happened, day by day: the steps, the words that were meant for the applicant, and the letters. Nobody of the unit is named. */
export function OwnHistory({ reader, own }: { reader: Reader; own: OwnCase }): VNode {
  const noticed = new Set(listNotices(own).flatMap(({ event, isToApplicant }) => (isToApplicant ? [event.id] : [])))
  return (
    <section>
      <Heading level={2}>{reader.t('apply.track.history')}</Heading>
      <ul class="gk-entries">
        {toldHistory(own.events).map((event) => (
          <li class="gk-entries__entry">
            <span class="gk-entries__day">
              <DateLine reader={reader} day={event.on} />
            </span>
            <span>
              {event.kind === 'consultation-sent'
                ? reader.t(`apply.track.asked-of.${event.party}`)
                : reader.t(`apply.track.event.${event.kind}`)}
              {noticed.has(event.id) ? <NoticeLinks reader={reader} at={`/track/notices/${event.id}`} /> : null}
              {event.words === '' ? null : <span class="gk-entries__passage">{event.words}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
