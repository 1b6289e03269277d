import type { VNode } from 'preact'
import type { CountedDay } from '../kernel/clock.ts'
import type { Reader } from './reader.ts'

/** What the shapes of a day strip mean; only those that stand on it. Screen readers have the table instead. */
export function StripLegend({ reader, days }: { reader: Reader; days: CountedDay[] }): VNode {
  const has = (...reasons: CountedDay['why'][]) => days.some((day) => reasons.includes(day.why))
  const keys = [
    { name: 'gone', classes: 'gk-day--counted gk-day--gone', shown: true },
    { name: 'ahead', classes: 'gk-day--counted', shown: true },
    { name: 'free', classes: 'gk-day--free', shown: has('weekend', 'holiday') },
    { name: 'make-up', classes: 'gk-day--counted gk-day--make-up', shown: has('make-up') },
    { name: 'paused', classes: 'gk-day--paused', shown: has('paused') },
    { name: 'due', classes: 'gk-day--due', shown: true },
  ] as const
  return (
    <p class="gk-strip__legend" aria-hidden="true">
      {keys
        .filter((key) => key.shown)
        .map((key) => (
          <span class="gk-strip__key">
            <span class={`gk-day gk-day--key ${key.classes}`}>
              <span class="gk-day__box"></span>
            </span>
            {reader.t(`ui.strip.legend.${key.name}`)}
          </span>
        ))}
    </p>
  )
}
