import type { VNode } from 'preact'
import { Heading } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { Moved } from '../moved.ts'

export interface MovedListProps {
  reader: Reader
  /** Everything in the reader's own units that a signature would move. */
  moved: readonly Moved[]
  /** How many more move in other units. */
  others: number
  units: ReadonlyMap<number, Unit>
}

/** What a signature would move, each from its old day to its new one. Nothing has moved yet. */
export function MovedList({ reader, moved, others, units }: MovedListProps): VNode {
  const title = reader.t('calendars.moved')
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      <p>{reader.t('calendars.moved.count', { n: moved.length + others })}</p>
      {moved.length === 0 ? null : (
        <DataList
          caption={title}
          columns={[
            { label: reader.t('calendars.moved.thing') },
            { label: reader.t('calendars.moved.was'), kind: 'day' },
            { label: reader.t('calendars.moved.due'), kind: 'day' },
          ]}
          rows={moved.map((one) => ({
            href: href(reader, one.href),
            note: [reader.t(`calendars.moved.kind.${one.kind}`), unitIn(reader, units.get(one.unitId))].filter(Boolean).join(' · '),
            cells: [
              typeof one.label === 'string' ? one.label : nameIn(reader, one.label),
              <DateLine reader={reader} day={one.wasDueOn} />,
              <NewDay reader={reader} one={one} />,
            ],
          }))}
        />
      )}
      {others === 0 ? null : <p class="gk-quiet">{reader.t('calendars.moved.others', { n: others })}</p>}
    </section>
  )
}

function NewDay({ reader, one }: { reader: Reader; one: Moved }) {
  return (
    <>
      <DateLine reader={reader} day={one.dueOn} />
      {one.isProvisional ? ` · ${reader.t('calendars.moved.provisional')}` : ''}
      {!one.isProvisional && one.dueOn === one.wasDueOn ? ` · ${reader.t('calendars.moved.certain')}` : ''}
    </>
  )
}

function unitIn(reader: Reader, unit: Unit | undefined): string {
  return unit === undefined ? '' : nameIn(reader, unit)
}
