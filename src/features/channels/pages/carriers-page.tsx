import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { CarrierLine } from '../carriers/read-carriers.ts'
import type { Kind } from '../kind.ts'
import { ChangeState, kindInWords, LastChange } from './carrier-words.tsx'

export const carrierViews = ['in-use', 'overdue', 'all'] as const
export type CarrierView = (typeof carrierViews)[number]

export interface CarrierFilters {
  view: CarrierView
  unit: string
  kind: string
}

export interface CarriersPageProps {
  reader: Reader
  lines: readonly CarrierLine[]
  filter: CarrierFilters
  units: readonly Unit[]
  kinds: readonly Kind[]
}

/** Every carrier in a person's reach: whose it is, when it changed last, whether it is time for something new. */
export function CarriersPage(props: CarriersPageProps): VNode {
  const { reader, lines, filter } = props
  const title = reader.t('channels.list.title')
  const active = (filter.view === 'in-use' ? 0 : 1) + (filter.unit === '' ? 0 : 1) + (filter.kind === '' ? 0 : 1)
  return (
    <DeskPage reader={reader} title={title} section="channels" wide>
      <Heading>{title}</Heading>
      <Lead>{reader.t('channels.list.lead')}</Lead>
      {reader.may('channels.keep') ? (
        <Actions>
          <a class="govuk-button govuk-button--secondary" href={href(reader, '/desk/channels/new')}>
            {reader.t('channels.new.link')}
          </a>
        </Actions>
      ) : null}
      <FilteredList filters={<CarrierFilterForm {...props} active={active} />}>
        <ListHead count={reader.t('channels.list.count', { n: lines.length })} />
        {lines.length === 0 ? (
          <Empty title={reader.t('channels.list.empty')}>
            <p>{reader.t('channels.list.empty-now')}</p>
          </Empty>
        ) : (
          <CarrierList {...props} />
        )}
      </FilteredList>
    </DeskPage>
  )
}

function CarrierFilterForm({ reader, filter, units, kinds, active }: CarriersPageProps & { active: number }) {
  const any = { value: '', label: reader.t('channels.any') }
  return (
    <Filters reader={reader} action="/desk/channels" active={active}>
      <SelectField
        reader={reader}
        name="view"
        label={reader.t('channels.list.view')}
        value={filter.view}
        options={carrierViews.map((value) => ({ value, label: reader.t(`channels.view.${value}`) }))}
      />
      <SelectField
        reader={reader}
        name="kind"
        label={reader.t('channels.field.kind')}
        value={filter.kind}
        options={[any, ...kinds.map((kind) => ({ value: kind.kind, label: nameIn(reader, kind) }))]}
      />
      <SelectField
        reader={reader}
        name="unit"
        label={reader.t('channels.field.unit')}
        value={filter.unit}
        options={[any, ...units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))]}
      />
    </Filters>
  )
}

function CarrierList({ reader, lines }: CarriersPageProps) {
  return (
    <DataList
      caption={reader.t('channels.list.title')}
      columns={[
        { label: reader.t('channels.carrier') },
        { label: reader.t('channels.last-change'), kind: 'day' },
        { label: reader.t('channels.state'), kind: 'status' },
        { label: reader.t('channels.hanging'), kind: 'number' },
      ]}
      rows={lines.map((line) => ({
        href: href(reader, `/desk/channels/${line.carrier.code}`),
        note: `${kindInWords(reader, line.carrier, line.kind)} · ${nameIn(reader, line.unit)}`,
        cells: [
          nameIn(reader, line.carrier),
          <LastChange reader={reader} line={line} />,
          <ChangeState reader={reader} line={line} />,
          line.kind?.isScreen === true ? '—' : String(line.hanging),
        ],
      }))}
    />
  )
}
