import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { promiseListPath } from '../address.ts'
import { dueIn, type Tally } from '../pledge.ts'

const ends = ['on-time', 'late', 'empty'] as const

export interface KeptStripProps {
  reader: Reader
  kept: Tally
  /** The code of one unit; left out: all of them. */
  unit?: string | undefined
  /** A calendar year; left out: the last twelve months. */
  year?: number | undefined
}

/** How promises were kept: one bar and one sentence, whose every number opens the list behind it; of one unit when its code is given. */
export function KeptStrip({ reader, kept, unit, year }: KeptStripProps): VNode {
  const due = dueIn(kept)
  const gap = reader.lang === 'zh' ? '' : ' '
  if (due === 0)
    return (
      <p class="gk-word">{reader.t(year === undefined ? 'portal.kept.nothing' : 'portal.kept.nothing-in-year', { year: year ?? '' })}</p>
    )
  const list = (ending?: string) => href(reader, promiseListPath({ ending, unit, year }))
  const figure = (value: number, ending?: string) => <OpenFigure reader={reader} value={value} href={list(ending)} />
  return (
    <>
      <Bar kept={kept} />
      <p class="gk-word">
        {year === undefined ? reader.t('portal.kept.due.before') : reader.t('portal.kept.due.in-year', { year })}
        {gap}
        {figure(due)}
        {gap}
        {reader.t('portal.kept.due.after', { n: due })}
        {gap}
        {figure(kept.onTime, 'on-time')}
        {gap}
        {reader.t('portal.kept.on-time.after')}
        {gap}
        {figure(kept.late, 'late')}
        {gap}
        {reader.t('portal.kept.late.after')}
        {gap}
        {figure(kept.empty, 'empty')}
        {gap}
        {reader.t('portal.kept.empty.after', { n: kept.empty })}
      </p>
    </>
  )
}

/** The bar is a picture of the sentence under it, and only that: it is hidden from screen readers. What is missing stays hollow. */
function Bar({ kept }: { kept: Tally }) {
  const due = dueIn(kept)
  const counts = { 'on-time': kept.onTime, late: kept.late, empty: kept.empty }
  let at = 0
  return (
    <svg class="gk-kept" viewBox="0 0 100 3" width="100%" height="18" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {ends.map((end) => {
        const width = (counts[end] / due) * 100
        const x = at
        at += width
        return (
          <g class={`gk-promise__cell--${end}`}>
            <rect
              x={x.toFixed(3)}
              y="0"
              width={Math.max(0, width - 0.2).toFixed(3)}
              height="3"
              fill={end === 'empty' ? 'none' : 'currentColor'}
              stroke={end === 'empty' ? 'currentColor' : undefined}
              stroke-width="4"
              vector-effect="non-scaling-stroke"
            />
          </g>
        )
      })}
    </svg>
  )
}
