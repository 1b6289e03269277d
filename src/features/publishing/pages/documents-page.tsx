import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { Actions } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { DataList, FilteredList, Filters, ListHead, Pager } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import { TodoList } from '../../../ui/todo.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { DeskLine } from '../queries-desk.ts'
import { inItsLanguage, StateWord, stateInWords } from './state-word.tsx'

export const listedStates = [
  'draft',
  'sent-back',
  'running',
  'with-head',
  'with-secrecy',
  'with-signer',
  'scheduled',
  'published',
  'cancelled',
  'ended',
  'withdrawn',
  'replaced',
  'removed',
  'kept',
  'dropped',
] as const
export type ListedState = (typeof listedStates)[number]

export interface DocumentsFilter {
  words: string
  /** A unit's code; '' for every unit. */
  unit: string
  state: ListedState | ''
}

export interface DocumentsPageProps {
  reader: Reader
  lines: readonly DeskLine[]
  /** Shown before the list on its first page: what came back to this person's units. */
  sentBack: readonly DeskLine[]
  units: readonly Unit[]
  filter: DocumentsFilter
  /** The address of the older part, when there is one. */
  older?: string | undefined
  newer?: string | undefined
}

/** The documents in a person's reach, the last begun first. */
export function DocumentsPage(props: DocumentsPageProps): VNode {
  const { reader, lines, units, filter } = props
  const active = Object.values(filter).filter((value) => value !== '').length
  const mayDecide = reader.may('documents.review') || reader.may('documents.secrecy') || reader.may('documents.sign')
  return (
    <DeskPage reader={reader} title={reader.t('publishing.list.title')} section="documents" wide>
      <Heading>{reader.t('publishing.list.title')}</Heading>
      <Lead>{reader.t('publishing.list.lead')}</Lead>
      <Actions>
        {reader.may('documents.write') ? (
          <Button href={href(reader, '/desk/documents/new')} text={reader.t('publishing.list.write')} />
        ) : null}
        {mayDecide ? <a href={href(reader, '/desk/reviews')}>{reader.t('publishing.list.queue')}</a> : null}
      </Actions>
      <SentBack reader={reader} lines={props.sentBack} units={units} />
      <FilteredList filters={<DocumentFilters reader={reader} units={units} filter={filter} active={active} />}>
        {lines.length === 0 ? <Nothing reader={reader} isFiltered={active > 0} /> : <Lines reader={reader} lines={lines} units={units} />}
        <Pager reader={reader} newer={props.newer} older={props.older} />
      </FilteredList>
    </DeskPage>
  )
}

function SentBack({ reader, lines, units }: { reader: Reader; lines: readonly DeskLine[]; units: readonly Unit[] }) {
  if (lines.length === 0) return null
  const todos = lines.map((line) => ({
    title: titleOf(reader, line),
    href: href(reader, `/desk/documents/${line.id}`),
    note: noteOf(reader, line, units),
    act: { label: reader.t('publishing.list.mend'), href: href(reader, `/desk/documents/${line.id}/edit`) },
  }))
  return (
    <section>
      <Heading level={2}>{reader.t('publishing.list.sent-back')}</Heading>
      <TodoList todos={todos} />
    </section>
  )
}

function DocumentFilters({
  reader,
  units,
  filter,
  active,
}: {
  reader: Reader
  units: readonly Unit[]
  filter: DocumentsFilter
  active: number
}) {
  const states = listedStates.map((state) => ({ value: state, label: stateName(reader, state) }))
  const unitOptions = units.map((unit) => ({ value: unit.code, label: nameIn(reader, unit) }))
  return (
    <Filters reader={reader} action="/desk/documents" active={active}>
      <TextField reader={reader} name="q" type="search" label={reader.t('publishing.list.words')} value={filter.words} />
      <SelectField
        reader={reader}
        name="state"
        label={reader.t('publishing.list.state')}
        value={filter.state}
        options={[{ value: '', label: reader.t('publishing.list.every-state') }, ...states]}
      />
      {units.length < 2 ? null : (
        <SelectField
          reader={reader}
          name="unit"
          label={reader.t('publishing.list.unit')}
          value={filter.unit}
          options={[{ value: '', label: reader.t('publishing.list.every-unit') }, ...unitOptions]}
        />
      )}
    </Filters>
  )
}

function Lines({ reader, lines, units }: { reader: Reader; lines: readonly DeskLine[]; units: readonly Unit[] }) {
  return (
    <>
      <ListHead count={reader.t('publishing.list.count', { n: lines.length })} />
      <DataList
        caption={reader.t('publishing.list.title')}
        columns={[
          { label: reader.t('publishing.field.title') },
          { label: reader.t('publishing.field.saved'), kind: 'day' },
          { label: reader.t('publishing.field.stage'), kind: 'status' },
        ]}
        rows={lines.map((line) => ({
          href: href(reader, `/desk/documents/${line.id}`),
          note: noteOf(reader, line, units),
          cells: [
            line.title === '' ? titleOf(reader, line) : inItsLanguage(line.title, line),
            <DateLine reader={reader} day={dayOf(line.savedAt)} short />,
            <StateWord reader={reader} document={line} />,
          ],
        }))}
      />
    </>
  )
}

function Nothing({ reader, isFiltered }: { reader: Reader; isFiltered: boolean }) {
  return (
    <Empty title={reader.t(isFiltered ? 'publishing.list.empty' : 'publishing.list.none')}>
      {isFiltered ? <a href={href(reader, '/desk/documents')}>{reader.t('publishing.list.all')}</a> : null}
    </Empty>
  )
}

function stateName(reader: Reader, state: ListedState): string {
  switch (state) {
    case 'draft':
    case 'with-head':
    case 'with-secrecy':
    case 'with-signer':
    case 'scheduled':
    case 'dropped':
      return reader.t(`publishing.stage.${state}`)
    case 'running':
      return reader.t('publishing.state.running')
    case 'sent-back':
      return stateInWords(reader, { stage: 'draft', standing: 'unpublished', isSentBack: true })
    default:
      return reader.t(`publishing.standing.${state}`)
  }
}

/** A draft may have no title yet. */
function titleOf(reader: Reader, line: DeskLine): string {
  return line.title === '' ? reader.t('publishing.untitled') : line.title
}

function noteOf(reader: Reader, line: DeskLine, units: readonly Unit[]): string {
  const unit = units.find((one) => one.id === line.unitId)
  return [line.indexNumber, unit && nameIn(reader, unit)].filter(Boolean).join(' · ')
}
