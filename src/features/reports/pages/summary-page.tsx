import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions, ErrorBox, Form } from '../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { SummaryView } from '../summaries/read-summary.ts'
import { DriftList } from './drift-list.tsx'
import { figureCellName } from './figure-words.ts'
import type { SummaryPageProps } from './summary-props.ts'
import { SummaryHeadings } from './summary-headings.tsx'
import { TakeAway } from './take-away.tsx'

const dones = ['begun', 'saved', 'filed'] as const

/** A work summary in the making: what the records say, what people write, and what was filed. */
export function SummaryPage(props: SummaryPageProps): VNode {
  const { reader, view, errors = [] } = props
  const { t } = reader
  const { summary, unit } = view
  const title = t('summary.title', { unit: nameIn(reader, unit), year: summary.period })
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={title} section="reports" wide hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: t('summary.desk.title'), href: href(reader, `/desk/summaries?year=${summary.period}`) }, { label: title }]}
      />
      {done && <NotificationBanner type="success" titleText={title} text={t(`summary.done.${done}`)} />}
      <ErrorBox reader={reader} errors={errors} />
      <Heading>{title}</Heading>
      <Standing reader={reader} view={view} />
      <SummaryHeadings {...props} />
      <FileForm reader={reader} view={view} />
    </DeskPage>
  )
}

function Standing({ reader, view }: { reader: Reader; view: SummaryView }) {
  const { t } = reader
  const { filings, document, drift } = view
  return (
    <>
      <Facts
        rows={[
          { label: t('summary.desk.column.cut-off'), value: <DateLine reader={reader} day={view.made.question.cutOff} /> },
          {
            label: t('summary.made.filed-on'),
            value:
              filings.length === 0
                ? ''
                : filings.map((filing) => (
                    <div>
                      {t('summary.made.filing', { n: filing.serial })} · <DateLine reader={reader} day={dayOf(filing.filedAt)} short /> ·{' '}
                      <code>{filing.fingerprint.slice(0, 16)}</code>
                    </div>
                  )),
          },
          {
            label: t('summary.made.document'),
            value: document && (
              <a href={href(reader, `/desk/documents/${document.id}`)}>
                {document.indexNumber} · {t(`reports.stage.${document.stage}`)}
              </a>
            ),
          },
        ]}
      />
      <p>
        {t('reports.making.take-away')}:{' '}
        <TakeAway {...{ reader, kinds: ['pdf', 'docx'] }} pathOf={(kind) => `/desk/summaries/${view.summary.id}/summary.${kind}`} />
      </p>
      {filings.length === 0 ? null : (
        <DriftList
          {...{ reader, drift }}
          name={(cell) => figureCellName(reader, cell)}
          path={(cell) => summaryDriftPath(view.summary.id, cell)}
        />
      )}
    </>
  )
}

/** Where the records that changed behind a number are listed. */
export function summaryDriftPath(id: number, cell: string): string {
  return `/desk/summaries/${id}/drift?cell=${encodeURIComponent(cell)}`
}

function FileForm({ reader, view }: { reader: Reader; view: SummaryView }) {
  const { t } = reader
  const { summary, unit, silent, obstacles, document } = view
  if (!reader.may('reports.write', unit.path)) return null
  const names = silent.map((heading) => nameIn(reader, heading)).join(reader.lang === 'zh' ? '、' : ', ')
  return (
    <section aria-labelledby="file">
      <Heading level={2} id="file">
        {t('summary.made.file')}
      </Heading>
      <Lead>{t('summary.made.file.lead')}</Lead>
      {obstacles.includes('correction-first') ? (
        <p class="gk-next">
          <a href={href(reader, `/desk/documents/${document?.id}`)}>{t('summary.refused.correction-first')}</a>
        </p>
      ) : (
        <>
          {silent.length === 0 ? null : <p>{t('summary.made.silent', { headings: names })}</p>}
          <Form reader={reader} action={`/desk/summaries/${summary.id}/file`}>
            <input type="hidden" name="version" value={summary.version} />
            <Actions>
              <Button text={t('summary.made.file')} />
            </Actions>
          </Form>
        </>
      )}
    </section>
  )
}
