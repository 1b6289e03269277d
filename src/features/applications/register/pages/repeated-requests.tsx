import type { VNode } from 'preact'
import { Details } from '../../../../ui/govuk/index.ts'
import { Heading } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Unit } from '../../../organisations/index.ts'
import type { Repeat } from '../find-repeats.ts'
import { clipped } from './line-words.ts'

/** What several people asked for within a year, and should perhaps be published for everybody; each opens its cases. */
export function RepeatedRequests({
  reader,
  repeats,
  units,
}: {
  reader: Reader
  repeats: readonly Repeat[]
  units: readonly Unit[]
}): VNode {
  const { t } = reader
  return (
    <section>
      <Heading level={2}>{t('applications.board.repeats')}</Heading>
      <p>{t('applications.board.repeats-lead')}</p>
      {repeats.length === 0 ? (
        <p class="gk-quiet">{t('applications.board.repeats-none')}</p>
      ) : (
        <DataList
          caption={t('applications.board.repeats')}
          columns={[
            { label: t('applications.board.column.subject') },
            { label: t('applications.board.column.people'), kind: 'number' },
            { label: t('applications.board.column.unit') },
          ]}
          rows={repeats.map((repeat) => ({
            cells: [clipped(repeat.requests[0]?.wanted ?? ''), repeat.people, unitNames(reader, repeat, units)],
            more: <Cases reader={reader} repeat={repeat} />,
          }))}
        />
      )}
    </section>
  )
}

function Cases({ reader, repeat }: { reader: Reader; repeat: Repeat }) {
  return (
    <Details summaryText={reader.t('applications.board.cases', { n: repeat.requests.length })}>
      <ul class="gk-lines">
        {repeat.requests.map((one) => (
          <li>
            <a href={href(reader, `/desk/applications/${one.ref}`)}>{one.number}</a> {clipped(one.wanted)}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function unitNames(reader: Reader, repeat: Repeat, units: readonly Unit[]): string {
  const ids = new Set(repeat.requests.map((one) => one.unitId))
  return units
    .filter((unit) => ids.has(unit.id))
    .map((unit) => nameIn(reader, { nameZh: unit.shortZh, nameEn: unit.shortEn }))
    .join(reader.t('applications.board.and'))
}
