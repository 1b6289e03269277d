import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { OpenFigure } from '../../../../ui/figure.tsx'
import { Empty, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { DataList, ListHead, type Row } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import { queryOf, type Listing } from '../listing.ts'
import type { OfficeBoard, OfficeRow } from '../read-office-board.ts'
import { RepeatedRequests } from './repeated-requests.tsx'

/** All units in a row: what is open, due, overdue and waiting, and what became of this year's cases. Each number opens its list. */
export function OfficeBoardPage({ reader, board }: { reader: Reader; board: OfficeBoard }): VNode {
  const { t } = reader
  const title = t('applications.board.title')
  const column = (name: 'open' | 'week' | 'overdue' | 'waiting' | 'ended' | 'in-time' | 'extended' | 'median') => ({
    label: t(`applications.board.column.${name}`),
    kind: 'number' as const,
  })
  return (
    <DeskPage reader={reader} title={title} section="applications" wide>
      <Trail
        reader={reader}
        steps={[{ label: t('applications.register.title'), href: href(reader, '/desk/applications') }, { label: title }]}
      />
      <Heading>{title}</Heading>
      <Lead>{t('applications.board.lead', { year: board.year })}</Lead>
      {board.rows.length === 0 ? (
        <Empty title={t('applications.board.none')} />
      ) : (
        <>
          <ListHead count={t('applications.board.count', { n: board.rows.length })} />
          <DataList
            caption={title}
            columns={[
              { label: t('applications.board.column.unit') },
              ...[column('overdue'), column('week'), column('open'), column('waiting')],
              ...[column('ended'), column('in-time'), column('extended'), column('median')],
            ]}
            rows={board.rows.map((row) => rowOf(reader, board.year, row))}
          />
        </>
      )}
      <RepeatedRequests reader={reader} repeats={board.repeats} units={board.units} />
    </DeskPage>
  )
}

function rowOf(reader: Reader, year: number, { unit, open, ended }: OfficeRow): Row {
  const ofYear = { ended: String(year), view: 'ended' } as const
  const replied = ended.inTime + ended.late
  const figure = (value: number, listing: Partial<Listing>) => <Figure reader={reader} value={value} unit={unit.code} listing={listing} />
  return {
    href: href(reader, `/desk/applications?${queryOf({ view: 'open', unit: unit.code })}`),
    cells: [
      nameIn(reader, { nameZh: unit.shortZh, nameEn: unit.shortEn }),
      open.overdue === 0 ? null : <StatusWord kind="overdue">{figure(open.overdue, { view: 'overdue' })}</StatusWord>,
      figure(open.week, { view: 'week' }),
      figure(open.open, { view: 'open' }),
      figure(open.waiting, { view: 'waiting' }),
      figure(replied + ended.closed, ofYear),
      replied === 0 ? null : (
        <>
          {Math.round((ended.inTime / replied) * 100)}%{' '}
          {ended.late === 0 ? null : <Late reader={reader} row={{ unit, open, ended }} year={year} />}
        </>
      ),
      figure(ended.extended, { ...ofYear, extended: 'yes' }),
      ended.medianDays ?? null,
    ],
  }
}

/** A number that opens its list; nought is left empty, so that the others are seen. */
function Figure({ reader, value, unit, listing }: { reader: Reader; value: number; unit: string; listing: Partial<Listing> }) {
  if (value === 0) return null
  return <OpenFigure reader={reader} value={value} href={href(reader, `/desk/applications?${queryOf({ ...listing, unit })}`)} />
}

function Late({ reader, row, year }: { reader: Reader; row: OfficeRow; year: number }) {
  const query = queryOf({ view: 'ended', unit: row.unit.code, ended: String(year), timing: 'late' })
  return (
    <div class="gk-quiet">
      <a href={href(reader, `/desk/applications?${query}`)}>{reader.t('applications.board.late', { n: row.ended.late })}</a>
    </div>
  )
}
