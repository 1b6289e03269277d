import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Empty, Heading, Lead } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import type { Unit } from '../../../organisations/index.ts'
import type { Batch } from '../batch.ts'
import type { BatchCounts } from '../queries.ts'

export interface ListedBatch {
  batch: Batch
  unit: Unit
  counts: BatchCounts
}

/** Every import of an older site, and what became of it. */
export function ImportsPage({ reader, batches }: { reader: Reader; batches: readonly ListedBatch[] }): VNode {
  const t = reader.t
  return (
    <DeskPage reader={reader} title={t('publishing.imports.title')} section="imports" wide>
      <Heading>{t('publishing.imports.title')}</Heading>
      <Lead>{t('publishing.imports.lead')}</Lead>
      {batches.length === 0 ? (
        <Empty title={t('publishing.imports.empty')}>
          <code>npx gongkai import portal &lt;folder&gt; --unit &lt;code&gt;</code>
        </Empty>
      ) : (
        <DataList
          caption={t('publishing.imports.title')}
          columns={[
            { label: t('publishing.imports.source') },
            { label: t('publishing.imports.begun'), kind: 'day' },
            { label: t('publishing.imports.state'), kind: 'status' },
            { label: t('publishing.imports.pages'), kind: 'number' },
            { label: t('publishing.imports.clean'), kind: 'number' },
            { label: t('publishing.imports.entered'), kind: 'number' },
          ]}
          rows={batches.map(({ batch, unit, counts }) => ({
            href: href(reader, `/desk/imports/${batch.id}`),
            note: nameIn(reader, unit),
            cells: [
              batch.source,
              <DateLine reader={reader} day={dayOf(batch.begunAt)} short />,
              <BatchState reader={reader} batch={batch} />,
              counts.pages,
              counts.clean,
              counts.entered,
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

/** Has the office decided, and how? */
export function BatchState({ reader, batch }: { reader: Reader; batch: Batch }): VNode {
  const kinds = { waiting: 'waiting', enter: 'done', refuse: 'refused' } as const
  const state = batch.decision ?? 'waiting'
  return <StatusWord kind={kinds[state]}>{reader.t(`publishing.imports.state.${state}`)}</StatusWord>
}
