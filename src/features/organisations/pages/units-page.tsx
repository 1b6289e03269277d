import type { VNode } from 'preact'
import { Heading, Lead } from '../../../ui/heading.tsx'
import { DataList } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Unit, UnitKind } from '../unit.ts'

interface Group {
  id: string
  title: string
  units: Unit[]
}

/** Every unit of today by kind: governments, their departments, towns, institutions and enterprises. Villages and sections stand on their town's page. */
export function UnitsPage({ reader, units }: { reader: Reader; units: readonly Unit[] }): VNode {
  const groups = groupsOf(reader, units).filter((group) => group.units.length > 0)
  const title = reader.t('organisations.public.title')
  return (
    <PublicPage reader={reader} title={title} section="units" wide description={reader.t('organisations.public.lead')}>
      <Heading>{title}</Heading>
      <Lead>{reader.t('organisations.public.lead')}</Lead>
      <nav aria-label={reader.t('organisations.public.contents')}>
        <ul>
          {groups.map((group) => (
            <li>
              <a href={`#${group.id}`}>{group.title}</a>{' '}
              <span class="gk-quiet">{reader.t('organisations.public.count', { n: group.units.length })}</span>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section aria-labelledby={group.id}>
          <Heading level={2} id={group.id}>
            {group.title}
          </Heading>
          <UnitList reader={reader} caption={group.title} units={group.units} all={units} />
        </section>
      ))}
    </PublicPage>
  )
}

/** Units with what people look for first: the telephone and the address. */
export function UnitList({
  reader,
  caption,
  units,
  all,
}: {
  reader: Reader
  caption: string
  units: readonly Unit[]
  all: readonly Unit[]
}): VNode {
  return (
    <DataList
      caption={caption}
      columns={[
        { label: reader.t('organisations.list.unit') },
        { label: reader.t('organisations.field.telephone') },
        { label: reader.t('organisations.field.address') },
      ]}
      rows={units.map((unit) => ({
        href: href(reader, `/units/${unit.code}`),
        note: noteOf(reader, unit, all),
        cells: [nameIn(reader, unit), unit.telephone, reader.lang === 'zh' ? unit.addressZh : unit.addressEn || unit.addressZh],
      }))}
    />
  )
}

function noteOf(reader: Reader, unit: Unit, all: readonly Unit[]): string | undefined {
  const villages = all.filter((one) => one.parentId === unit.id && one.kind === 'village').length
  const sections = all.filter((one) => one.parentId === unit.id && one.kind === 'section').length
  return villages + sections === 0 ? undefined : reader.t('organisations.public.town-has', { villages, sections })
}

function groupsOf(reader: Reader, units: readonly Unit[]): Group[] {
  const ofKind = (...kinds: UnitKind[]) => units.filter((unit) => kinds.includes(unit.kind))
  const governments = ofKind('province', 'city', 'county')
  const under = (government: Unit, kind: UnitKind) =>
    units.filter((unit) => unit.kind === kind && governmentOf(unit, governments)?.id === government.id)
  return [
    { id: 'governments', title: reader.t('organisations.public.governments'), units: governments },
    ...governments.flatMap((one) => [
      {
        id: `departments-${one.code}`,
        title: reader.t('organisations.public.departments', { unit: nameIn(reader, one) }),
        units: under(one, 'department'),
      },
      { id: `towns-${one.code}`, title: reader.t('organisations.public.towns', { unit: nameIn(reader, one) }), units: under(one, 'town') },
    ]),
    { id: 'institutions', title: reader.t('organisations.public.institutions'), units: ofKind('institution') },
    { id: 'enterprises', title: reader.t('organisations.public.enterprises'), units: ofKind('enterprise') },
  ]
}

/** The nearest government above a unit. */
function governmentOf(unit: Unit, governments: readonly Unit[]): Unit | undefined {
  const above = governments.filter((one) => one.id !== unit.id && unit.path.startsWith(one.path))
  return above.sort((a, b) => b.path.length - a.path.length)[0]
}
