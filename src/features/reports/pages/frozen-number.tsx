import type { VNode } from 'preact'
import { Facts } from '../../../ui/heading.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { FiledCell } from '../making/queries-cells.ts'
import type { FrozenRecords } from '../published/list-frozen.ts'
import { valueInWords } from './figure-words.ts'
import { RecordList } from './record-list.tsx'

export interface FrozenNumberProps {
  reader: Reader
  cell: FiledCell
  /** What it means, where its heading does not say it. */
  means?: string | undefined
  /** The records behind it; of cases nothing is listed. */
  records?: FrozenRecords | undefined
  after: number
  units: readonly Unit[]
  /** Where this number stands, with a query, without the language. */
  path: string
}

/** A number of a report as it was frozen: how many records stood behind it, and which, as far as the public may know them. */
export function FrozenNumber({ reader, cell, means, records, after, units, path }: FrozenNumberProps): VNode {
  const { t } = reader
  return (
    <>
      <p class="gk-account__number">{valueInWords(reader, cell.value, cell.isAtLeast)}</p>
      {means === undefined ? null : <p>{means}</p>}
      <p>{t(`reports.public.cell.${cell.origin === 'counted' ? 'lead' : cell.origin}`)}</p>
      {cell.ids === undefined ? null : (
        <Facts
          rows={[
            { label: t('account.records'), value: t('reports.public.records', { n: cell.ids.length }) },
            { label: t('reports.making.fingerprint'), value: <code>{cell.fingerprint.slice(0, 16)}</code> },
          ]}
        />
      )}
      {records === undefined ? null : (
        <>
          <RecordList
            {...{ reader, facts: records.facts, units, count: cell.ids?.length ?? 0, place: 'public', isCase: false }}
            download={href(reader, `${path}&as=csv`)}
            older={records.next === undefined ? undefined : href(reader, `${path}&after=${records.next}`)}
            newer={after === 0 ? undefined : href(reader, path)}
          />
          {records.gone === 0 ? null : <p class="gk-quiet">{t('reports.public.cell.gone', { n: records.gone })}</p>}
        </>
      )}
    </>
  )
}
