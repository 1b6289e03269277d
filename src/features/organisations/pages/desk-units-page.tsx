import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { TextField } from '../../../ui/field.tsx'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../ui/status.tsx'
import { completeness, exists, missingFields, type Unit } from '../unit.ts'
import { fieldsInWords } from './unit-words.ts'

export interface UnitFilter {
  /** A part of a name or a code. */
  words: string
  incompleteOnly: boolean
}

export interface DeskUnitsPageProps {
  reader: Reader
  /** The units in this person's reach. */
  units: readonly Unit[]
  filter: UnitFilter
}

/** The tree of units as the desk sees it: each with what its profile still lacks. */
export function DeskUnitsPage({ reader, units, filter }: DeskUnitsPageProps): VNode {
  const living = units.filter((unit) => exists(unit, reader.today))
  const complete = living.filter((unit) => missingFields(unit).length === 0).length
  const shown = units.filter((unit) => fits(unit, filter, reader))
  const active = (filter.words === '' ? 0 : 1) + (filter.incompleteOnly ? 1 : 0)
  return (
    <DeskPage reader={reader} title={reader.t('organisations.list.title')} section="units" wide>
      <Heading>{reader.t('organisations.list.title')}</Heading>
      <Lead>{reader.t('organisations.list.lead', { complete, n: living.length })}</Lead>
      <FilteredList filters={<UnitFilters reader={reader} filter={filter} active={active} />}>
        <ListHead count={reader.t('organisations.list.count', { n: shown.length })} />
        {shown.length === 0 ? (
          <Empty title={reader.t('organisations.list.empty')}>
            <a href={href(reader, '/desk/units')}>{reader.t('organisations.list.all')}</a>
          </Empty>
        ) : (
          branches(shown, units).map((branch) => <Branch reader={reader} {...branch} />)
        )}
      </FilteredList>
    </DeskPage>
  )
}

function UnitFilters({ reader, filter, active }: { reader: Reader; filter: UnitFilter; active: number }) {
  return (
    <Filters reader={reader} action="/desk/units" active={active}>
      <TextField reader={reader} name="q" type="search" label={reader.t('organisations.list.words')} value={filter.words} />
      <CheckboxesField
        reader={reader}
        name="incomplete"
        label={reader.t('organisations.list.profile')}
        values={filter.incompleteOnly ? ['1'] : []}
        choices={[{ value: '1', label: reader.t('organisations.list.incomplete') }]}
      />
    </Filters>
  )
}

/** The shown units under their parents, in the order of the tree. */
function branches(shown: readonly Unit[], all: readonly Unit[]): { parent: Unit | undefined; units: Unit[] }[] {
  const parents = [undefined, ...[...all].sort((a, b) => order(a.path, b.path))]
  return parents
    .map((parent) => ({ parent, units: shown.filter((unit) => parentIn(unit, all)?.id === parent?.id) }))
    .filter((branch) => branch.units.length > 0)
}

/** `/1/9/` before `/1/10/`: ids compare as numbers. */
function order(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

function parentIn(unit: Unit, all: readonly Unit[]): Unit | undefined {
  return all.find((other) => other.id === unit.parentId)
}

function Branch({ reader, parent, units }: { reader: Reader; parent: Unit | undefined; units: Unit[] }) {
  const caption =
    parent === undefined ? reader.t('organisations.list.top') : reader.t('organisations.list.under', { unit: nameIn(reader, parent) })
  return (
    <DataList
      caption={caption}
      showCaption
      columns={[
        { label: reader.t('organisations.list.unit') },
        { label: reader.t('organisations.list.checked'), kind: 'day' },
        { label: reader.t('organisations.list.profile'), kind: 'status' },
      ]}
      rows={units.map((unit) => ({
        href: href(reader, `/desk/units/${unit.code}`),
        note: noteOf(reader, unit),
        cells: [nameIn(reader, unit), <DateLine reader={reader} day={unit.profileOn} />, <Completeness reader={reader} unit={unit} />],
      }))}
    />
  )
}

/** What kind of unit it is, and what its profile lacks. */
function noteOf(reader: Reader, unit: Unit): string {
  const missing = exists(unit, reader.today) ? missingFields(unit) : []
  const kind = reader.t(`organisations.kind.${unit.kind}`)
  return missing.length === 0 ? kind : `${kind} · ${reader.t('organisations.missing', { list: fieldsInWords(reader, missing) })}`
}

/** How much of a profile is there. */
export function Completeness({ reader, unit }: { reader: Reader; unit: Unit }): VNode {
  if (!exists(unit, reader.today)) return <StatusWord kind="neutral">{reader.t('organisations.list.gone')}</StatusWord>
  const percent = completeness(unit)
  if (percent === 100) return <StatusWord kind="done">{reader.t('organisations.complete')}</StatusWord>
  return <StatusWord kind="due-soon">{reader.t('organisations.incomplete', { percent })}</StatusWord>
}

function fits(unit: Unit, filter: UnitFilter, reader: Reader): boolean {
  if (filter.incompleteOnly && (missingFields(unit).length === 0 || !exists(unit, reader.today))) return false
  const words = filter.words.trim().toLowerCase()
  return (
    words === '' || [unit.code, unit.nameZh, unit.nameEn, unit.shortZh, unit.shortEn].some((text) => text.toLowerCase().includes(words))
  )
}
