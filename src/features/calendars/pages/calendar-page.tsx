import type { VNode } from 'preact'
import type { Calendar } from '../../../kernel/calendar.ts'
import { yearOf } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Button, WarningText } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord, type StatusKind } from '../../../ui/status.tsx'
import type { Colleague } from '../../accounts/index.ts'
import { workingDaysOf } from '../notice.ts'
import type { NoticeState, StoredNotice } from '../queries.ts'

export interface CalendarPageProps {
  reader: Reader
  calendar: Calendar
  notices: readonly StoredNotice[]
  people: ReadonlyMap<number, Colleague>
  /** The year whose notice should be here by now. */
  missing: number | undefined
}

/** The years whose days are known, with where each comes from; what is missing; and every notice that was put before somebody. */
export function CalendarPage(props: CalendarPageProps): VNode {
  const { reader, calendar, missing } = props
  return (
    <DeskPage reader={reader} title={reader.t('calendars.title')} section="calendar">
      <Heading>{reader.t('calendars.title')}</Heading>
      <Lead>{reader.t('calendars.lead')}</Lead>
      {missing === undefined ? null : (
        <WarningText iconFallbackText={reader.t('calendars.warning')} text={reader.t('calendars.missing', { year: missing })} />
      )}
      <Heading level={2}>{reader.t('calendars.notices')}</Heading>
      <ListHead count={reader.t('calendars.notices.count', { n: props.notices.length })}>
        {reader.may('calendars.propose') ? (
          <Button href={href(reader, '/desk/calendar/new')} text={reader.t('calendars.new.title')} />
        ) : null}
      </ListHead>
      <Notices {...props} />
      <Heading level={2}>{reader.t('calendars.years')}</Heading>
      <DataList
        caption={reader.t('calendars.years')}
        columns={[
          { label: reader.t('calendars.year') },
          { label: reader.t('calendars.working-days') },
          { label: reader.t('calendars.announced'), kind: 'day' },
          { label: reader.t('calendars.surety'), kind: 'status' },
        ]}
        rows={[...calendar.sources].reverse().map((source) => ({
          note: source.notices.length === 0 ? reader.t('calendars.number.unknown') : source.notices.join(' · '),
          cells: [
            String(source.year),
            String(workingDaysOf(calendar, source.year)),
            source.announcedOn === undefined ? (
              reader.t('calendars.announced.unknown')
            ) : (
              <DateLine reader={reader} day={source.announcedOn} />
            ),
            <StatusWord kind={source.confidence === 'certain' ? 'done' : 'neutral'}>
              {reader.t(`calendars.surety.${source.confidence}`)}
            </StatusWord>,
          ],
        }))}
      />
      <p class="gk-quiet">{reader.t('calendars.until', { year: yearOf(calendar.announcedUntil) })}</p>
    </DeskPage>
  )
}

function Notices({ reader, notices, people }: CalendarPageProps) {
  if (notices.length === 0) return <Empty title={reader.t('calendars.empty')}>{reader.t('calendars.empty-note')}</Empty>
  return (
    <DataList
      caption={reader.t('calendars.notices')}
      columns={[
        { label: reader.t('calendars.notice') },
        { label: reader.t('calendars.announced'), kind: 'day' },
        { label: reader.t('calendars.state'), kind: 'status' },
      ]}
      rows={notices.map((notice) => {
        const proposer = people.get(notice.proposedBy)
        return {
          href: href(reader, `/desk/calendar/${notice.id}`),
          note: [notice.number || notice.source, proposer === undefined ? '' : nameIn(reader, proposer)].filter(Boolean).join(' · '),
          cells: [
            titleOfNotice(reader, notice),
            <DateLine reader={reader} day={notice.announcedOn} />,
            <StateOfNotice reader={reader} state={notice.state} />,
          ],
        }
      })}
    />
  )
}

/** What a notice is, in a few words. */
export function titleOfNotice(reader: Reader, { kind, year, region }: Pick<StoredNotice, 'kind' | 'year' | 'region'>): string {
  return reader.t(`calendars.title.${kind}`, { year, region })
}

const stateKinds: Record<NoticeState, StatusKind> = { proposed: 'waiting', effective: 'done', rejected: 'refused' }

/** Where a notice stands, in one word. */
export function StateOfNotice({ reader, state }: { reader: Reader; state: NoticeState }): VNode {
  return <StatusWord kind={stateKinds[state]}>{reader.t(`calendars.state.${state}`)}</StatusWord>
}
