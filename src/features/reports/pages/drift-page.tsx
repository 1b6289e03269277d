import type { VNode } from 'preact'
import type { Fact } from '../../../platform/facts.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Facts, Heading, Trail } from '../../../ui/heading.tsx'
import { ListHead, Pager } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import { StatusWord } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { ChangedNumber } from '../making/read-changed.ts'
import { changeInWords, nowInWords } from './drift-list.tsx'
import { sayExactly } from '../figures/mark.ts'
import type { Place } from './figure-words.ts'
import { RecordTable } from './record-list.tsx'

export interface DriftPageProps {
  reader: Reader
  place: Place
  /** As whom the records are shown, where somebody at the desk may know no more than the public. */
  shown?: Place | undefined
  /** The report, and where it stands without the language. */
  title: string
  back: string
  /** The number in words. */
  name: string
  number: ChangedNumber
  units: readonly Unit[]
  after: number
  /** Where this page stands, with a query, without the language. */
  path: string
}

/** What changed behind one number of a filing since: the records that came, and those that count no longer, as far as the reader may know. */
export function DriftPage(props: DriftPageProps): VNode {
  const { reader, place, name } = props
  const page = { reader, title: name, children: <Body {...props} /> }
  return place === 'desk' ? (
    <DeskPage {...page} section="reports" wide />
  ) : (
    <PublicPage {...page} section="units" description={`${props.title} · ${name}`} />
  )
}

function Body({ reader, title, back, name, number, ...props }: DriftPageProps) {
  const { t } = reader
  return (
    <>
      <Trail reader={reader} steps={[{ label: title, href: href(reader, `${back}#drift`) }, { label: name }]} />
      <Heading kicker={title}>{name}</Heading>
      {number.drift === undefined ? (
        <p>
          <StatusWord kind="done">{t('reports.making.no-drift')}</StatusWord>
        </p>
      ) : (
        <>
          <Facts
            rows={[
              { label: t('reports.making.drift.column.filed'), value: sayExactly(number.drift.filed, reader.lang) },
              { label: t('reports.making.drift.column.now'), value: nowInWords(reader, number.drift) },
              { label: t('reports.making.drift.column.change'), value: changeInWords(reader, number.drift) },
            ]}
          />
          <Changed {...{ reader, number, ...props }} />
        </>
      )}
    </>
  )
}

function Changed({ reader, number, path, after, ...props }: Omit<DriftPageProps, 'title' | 'back' | 'name'>) {
  const { t } = reader
  const { drift, records } = number
  if (drift?.kind !== 'records') return null
  if (records === undefined) return <p class="gk-quiet">{t('reports.drift.cases-closed')}</p>
  return (
    <>
      <Records {...{ reader, ...props, facts: records.added }} of="added" count={drift.added.length} />
      <Records {...{ reader, ...props, facts: records.removed }} of="removed" count={drift.removed.length} />
      {records.gone === 0 ? null : <p class="gk-quiet">{t('reports.drift.gone', { n: records.gone })}</p>}
      <Pager
        reader={reader}
        newer={after === 0 ? undefined : href(reader, path)}
        older={records.next === undefined ? undefined : href(reader, `${path}&after=${records.next}`)}
      />
    </>
  )
}

interface RecordsProps extends Pick<DriftPageProps, 'reader' | 'units' | 'place' | 'shown'> {
  facts: readonly Fact[]
  of: 'added' | 'removed'
  count: number
}

function Records({ reader, facts, units, place, shown = place, of, count }: RecordsProps) {
  if (count === 0) return null
  const caption = reader.t(`reports.drift.${of}`)
  return (
    <>
      <Heading level={2} id={of}>
        {caption}
      </Heading>
      <ListHead count={reader.t('account.records.count', { n: count })} />
      {facts.length === 0 ? null : <RecordTable {...{ reader, facts, place: shown, units, caption }} isCase={false} />}
    </>
  )
}
