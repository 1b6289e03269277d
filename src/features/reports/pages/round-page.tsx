import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { ErrorBox, Actions, Form, fieldId, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { RoundLine, RoundView } from '../rounds/read-round.ts'
import type { RoundTotal } from '../rounds/read-totals.ts'
import { reportPath, roundInWords } from './round-words.ts'
import { RoundTotals } from './round-totals.tsx'
import { MissingWord } from './rounds-page.tsx'
import { StateWord } from './state-word.tsx'

export interface RoundPageProps {
  reader: Reader
  view: RoundView
  totals: readonly RoundTotal[]
  done: string
  /** What the last reminder did. */
  told: { units: number; people: number; unreached: number }
  /** The code of the figure whose sum is laid out by unit. */
  figure: string
  errors: FieldError[]
}

/** One round: who is missing first, then everybody, then what the accepted filings add up to. */
export function RoundPage({ reader, view, totals, done, told, figure, errors }: RoundPageProps): VNode {
  const { t } = reader
  const { round, owner, lines, missing } = view
  const title = roundInWords(reader, round)
  const filed = lines.filter((line) => !missing.includes(line))
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[
          { label: t('reports.desk.title'), href: href(reader, '/desk/reports') },
          { label: t('rounds.title'), href: href(reader, '/desk/reports/rounds') },
          { label: title },
        ]}
      />
      {done === 'opened' ? <NotificationBanner type="success" titleText={title} text={t('rounds.opened')} /> : null}
      {done === 'reminded' ? <NotificationBanner type="success" titleText={title} text={t('rounds.reminded', told)} /> : null}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, owner)}>{title}</Heading>
      <Missing reader={reader} view={view} />
      <Facts
        rows={[
          { label: t('rounds.column.due'), value: <DateLine reader={reader} day={round.dueOn} /> },
          { label: t('rounds.column.filed'), value: t('rounds.of', { n: lines.length - missing.length, all: lines.length }) },
          { label: t('rounds.field.words'), value: round.words },
        ]}
      />
      {filed.length === 0 ? null : (
        <>
          <Heading level={2}>{t('rounds.who-has-filed')}</Heading>
          <Lines {...{ reader, lines: filed, caption: t('rounds.who-has-filed') }} />
        </>
      )}
      <RoundTotals {...{ reader, view, totals, figure }} />
    </DeskPage>
  )
}

function Missing({ reader, view: { round, missing } }: { reader: Reader; view: RoundView }) {
  const { t } = reader
  const isPast = round.dueOn < reader.today
  return (
    <section aria-labelledby="missing">
      <Heading level={2} id="missing">
        {t('rounds.who-is-missing')}
      </Heading>
      <p>
        <MissingWord reader={reader} missing={missing.length} isPast={isPast} />
      </p>
      {missing.length === 0 ? null : <Lines {...{ reader, lines: missing, caption: t('rounds.who-is-missing') }} />}
      {missing.length === 0 || !reader.may('reports.rounds') ? null : (
        <Form reader={reader} action={`/desk/reports/rounds/${round.id}/remind`}>
          <Lead>{t('rounds.remind.lead')}</Lead>
          <Actions>
            <Button text={t('rounds.remind')} id={fieldId('remind')} classes="govuk-button--secondary" />
          </Actions>
        </Form>
      )}
    </section>
  )
}

function Lines({ reader, lines, caption }: { reader: Reader; lines: readonly RoundLine[]; caption: string }) {
  const { t } = reader
  return (
    <DataList
      caption={caption}
      columns={[
        { label: t('reports.desk.column.unit') },
        { label: t('rounds.column.filed-on'), kind: 'day' },
        { label: t('reports.desk.column.state'), kind: 'status' },
        { label: t('rounds.column.reminded'), kind: 'day' },
      ]}
      rows={lines.map((line) => {
        const { unit, report, state, filedOn, remindedOn } = line
        const path = reportPath(report)
        return {
          href: path === undefined ? undefined : href(reader, path),
          cells: [
            nameIn(reader, unit),
            filedOn === undefined ? '' : <DateLine reader={reader} day={dayOf(filedOn)} short />,
            <StateWord reader={reader} state={state} />,
            remindedOn === undefined ? '' : <DateLine reader={reader} day={remindedOn} short />,
          ],
          note: noteOf(reader, line),
        }
      })}
    />
  )
}

/** What must be known of a line besides its state: what the office said, which office it was, and whose report tells of the unit already. */
function noteOf(reader: Reader, { state, remark, judgedBy, within }: RoundLine): string | undefined {
  const { t } = reader
  const notes = [
    state === 'returned' ? remark : undefined,
    judgedBy && t('rounds.judged-by', { unit: nameIn(reader, judgedBy) }),
    within && t('rounds.within', { unit: nameIn(reader, within) }),
  ]
  return notes.filter(Boolean).join(' · ') || undefined
}
