import type { VNode } from 'preact'
import { RadiosField } from '../../../ui/choice.tsx'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../ui/field.tsx'
import { Actions, ErrorBox, Form } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import { sayBreach } from '../annual/say-breach.ts'
import { markNumbers } from '../making/mark-numbers.ts'
import type { MadeView } from '../making/read-made.ts'
import type { MadePageProps } from './made-props.ts'
import { InTheWay, NextStep } from './next-step.tsx'
import { MadeSections } from './made-sections.tsx'
import { cellName } from './cell-words.ts'
import { CoverageForm } from './coverage-form.tsx'
import { DriftList } from './drift-list.tsx'
import { frozenRow, publicationRow } from './publication-rows.tsx'
import { StateWord } from './state-word.tsx'
import { TakeAway } from './take-away.tsx'

const dones = ['begun', 'saved', 'covered', 'entered', 'filed', 'judged'] as const

/** An annual report in the making: its tables from the records, its text from people, and what stands between it and its filing. */
export function MadePage(props: MadePageProps): VNode {
  const { reader, view, errors = [] } = props
  const { t } = reader
  const { report, unit, made } = view
  const title = t('reports.annual.title', { unit: nameIn(reader, unit), year: report.period })
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('reports.desk.title'), href: href(reader, `/desk/reports?year=${report.period}`) }, { label: title }]}
      />
      {done && <NotificationBanner type="success" titleText={title} text={t(`reports.making.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <NextStep reader={reader} view={view} />
      <Standing reader={reader} view={view} />
      <CoverageForm reader={reader} view={view} />
      <Breaches reader={reader} view={view} />
      <AddedUp reader={reader} view={view} />
      {view.filings.length > 0 ? (
        <DriftList
          {...{ reader, drift: view.drift }}
          name={(cell) => cellName(reader, made.form, cell)}
          path={(cell) => reportDriftPath(report.id, cell)}
        />
      ) : null}
      <Heading level={2}>{t('reports.making.today')}</Heading>
      <MadeSections {...props} />
      <FileForm {...props} />
      <JudgeForm {...props} />
    </DeskPage>
  )
}

/** Where the records that changed behind a cell are listed. */
export function reportDriftPath(id: number, cell: string): string {
  return `/desk/reports/${id}/drift?cell=${encodeURIComponent(cell)}`
}

function Standing({ reader, view }: { reader: Reader; view: MadeView }) {
  const { t } = reader
  const { report, filings, judgement, document } = view
  return (
    <>
      <Facts
        rows={[
          { label: t('reports.making.state'), value: <StateWord reader={reader} state={view.state} /> },
          { label: t('reports.desk.column.due'), value: view.publishBy && <DateLine reader={reader} day={view.publishBy} /> },
          frozenRow(
            reader,
            t('reports.making.filed-on'),
            filings.map((filing) => ({ ...filing, at: filing.filedAt })),
            (n) => t('reports.making.filing', { n }),
          ),
          { label: t('reports.making.office-said'), value: judgement?.remark },
          publicationRow(reader, document),
        ]}
      />
      <p>
        {t('reports.making.take-away')}:{' '}
        <TakeAway {...{ reader, kinds: ['pdf', 'docx', 'xlsx', 'json'] }} pathOf={(kind) => `/desk/reports/${report.id}/report.${kind}`} />
      </p>
    </>
  )
}

function Breaches({ reader, view }: { reader: Reader; view: MadeView }) {
  const { t, lang } = reader
  const { form, breaches } = view.made
  return (
    <>
      <Heading level={2} id="breaches">
        {t('reports.making.breaches')}
      </Heading>
      {breaches.length === 0 ? (
        <p>
          <StatusWord kind="done">{t('reports.making.no-breach')}</StatusWord>
        </p>
      ) : (
        <ul class="govuk-list gk-breaches">
          {breaches.map((breach) => (
            <li>
              <StatusWord kind={breach.severity === 'error' ? 'refused' : 'due-soon'}>
                {t(`reports.severity.${breach.severity}`)}
              </StatusWord>{' '}
              {sayBreach(t, lang, form, breach)}{' '}
              {breach.cells[0] === undefined ? null : (
                <a href={href(reader, `/desk/reports/${view.report.id}/cell?cell=${encodeURIComponent(breach.cells[0])}`)}>
                  {t('reports.making.open-cell')}
                  <span class="govuk-visually-hidden"> {cellName(reader, form, breach.cells[0])}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A government's report: whose filings it adds up, and who has still to file (I13). */
function AddedUp({ reader, view: { made, unit } }: { reader: Reader; view: MadeView }) {
  const { t, lang } = reader
  const { filedBelow } = made
  if (filedBelow === undefined) return null
  const names = filedBelow.map((one) => nameIn(reader, one)).join(lang === 'zh' ? '、' : ', ')
  return (
    <p>
      {filedBelow.length === 0
        ? t('rounds.added-up.none')
        : t('rounds.added-up', { n: filedBelow.length, units: names, own: nameIn(reader, unit) })}{' '}
      <a href={href(reader, '/desk/reports/rounds')}>{t('rounds.title')}</a>
    </p>
  )
}

function FileForm({ reader, view }: MadePageProps) {
  const { report, keeper, refusals } = view
  if (!reader.may('reports.write', keeper.path)) return null
  return (
    <section aria-labelledby="file">
      <Heading level={2} id="file">
        {reader.t('reports.making.file')}
      </Heading>
      <Lead>{reader.t('reports.making.file.lead')}</Lead>
      {refusals.length > 0 ? (
        <InTheWay reader={reader} view={view} title={reader.t('reports.next.in-the-way')} />
      ) : (
        <Form reader={reader} action={`/desk/reports/${report.id}/file`}>
          <input type="hidden" name="version" value={report.version} />
          <input type="hidden" name="numbers" value={markNumbers(view.made.cells)} />
          <Actions>
            <Button text={reader.t('reports.making.file')} />
          </Actions>
        </Form>
      )}
    </section>
  )
}

function JudgeForm(props: MadePageProps) {
  const { reader, view, typed, errors = [] } = props
  const { t } = reader
  const { report, keeper, filings } = view
  const last = filings[0]
  const choices = view.state === 'filed' ? (['accepted', 'returned'] as const) : view.state === 'accepted' ? (['returned'] as const) : []
  if (last === undefined || choices.length === 0 || !reader.may('reports.judge', keeper.path)) return null
  return (
    <section aria-labelledby="judge">
      <Heading level={2} id="judge">
        {t('reports.making.judge')}
      </Heading>
      <Form reader={reader} action={`/desk/reports/${report.id}/judge`}>
        <input type="hidden" name="filing" value={last.id} />
        <RadiosField
          {...{ reader, errors, name: 'verdict', label: t('reports.making.verdict'), value: props.typed?.verdict ?? choices[0] ?? '' }}
          choices={choices.map((value) => ({ value, label: t(`reports.making.${value === 'accepted' ? 'accept' : 'return'}`) }))}
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
    </section>
  )
}
