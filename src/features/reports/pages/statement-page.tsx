import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, fieldId, Form, type FieldError } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { BehindCell } from '../statements/list-behind-cell.ts'
import { explanationKey, wordsKey } from '../statements/statement.ts'
import type { StatementView } from '../statements/read-statement.ts'
import { Contradictions } from './account-body.tsx'
import { DriftList } from './drift-list.tsx'
import { RecordList } from './record-list.tsx'
import { roundInWords } from './round-words.ts'
import { StateWord } from './state-word.tsx'
import { lineNames, StatementLines } from './statement-lines.tsx'

export interface TypedStatement {
  words?: string
  explanation?: string
  remark?: string
  verdict?: string
}

export interface StatementPageProps {
  reader: Reader
  view: StatementView
  done: string
  /** The records behind the number that was opened. */
  behind?: BehindCell | undefined
  after: number
  /** What was typed, when a form comes back. */
  typed?: TypedStatement
  errors?: FieldError[]
}

const dones = ['begun', 'saved', 'filed', 'judged'] as const

/** The statistics of a quarter, or how the lines of a unit were kept in a half-year: from the records, with the unit's own words. */
export function StatementPage(props: StatementPageProps): VNode {
  const { reader, view, errors = [] } = props
  const { t } = reader
  const { unit, made, round, filings, judgement } = view
  const title = roundInWords(reader, { kind: made.content.kind, period: made.content.period })
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={`${title} · ${nameIn(reader, unit)}`} section="reports" wide hasErrors={errors.length > 0}>
      <Trail reader={reader} steps={[{ label: t('reports.desk.title'), href: href(reader, '/desk/reports') }, { label: title }]} />
      {done && <NotificationBanner type="success" titleText={title} text={t(`rounds.done.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading kicker={nameIn(reader, unit)}>{title}</Heading>
      <Facts
        rows={[
          { label: t('reports.making.state'), value: <StateWord reader={reader} state={view.state} /> },
          { label: t('rounds.column.due'), value: round && <DateLine reader={reader} day={round.dueOn} /> },
          { label: t('rounds.field.words'), value: round?.words },
          { label: t('reports.making.office-said'), value: judgement?.remark },
          {
            label: t('reports.making.filed-on'),
            value: filings.map((filing) => (
              <div>
                {t('reports.making.filing', { n: filing.serial })} · <DateLine reader={reader} day={dayOf(filing.filedAt)} short /> ·{' '}
                <code>{filing.fingerprint.slice(0, 16)}</code>
              </div>
            )),
          },
        ]}
      />
      <JudgeForm {...props} />
      {filings.length > 0 ? (
        <DriftList
          {...{ reader, drift: view.drift }}
          name={lineNames(reader, made.lines)}
          path={(cell) => statementDriftPath(view.report.id, cell)}
        />
      ) : null}
      <div id={fieldId('lines')}>
        <StatementLines {...{ reader, view }} />
      </div>
      <Behind {...props} />
      <Contradictions reader={reader} contradictions={made.contradictions} />
      <WordsForm {...props} />
      <FileForm {...props} />
    </DeskPage>
  )
}

/** Where the records that changed behind a number are listed. */
export function statementDriftPath(id: number, cell: string): string {
  return `/desk/reports/statements/${id}/drift?cell=${encodeURIComponent(cell)}`
}

function Behind({ reader, view, behind, after }: StatementPageProps) {
  if (behind === undefined) return null
  const { made, report } = view
  const path = (more: string) => href(reader, `/desk/reports/statements/${report.id}?cell=${behind.address}${more}#records`)
  const isCase = behind.facts[0]?.deskHref?.startsWith('/desk/applications/') ?? false
  return (
    <>
      <Heading level={2}>{lineNames(reader, made.lines)(behind.address)}</Heading>
      <RecordList
        {...{ reader, facts: behind.facts, units: made.question.units, count: behind.count, place: 'desk', isCase }}
        download={href(reader, `/desk/reports/statements/${report.id}?cell=${behind.address}&as=csv`)}
        newer={after > 0 ? path('') : undefined}
        older={behind.next === undefined ? undefined : path(`&after=${behind.next}`)}
      />
    </>
  )
}

function WordsForm({ reader, view, typed, errors = [] }: StatementPageProps) {
  const { t } = reader
  const { report, keeper, made } = view
  const words = typed?.words ?? report.texts[wordsKey] ?? ''
  const explanation = typed?.explanation ?? report.notes[explanationKey] ?? ''
  const isConfirmed = report.kind === 'half-year'
  if (!reader.may('reports.write', keeper.path)) {
    return (
      <Facts
        rows={[t('rounds.field.own-words'), t('rounds.field.explanation')].map((label, at) => ({ label, value: [words, explanation][at] }))}
      />
    )
  }
  return (
    <Form reader={reader} action={`/desk/reports/statements/${report.id}/words`} keep>
      <input type="hidden" name="version" value={report.version} />
      <TextareaField
        {...{ reader, errors, name: 'words', value: words, rows: 4, optional: !isConfirmed }}
        label={t(isConfirmed ? 'rounds.field.confirmation' : 'rounds.field.own-words')}
        {...(isConfirmed ? { hint: t('rounds.field.confirmation-hint') } : {})}
      />
      {made.contradictions.length > 0 || explanation !== '' ? (
        <TextareaField {...{ reader, errors, name: 'explanation', value: explanation, rows: 3, label: t('rounds.field.explanation') }} />
      ) : null}
      <Actions>
        <Button text={t('reports.making.save')} classes="govuk-button--secondary" />
      </Actions>
    </Form>
  )
}

function FileForm({ reader, view }: StatementPageProps) {
  const { report, keeper, state } = view
  if (!reader.may('reports.write', keeper.path) || state === 'accepted') return null
  return (
    <Form reader={reader} action={`/desk/reports/statements/${report.id}/file`}>
      <input type="hidden" name="version" value={report.version} />
      <Lead>{reader.t('rounds.file.lead')}</Lead>
      <Actions>
        <Button text={reader.t('rounds.file')} id={fieldId('file')} />
      </Actions>
    </Form>
  )
}

function JudgeForm({ reader, view, typed, errors = [] }: StatementPageProps) {
  const { t } = reader
  const { report, keeper, filings, state } = view
  const [last] = filings
  if (last === undefined || state !== 'filed' || !reader.may('reports.judge', keeper.path)) return null
  return (
    <Form reader={reader} action={`/desk/reports/statements/${report.id}/judge`} label={t('reports.making.judge')}>
      <Heading level={2}>{t('reports.making.judge')}</Heading>
      <input type="hidden" name="filing" value={last.id} />
      <RadiosField
        {...{ reader, errors, name: 'verdict', label: t('reports.making.verdict'), value: typed?.verdict ?? 'accepted' }}
        choices={[
          { value: 'accepted', label: t('reports.making.accept') },
          { value: 'returned', label: t('reports.making.return') },
        ]}
      />
      <TextareaField
        {...{ reader, errors, name: 'remark', label: t('reports.making.remark'), hint: t('reports.making.remark-hint') }}
        value={typed?.remark ?? ''}
        rows={3}
      />
      <Actions>
        <Button text={t('reports.making.judge-button')} />
      </Actions>
    </Form>
  )
}
