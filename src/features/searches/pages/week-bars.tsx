import type { VNode } from 'preact'
import type { Reader } from '../../../ui/reader.ts'
import type { Week } from '../weeks.ts'

const steps = 8

/** How often words were asked, week by week, as small bars; each bar says its week and its number. */
export function WeekBars({ reader, weeks }: { reader: Reader; weeks: readonly Week[] }): VNode {
  const most = Math.max(1, ...weeks.map((week) => week.times))
  return (
    <ol class="gk-weeks">
      {weeks.map(({ from, times }) => (
        <li
          class={`gk-weeks__week gk-weeks__week--${Math.ceil((times / most) * steps)}`}
          title={reader.t('searches.week', { from, n: times })}
        >
          <span class="govuk-visually-hidden">{reader.t('searches.week', { from, n: times })}</span>
        </li>
      ))}
    </ol>
  )
}
