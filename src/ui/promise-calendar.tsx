import type { VNode } from 'preact'
import { sayMonth } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'

export type PromiseState = 'on-time' | 'late' | 'empty' | 'nothing-due' | 'open'

export interface PromiseCell {
  state: PromiseState
  /** How many of the kind that the state names. */
  count: number
  href?: string | undefined
}

export interface PromiseRow {
  label: string
  href?: string | undefined
  /** One per month, in the same order. */
  cells: PromiseCell[]
}

export interface PromiseCalendarProps {
  reader: Reader
  caption: string
  /** `YYYY-MM`, the oldest first. */
  months: string[]
  rows: PromiseRow[]
  /** What the rows are; units unless told. */
  corner?: string | undefined
  /** The rows are years, so the months above them belong to none. */
  isOfManyYears?: boolean | undefined
}

const shapes: Record<PromiseState, string> = {
  'on-time': 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  late: 'M8 1.2L15.2 14H.8z',
  empty: 'M1.8 1.8h12.4v12.4H1.8zM3.8 3.8v8.4h8.4V3.8z',
  'nothing-due': 'M6.5 7.2h3v1.6h-3z',
  open: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
}

const states = ['on-time', 'late', 'empty', 'open', 'nothing-due'] as const

/** Units down, months across: whether each kept its word, told by shape, number and word, each cell opening its list. */
export function PromiseCalendar({ reader, caption, months, rows, corner, isOfManyYears }: PromiseCalendarProps): VNode {
  return (
    <div class="gk-promise">
      <p class="gk-promise__legend" aria-hidden="true">
        {states.map((state) => (
          <span class={`gk-promise__key gk-promise__cell--${state}`}>
            <Shape state={state} />
            {reader.t(`ui.promise.${state}`)}
          </span>
        ))}
      </p>
      <section class="gk-promise__scroll" aria-label={caption} tabindex={0}>
        <table class="gk-promise__table">
          <caption class="govuk-visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="gk-promise__corner">
                {corner ?? reader.t('ui.promise.unit')}
              </th>
              {months.map((month, at) => (
                <Month reader={reader} month={month} withYear={isOfManyYears !== true && (at === 0 || month.endsWith('-01'))} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row" class="gk-promise__unit">
                  {row.href === undefined ? row.label : <a href={row.href}>{row.label}</a>}
                </th>
                {row.cells.map((cell) => (
                  <Cell reader={reader} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function Month({ reader, month, withYear }: { reader: Reader; month: string; withYear: boolean }) {
  const number = Number(month.slice(5))
  const short = reader.lang === 'zh' ? `${number}月` : sayMonth(month, 'en').slice(0, 3)
  return (
    <th scope="col" class="gk-promise__month" abbr={sayMonth(month, reader.lang)}>
      {withYear ? <span class="gk-promise__year">{month.slice(0, 4)}</span> : null}
      {short}
    </th>
  )
}

function Cell({ reader, cell }: { reader: Reader; cell: PromiseCell }) {
  const words = reader.t(`ui.promise.${cell.state}`)
  const inside = (
    <>
      <Shape state={cell.state} />
      {cell.state === 'nothing-due' || cell.count === 0 ? null : <span class="gk-promise__count">{cell.count}</span>}
      <span class="govuk-visually-hidden"> {words}</span>
    </>
  )
  return (
    <td class={`gk-promise__cell gk-promise__cell--${cell.state}`}>
      {cell.href === undefined ? (
        <span class="gk-promise__box">{inside}</span>
      ) : (
        <a class="gk-promise__box" href={cell.href}>
          {inside}
        </a>
      )}
    </td>
  )
}

function Shape({ state }: { state: PromiseState }) {
  return (
    <svg class="gk-promise__shape" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[state]} fill-rule="evenodd" />
    </svg>
  )
}
