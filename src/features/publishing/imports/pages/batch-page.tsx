import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import { RadiosField } from '../../../../ui/choice.tsx'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Empty, Facts, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList, Pager } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import type { Colleague } from '../../../accounts/index.ts'
import type { Unit } from '../../../organisations/index.ts'
import type { Batch } from '../batch.ts'
import type { BatchCounts, ListedPage } from '../queries.ts'
import { BatchState } from './imports-page.tsx'

export interface BatchPageProps {
  reader: Reader
  batch: Batch
  unit: Unit
  counts: BatchCounts
  people: Map<number, Colleague>
  pages: readonly ListedPage[]
  which: 'all' | 'kept-back'
  /** The list goes on after this document. */
  more: number | undefined
  typed: { decision: string; reason: string }
  errors: FieldError[]
  done: string | undefined
}

/** One import: what came in, what the checks kept back, and the decision of the office. */
export function BatchPage(props: BatchPageProps): VNode {
  const { reader, batch, unit, counts, errors, done } = props
  const t = reader.t
  const mayDecide = batch.decision === undefined && reader.may('imports.decide', unit.path)
  const known = (['enter', 'refuse'] as const).find((one) => one === done)
  return (
    <DeskPage reader={reader} title={batch.source} section="imports" hasErrors={errors.length > 0} wide>
      <ErrorBox reader={reader} errors={errors} />
      {known === undefined ? null : (
        <NotificationBanner type="success" titleText={t('accounts.done')} text={t(`publishing.imports.done.${known}`)} />
      )}
      <Heading kicker={<a href={href(reader, '/desk/imports')}>{t('publishing.imports.title')}</a>}>{batch.source}</Heading>
      <Lead>{t('publishing.imports.counts', { pages: counts.pages, clean: counts.clean, kept: counts.pages - counts.clean })}</Lead>
      <BatchFacts {...props} />
      {mayDecide ? <DecisionForm {...props} /> : null}
      <Pages {...props} />
    </DeskPage>
  )
}

function BatchFacts({ reader, batch, unit, counts, people }: BatchPageProps) {
  const t = reader.t
  const name = (id: number | undefined): string => {
    const person = id === undefined ? undefined : people.get(id)
    return person === undefined ? '' : nameIn(reader, person)
  }
  return (
    <Facts
      rows={[
        { label: t('publishing.imports.unit'), value: nameIn(reader, unit) },
        { label: t('publishing.imports.state'), value: <BatchState reader={reader} batch={batch} /> },
        { label: t('publishing.imports.begun'), value: <DateLine reader={reader} day={dayOf(batch.begunAt)} /> },
        { label: t('publishing.imports.by'), value: name(batch.begunBy) },
        { label: t('publishing.imports.decided'), value: batch.decidedAt && <DateLine reader={reader} day={dayOf(batch.decidedAt)} /> },
        { label: t('publishing.imports.decided-by'), value: name(batch.decidedBy) },
        { label: t('publishing.imports.entered'), value: counts.entered },
        { label: t('publishing.imports.unmapped'), value: counts.unmapped },
      ]}
    />
  )
}

function DecisionForm({ reader, batch, counts, typed, errors }: BatchPageProps) {
  const t = reader.t
  const choices = (['enter', 'refuse'] as const).map((one) => ({
    value: one,
    label: t(`publishing.imports.decide.${one}`, { n: counts.clean }),
    hint: t(`publishing.imports.decide.${one}.does`),
  }))
  return (
    <Form reader={reader} action={`/desk/imports/${batch.id}`} label={t('publishing.imports.decide')}>
      <Heading level={2}>{t('publishing.imports.decide')}</Heading>
      <RadiosField
        reader={reader}
        name="decision"
        label={t('publishing.imports.decide.question')}
        choices={choices}
        value={typed.decision}
        errors={errors}
      />
      <TextareaField
        reader={reader}
        name="reason"
        label={t('publishing.imports.reason')}
        hint={t('publishing.imports.reason.hint')}
        value={typed.reason}
        rows={3}
        errors={errors}
      />
      <Actions>
        <Button text={t('publishing.imports.decide.button')} />
      </Actions>
    </Form>
  )
}

function Pages({ reader, batch, pages, which, more }: BatchPageProps) {
  const t = reader.t
  const base = href(reader, `/desk/imports/${batch.id}`)
  const query = new URLSearchParams({ ...(which === 'all' ? {} : { show: which }), ...(more === undefined ? {} : { after: String(more) }) })
  return (
    <section aria-labelledby="pages">
      <Heading level={2} id="pages">
        {t(`publishing.imports.list.${which}`)}
      </Heading>
      <p>
        {which === 'all' ? (
          <a href={`${base}?show=kept-back#pages`}>{t('publishing.imports.show.kept-back')}</a>
        ) : (
          <a href={`${base}#pages`}>{t('publishing.imports.show.all')}</a>
        )}
      </p>
      {pages.length === 0 ? (
        <Empty title={t('publishing.imports.list.empty')} />
      ) : (
        <DataList
          caption={t(`publishing.imports.list.${which}`)}
          columns={[
            { label: t('publishing.imports.page') },
            { label: t('publishing.imports.published'), kind: 'day' },
            { label: t('publishing.imports.state'), kind: 'status' },
            { label: t('publishing.imports.column') },
          ]}
          rows={pages.map((page) => ({
            href: href(reader, `/desk/documents/${page.documentId}`),
            note: <code>{page.address}</code>,
            cells: [
              page.title,
              <DateLine reader={reader} day={page.publishedOn} />,
              <PageState reader={reader} page={page} />,
              columnOf(reader, page),
            ],
          }))}
        />
      )}
      <Pager reader={reader} older={more === undefined ? undefined : `${base}?${query}#pages`} />
    </section>
  )
}

function PageState({ reader, page }: { reader: Reader; page: ListedPage }) {
  if (page.stage === 'released') return <StatusWord kind="done">{reader.t('publishing.imports.page.entered')}</StatusWord>
  if (page.isClean) return <StatusWord kind="waiting">{reader.t('publishing.imports.page.clean')}</StatusWord>
  return <StatusWord kind="due-soon">{reader.t('publishing.imports.page.kept-back')}</StatusWord>
}

function columnOf(reader: Reader, page: ListedPage) {
  if (page.isMapped) return page.columnName
  return <span class="gk-quiet">{reader.t('publishing.imports.page.unmapped', { column: page.columnName || '—' })}</span>
}
