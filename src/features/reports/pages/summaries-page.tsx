import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { StatusWord, type StatusKind } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { SummaryLine, SummaryState } from '../summaries/read-summaries.ts'

export interface SummariesPageProps {
  reader: Reader
  year: number
  years: readonly number[]
  lines: readonly SummaryLine[]
  /** Units for which the visitor may begin a summary. */
  writable: readonly Unit[]
  typed: { unit: string }
  errors?: FieldError[]
}

const kinds: Record<SummaryState, StatusKind> = { 'in-making': 'waiting', filed: 'waiting', published: 'done' }

/** The work summaries of a year, and where one is begun. */
export function SummariesPage({ reader, year, years, lines, writable, typed, errors = [] }: SummariesPageProps): VNode {
  const { t } = reader
  return (
    <DeskPage reader={reader} title={t('summary.desk.title')} section="reports" wide hasErrors={errors.length > 0}>
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{t('summary.desk.title')}</Heading>
      <Lead>{t('summary.desk.lead')}</Lead>
      <ListHead count={t('summary.desk.of-year', { year })}>
        {years.map((one) => (
          <a href={href(reader, `/desk/summaries?year=${one}`)} aria-current={one === year ? 'page' : undefined}>
            {t('summary.desk.of-year', { year: one })}
          </a>
        ))}
        <a href={href(reader, `/desk/reports?year=${year}`)}>{t('summary.desk.to-annual')}</a>
      </ListHead>
      {lines.length === 0 ? (
        <Empty title={t('summary.desk.none')} />
      ) : (
        <DataList
          caption={t('summary.desk.title')}
          columns={[{ label: t('summary.desk.column.unit') }, { label: t('summary.desk.column.state'), kind: 'status' }]}
          rows={lines.map(({ unit, summary, state }) => ({
            href: href(reader, `/desk/summaries/${summary.id}`),
            cells: [nameIn(reader, unit), <StatusWord kind={kinds[state]}>{t(`summary.state.${state}`)}</StatusWord>],
          }))}
        />
      )}
      {writable.length === 0 ? null : (
        <section aria-labelledby="begin">
          <Heading level={2} id="begin">
            {t('summary.desk.begin')}
          </Heading>
          <Lead>{t('summary.desk.begin.lead')}</Lead>
          <Form reader={reader} action="/desk/summaries">
            <input type="hidden" name="period" value={year} />
            <SelectField
              {...{ reader, errors, name: 'unit', label: t('account.enter.unit'), value: typed.unit }}
              options={writable.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))}
            />
            <Actions>
              <Button text={t('summary.desk.begin')} />
            </Actions>
          </Form>
        </section>
      )}
    </DeskPage>
  )
}
