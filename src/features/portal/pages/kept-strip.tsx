import type { VNode } from 'preact'
import { OpenFigure } from '../../../ui/figure.tsx'
import { href, type Reader } from '../../../ui/reader.ts'
import { dueIn, type Tally } from '../pledge.ts'

const ends = ['on-time', 'late', 'empty'] as const

/** How promises were kept: one bar and one sentence, whose every number opens the list behind it; of one unit when its code is given. */
export function KeptStrip({ reader, kept, unit }: { reader: Reader; kept: Tally; unit?: string }): VNode {
  const due = dueIn(kept)
  const gap = reader.lang === 'zh' ? '' : ' '
  if (due === 0) return <p class="gk-word">{reader.t('portal.kept.nothing')}</p>
  const list = (ending?: string) => {
    const query = new URLSearchParams({ ...(ending && { ending }), ...(unit && { unit }) }).toString()
    return href(reader, query === '' ? '/promises/list' : `/promises/list?${query}`)
  }
  const figure = (value: number, ending?: string) => <OpenFigure reader={reader} value={value} href={list(ending)} />
  return (
    <>
      <Bar kept={kept} />
      <p class="gk-word">
        {reader.t('portal.kept.due.before')}
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
