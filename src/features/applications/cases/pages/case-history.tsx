import type { VNode } from 'preact'
import { sayMoment } from '../../../../ui/chain.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { answers } from '../../consulting/answer.ts'
import { listNotices } from '../../notices/find-notice.ts'
import { NoticeLinks } from '../../notices/notice-links.tsx'
import type { DeskCase } from '../read-desk-case.ts'

/**
 * Everything that happened, the newest first: the true day, what, who entered it and when, and the letter that goes with it. What was
 * struck stays, struck through.
 */
export function CaseHistory({ reader, view }: { reader: Reader; view: DeskCase }): VNode {
  const struck = new Set(view.events.flatMap((event) => (event.kind === 'struck' ? [event.fields['event']] : [])))
  const mayPrint = reader.may('applications.reveal', view.unit.path)
  const noticed = new Set(mayPrint ? listNotices(view).map(({ event }) => event.id) : [])
  return (
    <ul class="gk-history">
      {[...view.events].reverse().map((event) => {
        const person = event.byId === undefined ? undefined : view.people.get(event.byId)
        const line = (
          <>
            <DateLine reader={reader} day={event.on} /> · {reader.t(`applications.event.${event.kind}`)}
            {event.words === '' ? null : <> · {wordsOf(reader, event)}</>}
            <span class="gk-quiet">
              {' '}
              · {person === undefined ? reader.t('applications.history.applicant') : nameIn(reader, person)} · {sayMoment(event.at, reader)}
            </span>
          </>
        )
        return (
          <li>
            {struck.has(String(event.id)) ? <s>{line}</s> : line}
            {noticed.has(event.id) ? (
              <NoticeLinks reader={reader} at={`/desk/applications/${view.application.ref}/notices/${event.id}`} />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** What an event says: the answer to a consultation is kept as its name, a document that was proposed by its index number. */
function wordsOf(reader: Reader, { kind, words, fields }: DeskCase['events'][number]): VNode | string {
  if (kind === 'proposed') return <a href={href(reader, `/desk/documents/${fields['document']}`)}>{words}</a>
  const answer = kind === 'consultation-answered' ? answers.find((one) => one === words) : undefined
  return answer === undefined ? words : reader.t(`applications.answer.${answer}`)
}
