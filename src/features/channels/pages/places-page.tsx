import type { VNode } from 'preact'
import { SelectField } from '../../../ui/field.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { CarrierLine } from '../carriers/read-carriers.ts'
import { kindInWords, LastChange, placeOf } from './carrier-words.tsx'

export interface PlacesPageProps {
  reader: Reader
  /** The carriers in use that can be read without internet. */
  lines: readonly CarrierLine[]
  /** The unit whose places are asked for, or every unit. */
  unit: Unit | undefined
  units: readonly Unit[]
}

/** Where public texts can be read by somebody who has no internet. */
export function PlacesPage({ reader, lines, unit, units }: PlacesPageProps): VNode {
  const title = reader.t('channels.places.title')
  return (
    <PublicPage reader={reader} title={title} section="units" description={reader.t('channels.places.lead')} wide>
      <Heading kicker={unit && nameIn(reader, unit)}>{title}</Heading>
      <Lead>{reader.t('channels.places.lead')}</Lead>
      <FilteredList
        filters={
          <Filters reader={reader} action="/channels" active={unit === undefined ? 0 : 1}>
            <SelectField
              reader={reader}
              name="unit"
              label={reader.t('channels.field.unit')}
              value={unit?.code ?? ''}
              options={[
                { value: '', label: reader.t('channels.any') },
                ...units.map((one) => ({ value: one.code, label: nameIn(reader, one) })),
              ]}
            />
          </Filters>
        }
      >
        <ListHead count={reader.t('channels.places.count', { n: lines.length })}>
          <a href={href(reader, '/gazettes')}>{reader.t('channels.gazettes.title')}</a>
        </ListHead>
        {lines.length === 0 ? (
          <Empty title={reader.t('channels.places.empty')}>
            <p>
              {reader.t('channels.places.empty-now')} <a href={href(reader, '/channels')}>{reader.t('channels.places.all')}</a>
            </p>
          </Empty>
        ) : (
          <DataList
            caption={title}
            columns={[
              { label: reader.t('channels.carrier') },
              { label: reader.t('channels.field.place') },
              { label: reader.t('channels.last-change'), kind: 'day' },
            ]}
            rows={lines.map((line) => ({
              href: href(reader, `/channels/${line.carrier.code}`),
              note: `${kindInWords(reader, line.carrier, line.kind)} · ${nameIn(reader, line.unit)}`,
              cells: [nameIn(reader, line.carrier), placeOf(reader, line.carrier), <LastChange reader={reader} line={line} />],
            }))}
          />
        )}
      </FilteredList>
    </PublicPage>
  )
}
