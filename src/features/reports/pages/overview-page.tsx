import type { VNode } from 'preact'
import type { Calendar } from '../../../kernel/calendar.ts'
import { workingDaysBetween } from '../../../kernel/calendar.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, DueDate, StatusWord } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import { reportsYearly } from '../making/read-reports.ts'
import type { DeadlineLine } from '../overview/read-deadlines.ts'
import type { Overview } from '../overview/read-overview.ts'
import { AccountBody, Contradictions } from './account-body.tsx'
import { figurePath } from './figure-words.ts'
import { ReportToday } from './report-today.tsx'
import { fewNames, roundInWords } from './round-words.ts'
import { MissingWord } from './rounds-page.tsx'

export interface OverviewPageProps {
  reader: Reader
  overview: Overview
  inReach: readonly Unit[]
  calendar: Calendar
}

/** The office's overview: deadlines, who is behind, what the annual report would say today, and every figure of the account. */
export function OverviewPage({ reader, overview, inReach, calendar }: OverviewPageProps): VNode {
  const { t } = reader
  const { unit, account, made } = overview
  const owners = inReach.filter((one) => reportsYearly(one))
  return (
    <DeskPage reader={reader} title={t('rounds.overview.title')} section="overview" wide>
      <Heading kicker={nameIn(reader, unit)}>{t('rounds.overview.title')}</Heading>
      <Lead>{t('rounds.overview.lead')}</Lead>
      {owners.length < 2 ? null : (
        <Form reader={reader} action="/desk/overview" method="get" label={t('account.column.unit')} class="gk-form--line">
          <SelectField
            {...{ reader, name: 'unit', label: t('account.column.unit'), value: unit.code }}
            options={owners.map((one) => ({ value: one.code, label: nameIn(reader, one) }))}
          />
          <Button text={t('ui.filters.apply')} classes="govuk-button--secondary" />
        </Form>
      )}
      <Deadlines {...{ reader, overview, calendar }} />
      <Worst {...{ reader, overview }} />
      {account.contradictions.length === 0 ? (
        <p>
          <StatusWord kind="done">{t('rounds.overview.no-contradiction')}</StatusWord>
        </p>
      ) : (
        <Contradictions reader={reader} contradictions={account.contradictions} />
      )}
      {made === undefined ? null : <ReportToday {...{ reader, unit, made }} />}
      <AccountBody reader={reader} account={{ ...account, contradictions: [] }} place="desk" />
    </DeskPage>
  )
}

function Deadlines({ reader, overview, calendar }: Pick<OverviewPageProps, 'reader' | 'overview' | 'calendar'>) {
  const { t } = reader
  const label = (what: string) => ({ label: t(`rounds.column.${what}` as 'rounds.column.due') })
  return (
    <section aria-labelledby="deadlines">
      <Heading level={2} id="deadlines">
        {t('rounds.overview.deadlines')}
      </Heading>
      <DataList
        caption={t('rounds.overview.deadlines')}
        columns={[
          label('round'),
          { ...label('due'), kind: 'day' },
          { ...label('filed'), kind: 'number' },
          { ...label('missing'), kind: 'status' },
        ]}
        rows={overview.deadlines.map((line) => ({
          href: placeOf(reader, line),
          cells: [
            nameOf(reader, line),
            // What nobody was asked for is not late.
            isOpened(line) || line.dueOn >= reader.today ? (
              <DueDate
                {...{
                  reader,
                  due: line.dueOn,
                  today: reader.today,
                  workingDaysLeft: workingDaysBetween(calendar, reader.today, line.dueOn),
                }}
              />
            ) : (
              <DateLine reader={reader} day={line.dueOn} />
            ),
            isOpened(line) ? t('rounds.of', { n: line.all - line.missing.length, all: line.all }) : '',
            isOpened(line) ? (
              <MissingWord reader={reader} missing={line.missing.length} isPast={line.dueOn < reader.today} />
            ) : (
              <StatusWord kind="neutral">{t('rounds.overview.not-asked')}</StatusWord>
            ),
          ],
          note: fewNames(reader, line.missing),
        }))}
      />
    </section>
  )
}

function isOpened({ what, roundId }: DeadlineLine): boolean {
  return roundId !== undefined || what.startsWith('publish-')
}

function nameOf(reader: Reader, { what, period }: DeadlineLine): string {
  if (what === 'publish-department' || what === 'publish-government') return reader.t(`rounds.overview.${what}`, { year: period })
  return roundInWords(reader, { kind: what, period })
}

/** A round leads to itself, the law's day to the reports of its year, a round that was not opened to where it is opened. */
function placeOf(reader: Reader, { what, period, roundId }: DeadlineLine): string | undefined {
  if (what.startsWith('publish-')) return href(reader, `/desk/reports?year=${period}`)
  if (roundId !== undefined) return href(reader, `/desk/reports/rounds/${roundId}`)
  return reader.may('reports.rounds') ? href(reader, `/desk/reports/rounds/new?kind=${what}&period=${period}`) : undefined
}

function Worst({ reader, overview: { worst, account } }: Pick<OverviewPageProps, 'reader' | 'overview'>) {
  const { t } = reader
  const period = account.question.period.code
  return (
    <section aria-labelledby="worst">
      <Heading level={2} id="worst">
        {t('rounds.overview.worst')}
      </Heading>
      {worst.length === 0 ? (
        <StatusWord kind="done">{t('rounds.overview.no-worst')}</StatusWord>
      ) : (
        <DataList
          caption={t('rounds.overview.worst')}
          columns={[
            { label: t('account.column.unit') },
            { label: t('account.figure.tasks-overdue'), kind: 'number' },
            { label: t('account.figure.applications-late'), kind: 'number' },
          ]}
          rows={worst.map(({ unit, overdue, late }) => ({
            cells: [
              nameIn(reader, unit),
              ...[{ code: 'tasks-overdue', value: overdue } as const, { code: 'applications-late', value: late } as const].map(
                ({ code, value }) => (
                  <OpenFigure
                    {...{ reader, value, label: t(`account.figure.${code}`) }}
                    href={href(reader, figurePath('desk', { code }, { unit: unit.code, alone: 'yes', period }))}
                  />
                ),
              ),
            ],
          }))}
        />
      )}
    </section>
  )
}
