import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import type { RoundView } from '../rounds/read-round.ts'
import { roundInWords } from './round-words.ts'

/** The rounds that the office opened: by when, and how many are missing. */
export function RoundsPage({ reader, rounds }: { reader: Reader; rounds: readonly RoundView[] }): VNode {
  const { t } = reader
  const title = t('rounds.title')
  return (
    <DeskPage reader={reader} title={title} section="reports" wide>
      <Trail reader={reader} steps={[{ label: t('reports.desk.title'), href: href(reader, '/desk/reports') }, { label: title }]} />
      <Heading>{title}</Heading>
      <Lead>{t('rounds.lead')}</Lead>
      <ListHead count={t('rounds.count', { n: rounds.length })}>
        {reader.may('reports.rounds') ? <a href={href(reader, '/desk/reports/rounds/new')}>{t('rounds.open')}</a> : null}
        {reader.may('reports.overview') ? <a href={href(reader, '/desk/overview')}>{t('rounds.overview.title')}</a> : null}
      </ListHead>
      {rounds.length === 0 ? (
        <Empty title={t('rounds.none')} />
      ) : (
        <DataList
          caption={title}
          columns={[
            { label: t('rounds.column.round') },
            { label: t('rounds.column.due'), kind: 'day' },
            { label: t('rounds.column.filed'), kind: 'number' },
            { label: t('rounds.column.missing'), kind: 'status' },
          ]}
          rows={rounds.map(({ round, owner, lines, missing }) => ({
            href: href(reader, `/desk/reports/rounds/${round.id}`),
            cells: [
              roundInWords(reader, round),
              <DateLine reader={reader} day={round.dueOn} short />,
              t('rounds.of', { n: lines.length - missing.length, all: lines.length }),
              <MissingWord reader={reader} missing={missing.length} isPast={round.dueOn < reader.today} />,
            ],
            note: nameIn(reader, owner),
          }))}
        />
      )}
    </DeskPage>
  )
}

/** How many have still to file, in a word and a shape. */
export function MissingWord({ reader, missing, isPast }: { reader: Reader; missing: number; isPast: boolean }): VNode {
  if (missing === 0) return <StatusWord kind="done">{reader.t('rounds.all-filed')}</StatusWord>
  return <StatusWord kind={isPast ? 'overdue' : 'waiting'}>{reader.t('rounds.missing', { n: missing })}</StatusWord>
}
