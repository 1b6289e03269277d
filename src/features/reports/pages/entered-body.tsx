import type { VNode } from 'preact'
import { Empty } from '../../../ui/heading.tsx'
import { OpenFigure } from '../../../ui/figure.tsx'
import { DataList } from '../../../ui/list.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import { dayOf } from '../../../kernel/day.ts'
import { sayDate } from '../../../kernel/translate.ts'
import type { Unit } from '../../organisations/index.ts'
import type { Entry } from '../entered/entry.ts'
import type { FigureView } from '../figures/read-figure.ts'
import { valueInWords, type Place } from './figure-words.ts'

/** What was entered by hand for a figure: what stands, and at the desk also what shows it and what was struck, with who did. */
export function Entries({ reader, view, place }: { reader: Reader; view: FigureView; place: Place }): VNode {
  const { t } = reader
  const { entries } = view.value
  const { units } = view.account.question
  const noteOf = (entry: Entry): string => whoIn(reader, view, entry)
  return (
    <>
      {entries.length === 0 ? (
        <Empty title={t('account.not-reported')} />
      ) : (
        <EntryList {...{ reader, units, place, entries, noteOf }} caption={t('account.entered')} />
      )}
      {place === 'public' || view.struck.length === 0 ? null : (
        <EntryList {...{ reader, units, place, noteOf }} entries={view.struck} caption={t('account.struck')} />
      )}
    </>
  )
}

export interface EntryListProps {
  reader: Reader
  units: readonly Unit[]
  place: Place
  entries: readonly Entry[]
  caption: string
  /** Who entered it, who struck it: for those who work here. */
  noteOf?: ((entry: Entry) => string) | undefined
}

/** Numbers that units vouch for; what shows them is told at the desk only. */
export function EntryList({ reader, units, place, entries, caption, noteOf }: EntryListProps): VNode {
  const { t } = reader
  return (
    <DataList
      caption={caption}
      showCaption
      columns={[
        { label: t('account.column.unit') },
        { label: t('account.column.value'), kind: 'number' },
        { label: t('account.column.span') },
        ...(place === 'desk' ? [{ label: t('account.column.evidence') }] : []),
      ]}
      rows={entries.map((entry) => {
        const unit = units.find((one) => one.id === entry.unitId)
        return {
          cells: [
            unit === undefined ? '' : nameIn(reader, unit),
            <OpenFigure reader={reader} value={valueInWords(reader, entry.value, entry.isAtLeast)} byHand />,
            <>
              <DateLine reader={reader} day={entry.from} short /> – <DateLine reader={reader} day={entry.until} short />
            </>,
            ...(place === 'desk' ? [entry.evidence] : []),
          ],
          note: place === 'desk' ? noteOf?.(entry) : undefined,
        }
      })}
    />
  )
}

function whoIn(reader: Reader, { people }: FigureView, { enteredBy, enteredAt, struckBy, struckAt }: Entry): string {
  const name = (id: number): string => {
    const person = people.get(id)
    return person === undefined ? '' : nameIn(reader, person)
  }
  const entered = reader.t('account.entered-by', { name: name(enteredBy), day: sayDate(dayOf(enteredAt), reader.lang) })
  if (struckBy === undefined || struckAt === undefined) return entered
  return `${entered} ${reader.t('account.struck-by', { name: name(struckBy), day: sayDate(dayOf(struckAt), reader.lang) })}`
}
