import type { VNode } from 'preact'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Asked } from '../read-asked-of.ts'
import { AgreementDay, AgreementWord } from './other-units.tsx'

export interface CoordinationPageProps {
  reader: Reader
  /** Words that are still owed, the longest-waiting first, and those that were given to texts on their way. */
  open: readonly Asked[]
  given: readonly Asked[]
  calendar: Calendar
  isDone: boolean
}

/** What other units ask of one's own: to confirm, or to issue together. */
export function CoordinationPage({ reader, open, given, calendar, isDone }: CoordinationPageProps): VNode {
  return (
    <DeskPage reader={reader} title={reader.t('release.coordination.title')} section="coordination">
      {isDone ? (
        <NotificationBanner type="success" titleText={reader.t('publishing.done.title')} text={reader.t('release.coordination.done')} />
      ) : null}
      <Heading>{reader.t('release.coordination.title')}</Heading>
      <Lead>{reader.t('release.coordination.lead')}</Lead>
      {open.length === 0 ? (
        <Empty title={reader.t('release.coordination.empty')}>{reader.t('release.coordination.empty-note')}</Empty>
      ) : (
        <>
          <ListHead count={reader.t('release.coordination.count', { n: open.length })} />
          <AskedList reader={reader} asked={open} calendar={calendar} caption={reader.t('release.coordination.open')} />
        </>
      )}
      {given.length === 0 ? null : (
        <>
          <Heading level={2}>{reader.t('release.coordination.given')}</Heading>
          <AskedList reader={reader} asked={given} calendar={calendar} caption={reader.t('release.coordination.given')} />
        </>
      )}
    </DeskPage>
  )
}

function AskedList({ reader, asked, calendar, caption }: { reader: Reader; asked: readonly Asked[]; calendar: Calendar; caption: string }) {
  return (
    <DataList
      caption={caption}
      columns={[
        { label: reader.t('release.coordination.text') },
        { label: reader.t('release.units.due'), kind: 'day' },
        { label: reader.t('release.units.state'), kind: 'status' },
      ]}
      rows={asked.map(({ one, whole, publisher }) => ({
        href: href(reader, `/desk/coordination/${one.id}`),
        note: [
          reader.t('release.coordination.from', { from: nameIn(reader, publisher), unit: nameIn(reader, one.unit) }),
          reader.t(`release.units.kind.${one.kind}`),
        ].join(' · '),
        cells: [
          whole.version.title,
          <AgreementDay reader={reader} one={one} calendar={calendar} />,
          <AgreementWord reader={reader} one={one} />,
        ],
      }))}
    />
  )
}
