import type { VNode } from 'preact'
import { sayMonth } from '../../../kernel/translate.ts'
import { OpenFigure } from '../../../ui/figure.tsx'
import { Details } from '../../../ui/govuk/index.ts'
import { DataList } from '../../../ui/list.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { promiseListPath, queryOf, type PromiseAddress } from '../address.ts'
import { dueIn, type Tally } from '../pledge.ts'

export interface KeptFiguresProps {
  reader: Reader
  /** What the figures are about, for the picture's text and the table's caption. */
  about: string
  months: readonly string[]
  byMonth: readonly Tally[]
  year?: number | undefined
  /** The code of one unit; left out: all of them. */
  unit?: string | undefined
}

/** How promises were kept, month by month: a picture, and the same numbers as a table whose every number opens its list. */
export function KeptFigures(props: KeptFiguresProps): VNode {
  const { reader, about, months, byMonth, year, unit } = props
  const asked = queryOf({ unit, year })
  const caption = reader.t('portal.account.caption', { about })
  return (
    <>
      <figure class="gk-chart">
        <picture>
          <source media="(max-width: 40rem)" srcset={href(reader, `/promises/chart.svg${queryOf({ unit, year, narrow: 'yes' })}`)} />
          <img
            class="gk-chart__picture"
            src={href(reader, `/promises/chart.svg${asked}`)}
            alt={reader.t('portal.account.picture', { about, sentence: inOneSentence(reader, byMonth) })}
          />
        </picture>
        <figcaption class="gk-quiet">
          {caption} <a href={href(reader, `/promises.csv${asked}`)}>{reader.t('portal.account.download')}</a>
        </figcaption>
      </figure>
      <Details summaryText={reader.t('portal.account.table')}>
        <Table reader={reader} caption={caption} months={months} byMonth={byMonth} unit={unit} />
      </Details>
    </>
  )
}

function inOneSentence(reader: Reader, byMonth: readonly Tally[]): string {
  const sum = (of: (tally: Tally) => number) => byMonth.reduce((total, tally) => total + of(tally), 0)
  return reader.t('portal.account.sentence', {
    n: sum(dueIn),
    onTime: sum((one) => one.onTime),
    late: sum((one) => one.late),
    empty: sum((one) => one.empty),
  })
}

function Table({
  reader,
  caption,
  months,
  byMonth,
  unit,
}: { caption: string } & Pick<KeptFiguresProps, 'reader' | 'months' | 'byMonth' | 'unit'>) {
  const column = (name: 'month' | 'due' | 'on-time' | 'late' | 'empty') => reader.t(`portal.account.column.${name}`)
  const figure = (value: number, asked: PromiseAddress) =>
    value === 0 ? '0' : <OpenFigure reader={reader} value={value} href={href(reader, promiseListPath({ unit, ...asked }))} />
  return (
    <DataList
      caption={caption}
      columns={[
        { label: column('month') },
        { label: column('due'), kind: 'number' },
        { label: column('on-time'), kind: 'number' },
        { label: column('late'), kind: 'number' },
        { label: column('empty'), kind: 'number' },
      ]}
      rows={months.map((month, at) => {
        const tally = byMonth[at] ?? { onTime: 0, late: 0, empty: 0 }
        return {
          cells: [
            sayMonth(month, reader.lang),
            figure(dueIn(tally), { month }),
            figure(tally.onTime, { month, ending: 'on-time' }),
            figure(tally.late, { month, ending: 'late' }),
            figure(tally.empty, { month, ending: 'empty' }),
          ],
        }
      })}
    />
  )
}
