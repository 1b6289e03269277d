import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { ReportLine } from '../making/read-reports.ts'
import type { AskedLine } from '../rounds/read-asked.ts'
import { AskedRounds } from './asked-rounds.tsx'
import { StateWord } from './state-word.tsx'

export interface ReportsPageProps {
  reader: Reader
  year: number
  years: readonly number[]
  lines: readonly ReportLine[]
  /** What rounds ask of the visitor's own units. */
  asked: readonly AskedLine[]
  /** The visitor lays down which lines count. */
  mapsLines: boolean
  /** Units for which the visitor may begin a report. */
  writable: readonly Unit[]
  typed: { unit: string; withBelow: string[] }
  errors?: FieldError[]
}

/** The annual reports of a year: whose is where, and who is missing. */
export function ReportsPage({ reader, year, years, lines, asked, mapsLines, writable, typed, errors = [] }: ReportsPageProps): VNode {
  const { t } = reader
  const missing = lines.filter(({ state }) => state !== 'filed' && state !== 'accepted').length
  return (
    <DeskPage reader={reader} title={t('reports.desk.title')} section="reports" wide hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{t('reports.desk.title')}</Heading>
      <Lead>{t('reports.desk.lead')}</Lead>
      <AskedRounds {...{ reader, asked }} />
      <ListHead count={missing === 0 ? t('reports.desk.all-filed') : t('reports.desk.missing', { n: missing })}>
        {years.map((one) => (
          <a href={href(reader, `/desk/reports?year=${one}`)} aria-current={one === year ? 'page' : undefined}>
            {t('reports.desk.of-year', { year: one })}
          </a>
        ))}
        <a href={href(reader, `/desk/summaries?year=${year}`)}>{t('summary.desk.title')}</a>
        <a href={href(reader, '/desk/reports/bulletins')}>{t('bulletin.desk.title')}</a>
        <a href={href(reader, '/desk/reports/circulars')}>{t('circular.desk.title')}</a>
        {mapsLines ? <a href={href(reader, '/desk/reports/lines')}>{t('reports.desk.lines')}</a> : null}
        <a href={href(reader, '/desk/reports/rounds')}>{t('rounds.title')}</a>
      </ListHead>
      <DataList
        caption={t('reports.desk.title')}
        columns={[
          { label: t('reports.desk.column.unit') },
          { label: t('reports.desk.column.due'), kind: 'day' },
          { label: t('reports.desk.column.state'), kind: 'status' },
        ]}
        rows={lines.map(({ unit, report, state, publishBy, remark }) => ({
          href: report && href(reader, `/desk/reports/${report.id}`),
          cells: [
            nameIn(reader, unit),
            publishBy === undefined ? '' : <DateLine reader={reader} day={publishBy} short />,
            <StateWord reader={reader} state={state} />,
          ],
          note: state === 'returned' ? remark : undefined,
        }))}
      />
      {writable.length === 0 ? null : (
        <section aria-labelledby="begin">
          <Heading level={2} id="begin">
            {t('reports.desk.begin')}
          </Heading>
          <Lead>{t('reports.desk.begin.lead')}</Lead>
          <Form reader={reader} action="/desk/reports">
            <input type="hidden" name="period" value={year} />
            <SelectField
              {...{ reader, errors, name: 'unit', label: t('account.enter.unit'), value: typed.unit }}
              options={writable.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
            />
            <CheckboxesField
              {...{ reader, name: 'withBelow', label: t('reports.desk.begin.whose'), values: typed.withBelow }}
              choices={[{ value: 'yes', label: t('reports.desk.begin.with-below') }]}
            />
            <Actions>
              <Button text={t('reports.desk.begin')} />
            </Actions>
          </Form>
        </section>
      )}
    </DeskPage>
  )
}
