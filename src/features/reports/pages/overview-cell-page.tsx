import type { VNode } from 'preact'
import type { Fact } from '../../../platform/facts.ts'
import { DeskPage } from '../../../ui/desk-shell.tsx'
import { Heading, Lead, Trail } from '../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import type { FilledCell } from '../annual/fill-report.ts'
import type { AnnualForm } from '../annual/form.ts'
import { cellName } from './cell-words.ts'
import { EntryList } from './entered-body.tsx'
import { valueInWords } from './figure-words.ts'
import { RecordList } from './record-list.tsx'

export interface OverviewCellPageProps {
  reader: Reader
  unit: Unit
  units: readonly Unit[]
  form: AnnualForm
  filled: FilledCell
  facts: readonly Fact[]
  after: number
  next: number | undefined
}

/** One number that the annual report would have today, with the records behind it. */
export function OverviewCellPage({ reader, unit, units, form, filled, facts, after, next }: OverviewCellPageProps): VNode {
  const { t } = reader
  const { address, table } = filled.cell
  const name = cellName(reader, form, address)
  const path = (more: string) => href(reader, `/desk/overview/records?unit=${unit.code}&cell=${encodeURIComponent(address)}${more}`)
  return (
    <DeskPage reader={reader} title={name} section="overview" wide>
      <Trail
        reader={reader}
        steps={[{ label: t('rounds.overview.title'), href: href(reader, `/desk/overview?unit=${unit.code}`) }, { label: name }]}
      />
      <Heading kicker={`${nameIn(reader, unit)} · ${nameIn(reader, table)}`}>{name}</Heading>
      <p class="gk-account__number">
        {filled.value === null ? t('account.not-reported') : valueInWords(reader, filled.value, filled.isAtLeast)}
      </p>
      {filled.origin === 'counted' ? (
        <RecordList
          {...{ reader, facts, units, count: filled.value ?? 0, place: 'desk', isCase: false }}
          download={path('&as=csv')}
          newer={after === 0 ? undefined : path('')}
          older={next === undefined ? undefined : path(`&after=${next}`)}
        />
      ) : (
        <>
          <Lead>{t('reports.cell.no-source')}</Lead>
          {filled.entries.length === 0 ? null : (
            <EntryList {...{ reader, entries: filled.entries, units, place: 'desk' }} caption={t('account.entered')} />
          )}
        </>
      )}
    </DeskPage>
  )
}
