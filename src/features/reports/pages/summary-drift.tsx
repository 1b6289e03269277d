import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { Drift } from '../making/drift.ts'
import { figureWords } from './figure-words.ts'

/** What changed in the records behind a filed summary since it was frozen, figure by figure. */
export function SummaryDrift({ reader, drift }: { reader: Reader; drift: readonly Drift[] }): VNode {
  const { t } = reader
  const nameOf = (cell: string): string => {
    const [figure = '', unit] = cell.split('@')
    const { name } = figureWords(reader, figure)
    return unit === undefined ? name : `${name} · ${unit}`
  }
  return (
    <>
      <Heading level={2} id="drift">
        {t('summary.made.drift')}
      </Heading>
      {drift.length === 0 ? (
        <p>
          <StatusWord kind="done">{t('summary.made.no-drift')}</StatusWord>
        </p>
      ) : (
        <DataList
          caption={t('summary.made.drift')}
          columns={[
            { label: t('summary.made.drift.figure') },
            { label: t('summary.made.drift.filed'), kind: 'number' },
            { label: t('summary.made.drift.now'), kind: 'number' },
            { label: t('summary.made.drift.change') },
          ]}
          rows={drift.map(({ cell, filed, now, added, removed }) => ({
            cells: [nameOf(cell), filed, now, t('summary.made.drift.changed', { added: added.length, removed: removed.length })],
          }))}
        />
      )}
    </>
  )
}
