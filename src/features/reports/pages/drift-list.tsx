import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import type { Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { Drift } from '../making/drift.ts'

/** What changed in the records behind a filing since it was frozen, cell by cell; `name` says a cell in words. */
export function DriftList({ reader, name, drift }: { reader: Reader; name: (cell: string) => string; drift: readonly Drift[] }): VNode {
  const { t } = reader
  const column = (name: 'cell' | 'filed' | 'now' | 'change') => t(`reports.making.drift.column.${name}`)
  return (
    <>
      <Heading level={2} id="drift">
        {t('reports.making.drift')}
      </Heading>
      {drift.length === 0 ? (
        <p>
          <StatusWord kind="done">{t('reports.making.no-drift')}</StatusWord>
        </p>
      ) : (
        <DataList
          caption={t('reports.making.drift')}
          columns={[
            { label: column('cell') },
            { label: column('filed'), kind: 'number' },
            { label: column('now'), kind: 'number' },
            { label: column('change') },
          ]}
          rows={drift.map((one) => ({ cells: [name(one.cell), one.filed, one.now ?? '—', changeInWords(reader, one)] }))}
        />
      )}
    </>
  )
}

/** What changed behind one number, in words. */
export function changeInWords({ t }: Pick<Reader, 't'>, { kind, added, removed }: Drift): string {
  if (kind === 'entered-anew') return t('reports.making.drift.entered')
  if (kind === 'counted-now') return t('reports.making.drift.counted')
  return t('reports.making.drift.change', { added: added.length, removed: removed.length })
}
