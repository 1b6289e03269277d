import type { ComponentChildren, VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import { Empty, Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { FollowThis, type Following } from '../../../ui/follow.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { Said } from '../../../ui/said.tsx'
import { PublicPage } from '../../../ui/shell.tsx'
import { DateLine } from '../../../ui/status.tsx'
import type { UnitEvent } from '../queries.ts'
import { exists, missingFields, statutoryFields, type Unit } from '../unit.ts'
import { UnitFacts } from './unit-facts.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitList } from './units-page.tsx'

export interface UnitPageProps {
  reader: Reader
  unit: Unit
  /** Every unit: for the one above, those below, and those that its history names. */
  units: readonly Unit[]
  events: readonly UnitEvent[]
  /** Its newest publications. */
  documents: readonly { indexNumber: string; title: string; publishedOn: Day }[]
  /** Where all its publications are listed. */
  documentsHref?: string | undefined
  /** What it owes: the catalogue's lines, each with its time rule in words. */
  duties: readonly { title: string; href: string; rule: string }[]
  following?: Following | undefined
  /** More about it, such as how it keeps its word. */
  children?: ComponentChildren
}

/** One unit in public: what it does, how to reach it, what it publishes and owes, and what became of it. */
export function UnitPage(props: UnitPageProps): VNode {
  const { reader, unit, units, events } = props
  const below = units.filter((one) => one.parentId === unit.id && exists(one, reader.today))
  const title = nameIn(reader, unit)
  return (
    <PublicPage
      reader={reader}
      title={title}
      section="units"
      description={reader.t('organisations.public.of', { unit: title })}
      following={props.following}
    >
      <PublicTrail reader={reader} unit={unit} units={units} />
      <Heading kicker={reader.t(`organisations.kind.${unit.kind}`)}>{title}</Heading>
      {exists(unit, reader.today) ? null : <Ended reader={reader} unit={unit} events={events} units={units} />}
      <div class="gk-columns">
        <div>
          <Functions reader={reader} unit={unit} />
          <Published {...props} />
          {props.following === undefined ? null : <FollowThis reader={reader} following={props.following} />}
          {props.children}
          <PartsBelow reader={reader} units={below} all={units} />
          <Owes {...props} />
        </div>
        <aside aria-labelledby="reach">
          <Heading level={2} id="reach">
            {reader.t('organisations.profile.reach')}
          </Heading>
          <Reach reader={reader} unit={unit} />
          <Heading level={2}>{reader.t('organisations.history.title')}</Heading>
          <UnitHistory reader={reader} events={events} others={units} />
        </aside>
      </div>
    </PublicPage>
  )
}

function PublicTrail({ reader, unit, units }: { reader: Reader; unit: Unit; units: readonly Unit[] }) {
  const above = units.filter((one) => one.id !== unit.id && unit.path.startsWith(one.path)).sort((a, b) => a.path.length - b.path.length)
  return (
    <Trail
      reader={reader}
      steps={[
        { label: reader.t('organisations.public.title'), href: href(reader, '/units') },
        ...above.map((one) => ({ label: nameIn(reader, one), href: href(reader, `/units/${one.code}`) })),
        { label: nameIn(reader, unit) },
      ]}
    />
  )
}

function Ended({ reader, unit, events, units }: Pick<UnitPageProps, 'reader' | 'unit' | 'events' | 'units'>) {
  const end = events.find((event) => event.kind === 'merged' || event.kind === 'dissolved')
  const into = units.find((one) => one.id === end?.intoId)
  return (
    <div class="gk-banner">
      <p class="gk-banner__title">{reader.t('organisations.public.ended')}</p>
      <p>{unit.untilOn === undefined ? null : <DateLine reader={reader} day={unit.untilOn} />}</p>
      {into === undefined ? null : (
        <p>
          {reader.t('organisations.public.instead')} <a href={href(reader, `/units/${into.code}`)}>{nameIn(reader, into)}</a>
        </p>
      )}
    </div>
  )
}

function Functions({ reader, unit }: { reader: Reader; unit: Unit }) {
  if (unit.functionsZh === '' && unit.functionsEn === '') return null
  return (
    <>
      <Heading level={2}>{reader.t('organisations.field.functions')}</Heading>
      <p>
        <Said reader={reader} zh={unit.functionsZh} en={unit.functionsEn} />
      </p>
    </>
  )
}

function Reach({ reader, unit }: { reader: Reader; unit: Unit }) {
  const isGone = !exists(unit, reader.today)
  const gaps = isGone ? [] : missingFields(unit).filter((field) => statutoryFields.includes(field) && field !== 'functions')
  return (
    <>
      <UnitFacts
        reader={reader}
        unit={unit}
        gaps={gaps}
        fields={['address', 'hours', 'telephone', 'fax', 'email', 'web', 'responsible', 'contact']}
      />
      <Facts rows={[{ label: reader.t('organisations.list.checked'), value: <DateLine reader={reader} day={unit.profileOn} /> }]} />
      {isGone ? null : (
        <p>
          <a href={href(reader, `/guide/${unit.code}`)}>{reader.t('organisations.public.guide')}</a>
        </p>
      )}
    </>
  )
}

function Published({ reader, documents, documentsHref }: UnitPageProps) {
  return (
    <>
      <Heading level={2}>{reader.t('organisations.public.documents')}</Heading>
      {documents.length === 0 ? (
        <Empty title={reader.t('organisations.public.no-documents')} />
      ) : (
        <ul class="gk-entries">
          {documents.map((document) => (
            <li class="gk-entries__entry">
              <span class="gk-entries__day">
                <DateLine reader={reader} day={document.publishedOn} />
              </span>
              <a class="gk-entries__title" href={href(reader, `/documents/${document.indexNumber}`)}>
                {document.title}
              </a>
            </li>
          ))}
        </ul>
      )}
      {documentsHref === undefined || documents.length === 0 ? null : (
        <p>
          <a href={documentsHref}>{reader.t('organisations.public.all-documents')}</a>
        </p>
      )}
    </>
  )
}

function Owes({ reader, duties }: UnitPageProps) {
  if (duties.length === 0) return null
  const title = reader.t('organisations.public.duties', { n: duties.length })
  return (
    <>
      <Heading level={2}>{title}</Heading>
      <DataList
        caption={title}
        columns={[{ label: reader.t('organisations.public.duty') }, { label: reader.t('organisations.public.rule') }]}
        rows={duties.map((duty) => ({ href: duty.href, cells: [duty.title, duty.rule] }))}
      />
    </>
  )
}

function PartsBelow({ reader, units, all }: { reader: Reader; units: readonly Unit[]; all: readonly Unit[] }) {
  const kinds = [...new Set(units.map((unit) => unit.kind))]
  return (
    <>
      {kinds.map((kind) => {
        const ofKind = units.filter((unit) => unit.kind === kind)
        const title = reader.t(`organisations.below.${kind}`, { n: ofKind.length })
        return (
          <section>
            <Heading level={2}>{title}</Heading>
            <UnitList reader={reader} caption={title} units={ofKind} all={all} />
          </section>
        )
      })}
    </>
  )
}
