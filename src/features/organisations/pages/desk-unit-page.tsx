import type { VNode } from 'preact'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Actions } from '../../../ui/form.tsx'
import { NotificationBanner } from '../../../ui/govuk/index.ts'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { RecordLines, type RecordLine } from '../../../ui/record-lines.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { UnitEvent } from '../queries.ts'
import { exists, isProfileOutdated, missingFields, statutoryFields, type Unit } from '../unit.ts'
import { Completeness } from './desk-units-page.tsx'
import { UnitFacts } from './unit-facts.tsx'
import { UnitHistory } from './unit-history.tsx'
import { fieldsInWords } from './unit-words.ts'

export interface DeskUnitPageProps {
  reader: Reader
  unit: Unit
  parent: Unit | undefined
  below: readonly Unit[]
  events: readonly UnitEvent[]
  /** The units that the events name. */
  others: readonly Unit[]
  record: readonly RecordLine[]
  /** What has just been done, from the address. */
  done: string
}

const dones = ['saved', 'added', 'renamed', 'closed'] as const
const acts = ['add', 'change-profile', 'rename', 'merge', 'dissolve'] as const

/** One unit at the desk: what it is, what its profile lacks, what happened to it, and what may be done with it. */
export function DeskUnitPage(props: DeskUnitPageProps): VNode {
  const { reader, unit, parent, below, events, others, record } = props
  const done = dones.find((one) => one === props.done)
  return (
    <DeskPage reader={reader} title={nameIn(reader, unit)} section="units">
      <UnitTrail reader={reader} unit={unit} parent={parent} />
      {done && (
        <NotificationBanner type="success" titleText={reader.t('organisations.done')} text={reader.t(`organisations.done.${done}`)} />
      )}
      <Heading kicker={reader.t(`organisations.kind.${unit.kind}`)}>{nameIn(reader, unit)}</Heading>
      <Gaps reader={reader} unit={unit} events={events} />
      <UnitActions reader={reader} unit={unit} />
      <Facts
        rows={[
          { label: reader.t('organisations.list.profile'), value: <Completeness reader={reader} unit={unit} /> },
          { label: reader.t('organisations.field.code'), value: unit.code },
          { label: reader.t('organisations.field.organisation-code'), value: unit.organisationCode },
          { label: reader.t('organisations.field.level'), value: reader.t(`organisations.level.${unit.level}`) },
          { label: reader.t('organisations.field.since'), value: <DateLine reader={reader} day={unit.sinceOn} /> },
          { label: reader.t('organisations.field.until'), value: unit.untilOn && <DateLine reader={reader} day={unit.untilOn} /> },
        ]}
      />
      <Heading level={2}>{reader.t('organisations.profile.title')}</Heading>
      <UnitFacts reader={reader} unit={unit} gaps={missingFields(unit)} />
      <Below reader={reader} units={below} />
      <Heading level={2}>{reader.t('organisations.history.title')}</Heading>
      <UnitHistory reader={reader} events={events} others={others} />
      <Heading level={2}>{reader.t('organisations.record.title')}</Heading>
      <RecordLines reader={reader} lines={record} say={(act) => actInWords(reader, act)} />
    </DeskPage>
  )
}

/** The way from the list of units to a page about one of them. */
export function UnitTrail({ reader, unit, parent, page }: { reader: Reader; unit: Unit; parent?: Unit | undefined; page?: string }): VNode {
  const own = { label: nameIn(reader, unit), href: page === undefined ? undefined : href(reader, `/desk/units/${unit.code}`) }
  return (
    <Trail
      reader={reader}
      steps={[
        { label: reader.t('organisations.list.title'), href: href(reader, '/desk/units') },
        ...(parent === undefined ? [] : [{ label: nameIn(reader, parent), href: href(reader, `/desk/units/${parent.code}`) }]),
        own,
        ...(page === undefined ? [] : [{ label: page }]),
      ]}
    />
  )
}

function Gaps({ reader, unit, events }: { reader: Reader; unit: Unit; events: readonly UnitEvent[] }) {
  const breach = missingFields(unit).filter((field) => statutoryFields.includes(field))
  const isOutdated = isProfileOutdated(unit, events)
  if (!exists(unit, reader.today) || (breach.length === 0 && !isOutdated)) return null
  return (
    <div class="gk-banner gk-banner--refused">
      {breach.length > 0 ? <p>{reader.t('organisations.breach', { list: fieldsInWords(reader, breach) })}</p> : null}
      {isOutdated ? <p>{reader.t('organisations.outdated')}</p> : null}
    </div>
  )
}

function UnitActions({ reader, unit }: { reader: Reader; unit: Unit }) {
  if (!exists(unit, reader.today)) return null
  const at = (path: string) => href(reader, `/desk/units/${path}`)
  const mayArrange = reader.may('units.arrange', unit.path)
  return (
    <Actions>
      {reader.may('units.profile', unit.path) ? (
        <a class="govuk-button" href={at(`${unit.code}/profile`)}>
          {reader.t('organisations.profile.edit')}
        </a>
      ) : null}
      {mayArrange ? <a href={at(`new?parent=${unit.code}`)}>{reader.t('organisations.new.link')}</a> : null}
      {mayArrange ? <a href={at(`${unit.code}/rename`)}>{reader.t('organisations.rename.link')}</a> : null}
      {mayArrange ? <a href={at(`${unit.code}/close`)}>{reader.t('organisations.close.link')}</a> : null}
    </Actions>
  )
}

function Below({ reader, units }: { reader: Reader; units: readonly Unit[] }) {
  if (units.length === 0) return null
  return (
    <DataList
      caption={reader.t('organisations.below', { n: units.length })}
      showCaption
      columns={[{ label: reader.t('organisations.list.unit') }, { label: reader.t('organisations.list.profile'), kind: 'status' }]}
      rows={units.map((unit) => ({
        href: href(reader, `/desk/units/${unit.code}`),
        note: reader.t(`organisations.kind.${unit.kind}`),
        cells: [nameIn(reader, unit), <Completeness reader={reader} unit={unit} />],
      }))}
    />
  )
}

function actInWords(reader: Reader, act: string): string {
  const known = acts.find((one) => act === `organisations.${one}`)
  return known === undefined ? act : reader.t(`organisations.act.${known}`)
}
