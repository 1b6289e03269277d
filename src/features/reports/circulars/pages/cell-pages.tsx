import type { VNode } from 'preact'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { Facts, Heading, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { PublicPage } from '../../../../ui/shell.tsx'
import { figureWords, valueInWords, type Place } from '../../pages/figure-words.ts'
import { DriftPage, type DriftPageProps } from '../../pages/drift-page.tsx'
import { RecordList } from '../../pages/record-list.tsx'
import type { Circular } from '../circular.ts'
import type { Told } from '../count-rows.ts'
import type { CellView, PublicCircular } from '../read-circular.ts'
import { sayTitle } from '../say-title.ts'

interface BodyProps {
  reader: Reader
  circular: Circular
  told: Told
  cell: CellView
  place: Place
}

/**
 * One number of a circular that was handed over, at the desk: its records, and what is different now. Whoever may not read in the unit
 * itself sees of its records what everybody sees.
 */
export function DeskCellPage({ reader, circular, told, cell }: Omit<BodyProps, 'place'>): VNode {
  const name = cellName(reader, cell)
  return (
    <DeskPage reader={reader} title={name} section="reports" wide>
      <Body {...{ reader, circular, told, cell, place: 'desk' }} />
    </DeskPage>
  )
}

/** The same in public. */
export function PublicCellPage({ reader, published, cell }: { reader: Reader; published: PublicCircular; cell: CellView }): VNode {
  const name = cellName(reader, cell)
  return (
    <PublicPage reader={reader} title={name} section="units" description={name}>
      <Body {...{ reader, circular: published.circular, told: published.told, cell, place: 'public' }} />
    </PublicPage>
  )
}

/** What changed behind one number since the circular was handed over. */
export function CellDriftPage({ reader, circular, told, cell, number, after, place }: BodyProps & DriftProps): VNode {
  const back = cellPath(place, circular.id, cell, 'cell')
  const names = { title: sayTitle(reader, circular.peers, told.period), back, name: cellName(reader, cell) }
  const props = { reader, place, ...names, number, after, units: told.units, path: cellPath(place, circular.id, cell, 'drift') }
  return <DriftPage {...props} shown={shownTo(reader, place, cell)} />
}

type DriftProps = Pick<DriftPageProps, 'number' | 'after'>

/** Whoever may not read in a unit sees of its records what everybody sees. */
export function shownTo(reader: Reader, place: Place, { unit }: CellView): Place {
  return place === 'desk' && reader.may('figures.read', unit.path) ? 'desk' : 'public'
}

function cellPath(place: Place, id: number, { unit, figure }: CellView, page: 'cell' | 'drift'): string {
  return `${place === 'desk' ? '/desk' : ''}/reports/circulars/${id}/${page}?unit=${unit.code}&figure=${figure.code}`
}

function cellName(reader: Reader, { unit, figure }: CellView): string {
  return `${nameIn(reader, unit)} · ${figureWords(reader, figure.code).name}`
}

function Body({ reader, circular, told, cell, place }: BodyProps) {
  const { t } = reader
  const path = `${place === 'desk' ? '/desk' : ''}/reports/circulars`
  const shown = shownTo(reader, place, cell)
  const title = sayTitle(reader, circular.peers, told.period)
  const { figure, facts, next, drift } = cell
  const own = cellPath(place, circular.id, cell, 'cell')
  return (
    <>
      <Trail
        reader={reader}
        steps={[
          { label: t('circular.desk.title'), href: href(reader, path) },
          { label: title, href: href(reader, `${path}/${circular.id}`) },
          { label: cellName(reader, cell) },
        ]}
      />
      <Heading kicker={title}>{cellName(reader, cell)}</Heading>
      <p class="gk-account__number">{valueInWords(reader, cell.cell.ids.length, false)}</p>
      <p>{figureWords(reader, figure.code).means}</p>
      <Facts
        rows={[
          { label: t('account.records'), value: t('reports.public.records', { n: cell.cell.ids.length }) },
          { label: t('reports.making.fingerprint'), value: <code>{cell.cell.fingerprint.slice(0, 16)}</code> },
          {
            label: t('circular.since'),
            value:
              drift === undefined ? (
                t('circular.since.nothing')
              ) : (
                <a href={href(reader, cellPath(place, circular.id, cell, 'drift'))}>
                  {t('circular.since.changed', { now: drift.now ?? '—', added: drift.added.length, removed: drift.removed.length })}
                </a>
              ),
          },
        ]}
      />
      <RecordList
        {...{ reader, facts, units: told.units, count: cell.cell.ids.length, place: shown, isCase: false }}
        download={href(reader, `${own}&as=csv`)}
        older={next === undefined ? undefined : href(reader, `${own}&after=${next}`)}
      />
    </>
  )
}
