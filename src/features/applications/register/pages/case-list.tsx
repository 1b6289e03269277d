import type { VNode } from 'preact'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine } from '../../../../ui/status.tsx'
import { DueOfCase, StateOfCase } from '../../cases/pages/case-brief.tsx'
import type { ToldLine } from '../read-lines.ts'
import { clipped } from './line-words.ts'

/** Cases in lines: number and what is wanted, day with what is left of it, state, who asks (masked), and who handles it. */
export function CaseList({
  reader,
  lines,
  calendar,
  caption,
}: {
  reader: Reader
  lines: readonly ToldLine[]
  calendar: Calendar
  caption: string
}): VNode {
  const { t } = reader
  return (
    <DataList
      caption={caption}
      columns={[
        { label: t('applications.register.column.number') },
        { label: t('applications.register.column.due'), kind: 'day' },
        { label: t('applications.register.column.state'), kind: 'status' },
        { label: t('applications.register.column.who') },
        { label: t('applications.register.column.handler') },
      ]}
      rows={lines.map((line) => ({
        href: href(reader, `/desk/applications/${line.ref}`),
        note: `${clipped(line.wanted)} · ${nameIn(reader, { nameZh: line.unit.shortZh, nameEn: line.unit.shortEn })}`,
        cells: [
          line.number,
          <DayOfLine reader={reader} line={line} calendar={calendar} />,
          <StateOfCase reader={reader} application={line} today={reader.today} />,
          line.maskedName,
          line.handler === undefined ? <span class="gk-quiet">{t('applications.register.nobody')}</span> : nameIn(reader, line.handler),
        ],
      }))}
    />
  )
}

/** The day that decides: of reply, of whoever keeps the case waiting, or the one on which it ended. */
function DayOfLine({ reader, line, calendar }: { reader: Reader; line: ToldLine; calendar: Calendar }): VNode | null {
  const { t } = reader
  if (line.endedOn !== undefined) {
    return (
      <>
        {t('applications.register.ended-on')} <DateLine reader={reader} day={line.endedOn} short />
      </>
    )
  }
  if (line.state === 'unconfirmed') {
    return (
      <>
        {t('applications.register.arrived-on')} <DateLine reader={reader} day={line.arrivedOn} short />
      </>
    )
  }
  if (line.dueOn !== undefined) return <DueOfCase reader={reader} application={line} calendar={calendar} />
  if (line.waitsUntil === undefined) return null
  return (
    <>
      {t('applications.register.waits-until')} <DateLine reader={reader} day={line.waitsUntil} short />
    </>
  )
}
