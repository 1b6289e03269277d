import type { VNode } from 'preact'
import { sayMonth } from '../../../kernel/translate.ts'
import type { Fact } from '../../../platform/facts.ts'
import { Empty, Heading } from '../../../ui/heading.tsx'
import { DataList, ListHead, Pager } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { Place } from './figure-words.ts'

export interface RecordListProps {
  reader: Reader
  facts: readonly Fact[]
  units: readonly Unit[]
  count: number
  place: Place
  /** Requests: in public their unit is not said. */
  isCase: boolean
  download?: string | undefined
  newer?: string | undefined
  older?: string | undefined
}

/** The records behind a number, as far as whoever reads may know them. */
export function RecordList({ reader, facts, units, count, place, isCase, download, newer, older }: RecordListProps): VNode {
  const { t } = reader
  return (
    <>
      <Heading level={2} id="records">
        {t('account.records')}
      </Heading>
      <ListHead count={t('account.records.count', { n: count })}>
        {download === undefined ? null : <a href={download}>{t('account.download')}</a>}
      </ListHead>
      {facts.length === 0 ? (
        <Empty title={t('account.records.none')} />
      ) : (
        <RecordTable {...{ reader, facts, place, units, isCase }} caption={t('account.records')} />
      )}
      <Pager reader={reader} newer={newer} older={older} />
    </>
  )
}

/** Records as rows, as far as whoever reads may know them. */
export function RecordTable({ facts, caption, ...props }: RecordTableProps): VNode {
  const { t } = props.reader
  // Of cases the public is not told whose they are.
  const isOpen = props.place === 'desk' || !props.isCase
  const columns = [
    { label: t('account.column.record') },
    { label: t('account.column.day'), kind: 'day' },
    ...(isOpen ? [{ label: t('account.column.unit') }] : []),
  ] as const
  return <DataList caption={caption} columns={[...columns]} rows={facts.map((fact) => factRow({ ...props, fact }, columns.length))} />
}

type RecordTableProps = Pick<RecordListProps, 'reader' | 'facts' | 'units' | 'place' | 'isCase'> & { caption: string }

interface FactRowProps {
  reader: Reader
  fact: Fact
  place: Place
  units: readonly Unit[]
  isCase: boolean
}

/** A record in a list. In public, an inner record says what it is and in which month; a case says nothing of its unit either. */
function factRow({ reader, fact, place, units, isCase }: FactRowProps, columns: number) {
  const isHidden = place === 'public' && fact.isInner === true
  const unit = isHidden && isCase ? undefined : units.find((one) => one.id === fact.unitId)
  const title = nameIn(reader, { nameZh: fact.titleZh, nameEn: fact.titleEn }) || reader.t('account.record.open')
  const to = place === 'desk' ? (fact.deskHref ?? fact.href) : fact.href
  const name = isHidden ? (fact.isTitleOpen === true ? title : reader.t('account.record.inner')) : title
  return {
    href: to === undefined || isHidden ? undefined : href(reader, to),
    cells: [
      name,
      fact.on === undefined ? '' : isHidden ? sayMonth(fact.on.slice(0, 7), reader.lang) : <DateLine reader={reader} day={fact.on} short />,
      unit === undefined ? '' : nameIn(reader, unit),
    ].slice(0, columns),
    note: isHidden ? undefined : fact.label,
  }
}
