import type { VNode } from 'preact'
import { sayMoment } from '../../../../ui/chain.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import type { DeskCase } from '../read-desk-case.ts'

/** Everything that happened, the newest first: the true day, what, who entered it and when. What was struck stays, struck through. */
export function CaseHistory({ reader, view }: { reader: Reader; view: DeskCase }): VNode {
  const struck = new Set(view.events.flatMap((event) => (event.kind === 'struck' ? [event.fields['event']] : [])))
  return (
    <ul class="gk-history">
      {[...view.events].reverse().map((event) => {
        const person = event.byId === undefined ? undefined : view.people.get(event.byId)
        const line = (
          <>
            <DateLine reader={reader} day={event.on} /> · {reader.t(`applications.event.${event.kind}`)}
            {event.words === '' ? '' : ` · ${event.words}`}
            <span class="gk-quiet">
              {' '}
              · {person === undefined ? reader.t('applications.history.applicant') : nameIn(reader, person)} · {sayMoment(event.at, reader)}
            </span>
          </>
        )
        return <li>{struck.has(String(event.id)) ? <s>{line}</s> : line}</li>
      })}
    </ul>
  )
}
