import type { VNode } from 'preact'
import { dayOf } from '../../../kernel/day.ts'
import { Entries } from '../../../ui/entries.tsx'
import { Empty, Heading, Lead } from '../../../ui/heading.tsx'
import { Pager } from '../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import { PublicPage } from '../../../ui/shell.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { ChangeLine } from '../../publishing/index.ts'
import { documentPath } from '../address.ts'
import { InLanguage } from './document-lines.tsx'
import { columnTags } from './page-tags.ts'

interface Props {
  reader: Reader
  changes: readonly ChangeLine[]
  units: ReadonlyMap<number, Unit>
  older: string | undefined
  newer: string | undefined
}

/** The notices of what was corrected, changed, ended or taken back (变更、取消、终止), each with its day and its reason. */
export function ChangesPage({ reader, changes, units, older, newer }: Props): VNode {
  const title = reader.t('portal.changes.title')
  const lead = reader.t('portal.changes.lead')
  return (
    <PublicPage reader={reader} title={title} section="latest" description={lead} meta={columnTags({ name: title, description: lead })}>
      <Heading>{title}</Heading>
      <Lead>{lead}</Lead>
      {changes.length === 0 ? (
        <Empty title={reader.t('portal.changes.nothing')}>
          <a href={href(reader, '/latest')}>{reader.t('portal.latest.all')}</a>
        </Empty>
      ) : (
        <Entries
          reader={reader}
          entries={changes.map((change) => ({
            day: dayOf(change.at),
            title: <Title reader={reader} change={change} />,
            href: href(
              reader,
              change.standing === 'removed' ? documentPath(change.indexNumber) : `${documentPath(change.indexNumber)}/history`,
            ),
            note: noteOf(reader, change, units.get(change.unitId)),
            passage: change.reason === '' ? undefined : change.reason,
          }))}
        />
      )}
      <Pager reader={reader} newer={newer} older={older} />
    </PublicPage>
  )
}

/** Of what was removed only the number is left. */
function Title({ reader, change }: { reader: Reader; change: ChangeLine }): VNode {
  if (change.standing === 'removed') return <>{change.indexNumber}</>
  return (
    <InLanguage reader={reader} lang={change.language}>
      {change.title}
    </InLanguage>
  )
}

function noteOf(reader: Reader, change: ChangeLine, unit: Unit | undefined): string {
  const kind = reader.t(`portal.change.${change.kind}`)
  const minor = change.isMinor ? ` (${reader.t('portal.change.minor')})` : ''
  return [`${kind}${minor}`, unit === undefined ? '' : nameIn(reader, unit)].filter(Boolean).join(' · ')
}
