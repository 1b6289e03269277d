import { sayMonth } from '../../../kernel/translate.ts'
import type { StackedBars } from '../../../platform/chart/draw-stacked-bars.ts'
import type { PromiseCell } from '../../../ui/promise-calendar.tsx'
import { href, nameIn, type Reader } from '../../../ui/reader.ts'
import type { Unit } from '../../organisations/index.ts'
import { promiseListPath } from '../address.ts'
import { dueIn, worstOf, type Tally } from '../pledge.ts'

type Words = Pick<Reader, 'lang' | 't'>

const colours = { onTime: '#1e6b45', late: '#a61b1b', empty: '#a61b1b' } as const

const sizes = { wide: { width: 960, height: 320 }, narrow: { width: 400, height: 320 } } as const

/** The picture of an account: one bar per month, what came on time at its foot, what is missing on top. Phones get a narrow one. */
export function chartOf(reader: Words, months: readonly string[], byMonth: readonly Tally[], size: keyof typeof sizes): StackedBars {
  const of = (part: keyof Tally) => byMonth.map((tally) => tally[part])
  return {
    labels: months.map((month, at) => labelOf(reader, month, at)),
    parts: [
      { name: reader.t('ui.promise.on-time'), colour: colours.onTime, pattern: 'full', values: of('onTime') },
      { name: reader.t('ui.promise.late'), colour: colours.late, pattern: 'striped', values: of('late') },
      { name: reader.t('ui.promise.empty'), colour: colours.empty, pattern: 'hollow', values: of('empty') },
    ],
    ...sizes[size],
  }
}

/** The head of the table that readers take away. */
export function tableHead(reader: Words): string[] {
  return (['unit', 'month', 'due', 'on-time', 'late', 'empty'] as const).map((name) => reader.t(`portal.account.column.${name}`))
}

/** One line per unit and month in which something fell due. */
export function keptTable(
  reader: Words,
  months: readonly string[],
  rows: readonly { unit: Unit; byMonth: readonly Tally[] }[],
): (string | number)[][] {
  return rows.flatMap(({ unit, byMonth }) =>
    byMonth.flatMap((tally, at) =>
      dueIn(tally) === 0 ? [] : [[nameIn(reader, unit), months[at] ?? '', dueIn(tally), tally.onTime, tally.late, tally.empty]],
    ),
  )
}

/** The month under its bar; the year stands where it begins. */
function labelOf({ lang }: Words, month: string, at: number): string {
  const number = Number(month.slice(5))
  const short = lang === 'zh' ? `${number}月` : sayMonth(month, lang).slice(0, 3)
  return at === 0 || number === 1 ? `${short}\n${month.slice(0, 4)}` : short
}

/** One cell of the promise calendar: the worst of its month, opening its list; a month that has not gone by says nothing yet. */
export function cellOf(reader: Reader, unit: string, month: string, tally: Tally | undefined): PromiseCell {
  if (tally === undefined) return { state: 'open', count: 0 }
  const worst = worstOf(tally)
  const path = promiseListPath({ ending: worst.state, unit, month })
  return { ...worst, href: worst.state === 'nothing-due' ? undefined : href(reader, path) }
}
