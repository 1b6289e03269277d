import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { FilledCell } from '../annual/fill-report.ts'
import type { Made } from '../annual/make-report.ts'
import { valueInWords } from './figure-words.ts'
import { headed } from '../annual/heading.ts'

interface ReportTodayProps {
  reader: Reader
  unit: Unit
  made: Made
}

/** What the annual report of the running year would say today: the total of every row, and every number of the rows without one. */
export function ReportToday({ reader, unit, made }: ReportTodayProps): VNode {
  const { t } = reader
  const errors = made.breaches.filter(({ severity, kind }) => severity === 'error' && kind !== 'I6-blank').length
  const blanks = made.breaches.filter(({ kind }) => kind === 'I6-blank').length
  return (
    <section aria-labelledby="today">
      <Heading level={2} id="today">
        {t('rounds.overview.today', { year: made.report.year })}
      </Heading>
      <Lead>{t('rounds.overview.today.lead')}</Lead>
      <p>
        <StatusWord kind={errors === 0 ? 'done' : 'refused'}>{t('rounds.overview.errors', { n: errors })}</StatusWord>{' '}
        <StatusWord kind={blanks === 0 ? 'done' : 'waiting'}>{t('rounds.overview.blanks', { n: blanks })}</StatusWord>
      </p>
      {made.form.tables.map((table) => (
        <DataList
          caption={nameIn(reader, table)}
          showCaption
          columns={[{ label: t('rounds.overview.row') }, { label: t('account.column.value'), kind: 'number' }]}
          rows={rowsIn(made, table.code).map((filled) => ({
            cells: [rowName(reader, filled), <Shown {...{ reader, unit, filled }} />],
            note: filled.cell.row.headings.map((heading) => nameIn(reader, heading)).join(' · '),
          }))}
        />
      ))}
    </section>
  )
}

/** The totals of the rows that have one; of a table without totals, everything. */
function rowsIn({ cells }: Made, table: string): FilledCell[] {
  const own = cells.filter(({ cell }) => cell.table.code === table)
  const totals = own.filter(({ cell }) => cell.column.isTotal === true)
  return totals.length > 0 ? totals : own
}

function rowName(reader: Reader, { cell }: FilledCell): string {
  return cell.column.isTotal === true ? headed(reader, cell.row) : `${headed(reader, cell.row)} · ${nameIn(reader, cell.column)}`
}

function Shown({ reader, unit, filled }: Pick<ReportTodayProps, 'reader' | 'unit'> & { filled: FilledCell }) {
  if (filled.value === null) return <span class="gk-quiet">{reader.t('account.not-reported')}</span>
  const path = `/desk/overview/records?unit=${unit.code}&cell=${encodeURIComponent(filled.cell.address)}`
  return (
    <OpenFigure
      {...{ reader, value: valueInWords(reader, filled.value, filled.isAtLeast), byHand: filled.origin === 'by-hand' }}
      href={href(reader, path)}
      label={rowName(reader, filled)}
    />
  )
}
