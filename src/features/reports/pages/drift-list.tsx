import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { StatusWord } from '../../../ui/status.tsx'
import type { Drift } from '../making/drift.ts'
import { sayExactly } from '../figures/mark.ts'

export interface DriftListProps {
  reader: Reader
  drift: readonly Drift[]
  /** Says a cell in words. */
  name: (cell: string) => string
  /** Where the records that changed behind a cell are listed, without the language. */
  path: (cell: string) => string
}

/** What changed behind a filing since it was frozen, number by number; each that is counted opens the records that changed. */
export function DriftList({ reader, drift, name, path }: DriftListProps): VNode {
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
          rows={drift.map((one) => ({
            href: one.kind === 'records' ? href(reader, path(one.cell)) : undefined,
            cells: [name(one.cell), one.filed, nowInWords(reader, one), changeInWords(reader, one)],
          }))}
        />
      )}
    </>
  )
}

/** The number as it would be now; a line where nobody vouches for one. */
export function nowInWords({ lang }: Pick<Reader, 'lang'>, { now }: Pick<Drift, 'now'>): string {
  return now === null ? '—' : sayExactly(now, lang)
}

/** What changed behind one number, in words. */
export function changeInWords({ t }: Pick<Reader, 't'>, { kind, added, removed }: Drift): string {
  if (kind === 'entered-anew') return t('reports.making.drift.entered')
  if (kind === 'counted-now') return t('reports.making.drift.counted')
  return t('reports.making.drift.change', { added: added.length, removed: removed.length })
}
