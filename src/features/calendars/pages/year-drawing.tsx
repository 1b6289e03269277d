import type { VNode } from 'preact'
import { kindOfDay, type Calendar, type KindOfDay } from '../../../kernel/calendar.ts'
import { monthOf, weekdayOf, type Day } from '../../../kernel/day.ts'
import { sayMonth, sayWeekday } from '../../../kernel/translate.ts'
import type { Reader } from '../../../ui/reader.ts'
import { daysOfBlock, endsOf } from '../notice.ts'

export interface YearDrawingProps {
  reader: Reader
  year: number
  calendar: Calendar
  /** Days that are another kind of day here are marked. */
  before?: Calendar | undefined
}

/** A year as twelve months. The picture is hidden from screen readers; the lists beside it say the same. */
export function YearDrawing(props: YearDrawingProps): VNode {
  const { reader, year } = props
  const [from, to] = endsOf(year)
  const days = daysOfBlock({ from, to })
  const months = [...new Set(days.map(monthOf))]
  return (
    <div class="gk-year" aria-hidden="true">
      <div class="gk-year__months">
        {months.map((month) => (
          <Month {...props} month={month} days={days.filter((day) => monthOf(day) === month)} />
        ))}
      </div>
      <Legend reader={reader} isChange={props.before !== undefined} />
    </div>
  )
}

function Month(props: YearDrawingProps & { month: string; days: Day[] }) {
  const { reader, month, days } = props
  return (
    <div class="gk-month">
      <p class="gk-month__name">{sayMonth(month, reader.lang)}</p>
      <div class="gk-month__days">
        {firstWeek(days).map((day) => (
          <span class="gk-month__weekday">{reader.lang === 'zh' ? sayWeekday(day, 'zh').slice(1) : sayWeekday(day, 'en').slice(0, 1)}</span>
        ))}
        {days.map((day, at) => (
          <span class={classOf(props, day, at === 0)}>{Number(day.slice(8))}</span>
        ))}
      </div>
    </div>
  )
}

/** The first seven days, from Monday to Sunday whatever the month begins with: each names its weekday. */
function firstWeek(days: readonly Day[]): Day[] {
  return days.slice(0, 7).sort((a, b) => weekdayOf(a) - weekdayOf(b))
}

function classOf({ calendar, before }: YearDrawingProps, day: Day, isFirst: boolean): string {
  const kind = kindOfDay(calendar, day)
  const isChanged = before !== undefined && kindOfDay(before, day) !== kind && kind !== 'weekend' && kind !== 'working'
  return [
    'gk-month__day',
    `gk-month__day--${kind}`,
    isFirst ? `gk-month__day--w${weekdayOf(day)}` : '',
    isChanged ? 'gk-month__day--changed' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

const kinds = ['working', 'weekend', 'holiday', 'make-up'] as const satisfies KindOfDay[]

function Legend({ reader, isChange }: { reader: Reader; isChange: boolean }) {
  return (
    <p class="gk-year__legend">
      {kinds.map((kind) => (
        <span class="gk-year__key">
          <span class={`gk-month__day gk-month__day--${kind}`}>1</span>
          {reader.t(`calendars.kind-of-day.${kind}`)}
        </span>
      ))}
      {isChange ? (
        <span class="gk-year__key">
          <span class="gk-month__day gk-month__day--holiday gk-month__day--changed">1</span>
          {reader.t('calendars.kind-of-day.changed')}
        </span>
      ) : null}
    </p>
  )
}
