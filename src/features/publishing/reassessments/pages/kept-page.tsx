import type { VNode } from 'preact'
import { workingDaysLeft, type Calendar } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/day.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DueDate, StatusWord } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { KeptLine } from '../queries.ts'
import { isSecret } from '../reassessment.ts'

export interface KeptPageProps {
  reader: Reader
  lines: readonly (KeptLine & { dueOn: Day })[]
  units: ReadonlyMap<number, Unit>
  calendar: Calendar
}

/** What is kept from the public, the first to be assessed again first. */
export function KeptPage({ reader, lines, units, calendar }: KeptPageProps): VNode {
  const overdue = lines.filter((line) => line.dueOn < reader.today).length
  return (
    <DeskPage reader={reader} title={reader.t('release.kept.title')} section="kept">
      <Heading>{reader.t('release.kept.title')}</Heading>
      <Lead>{reader.t('release.kept.lead')}</Lead>
      {lines.length === 0 ? (
        <Empty title={reader.t('release.kept.empty')}>{reader.t('release.kept.empty-note')}</Empty>
      ) : (
        <>
          <ListHead count={reader.t('release.kept.count', { n: lines.length, overdue })} />
          <DataList
            caption={reader.t('release.kept.title')}
            columns={[
              { label: reader.t('release.coordination.text') },
              { label: reader.t('release.kept.due'), kind: 'day' },
              { label: reader.t('release.units.state'), kind: 'status' },
            ]}
            rows={lines.map((line) => rowOf(reader, line, units.get(line.unitId), calendar))}
          />
        </>
      )}
    </DeskPage>
  )
}

function rowOf(reader: Reader, line: KeptLine & { dueOn: Day }, unit: Unit | undefined, calendar: Calendar) {
  const left = workingDaysLeft(calendar, reader.today, line.dueOn)
  return {
    href: href(reader, reader.may('documents.reassess', unit?.path) ? `/desk/documents/${line.id}/reassess` : `/desk/documents/${line.id}`),
    note: [unit && nameIn(reader, unit), line.indexNumber, line.ground && reader.t(`publishing.ground.${line.ground as 'state-secret'}`)]
      .filter(Boolean)
      .join(' · '),
    cells: [
      line.title,
      <DueDate reader={reader} due={line.dueOn} today={reader.today} workingDaysLeft={left} />,
      <KeptWord reader={reader} line={line} />,
    ],
  }
}

function KeptWord({ reader, line }: { reader: Reader; line: KeptLine }) {
  if (!isSecret(line)) return <StatusWord kind="neutral">{reader.t(`publishing.attribute.${line.attribute}`)}</StatusWord>
  const isOver = line.secretUntil !== undefined && line.secretUntil <= reader.today
  if (isOver) return <StatusWord kind="overdue">{reader.t('release.kept.expired')}</StatusWord>
  return <StatusWord kind="neutral">{reader.t(`publishing.review.level.${line.level ?? 'low'}`)}</StatusWord>
}
