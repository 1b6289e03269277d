import type { VNode } from 'preact'
import { asDay } from '../../../kernel/day.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { UnitEvent } from '../queries.ts'
import type { Unit } from '../unit.ts'

/** What happened to a unit, in words: founded, renamed from, merged into, dissolved. */
export function UnitHistory({ reader, events, others }: { reader: Reader; events: readonly UnitEvent[]; others: readonly Unit[] }): VNode {
  return (
    <ul class="gk-history">
      {events.map((event) => (
        <li>
          <DateLine reader={reader} day={asDay(event.happenedOn)} /> · <EventWords reader={reader} event={event} others={others} />
          {event.reason ? <span class="gk-quiet"> · {event.reason}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function EventWords({ reader, event, others }: { reader: Reader; event: UnitEvent; others: readonly Unit[] }) {
  const name = reader.lang === 'zh' ? event.nameZh : event.nameEn
  const into = others.find((unit) => unit.id === event.intoId)
  if (into === undefined) return <>{reader.t(`organisations.event.${event.kind}`, { name })}</>
  return (
    <>
      {reader.t(`organisations.event.${event.kind}`, { name })}{' '}
      <a href={href(reader, `/units/${into.code}`)}>{reader.lang === 'zh' ? into.nameZh : into.nameEn}</a>
    </>
  )
}
