import type { VNode } from 'preact'
import type { CountedDay } from '../kernel/clock.ts'
import { monthOf, weekdayOf, type Day } from '../kernel/day.ts'
import { sayDay, sayMonth, sayShortDay } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'
import { StripLegend } from './strip-legend.tsx'

/** A day of a clock; `act` names what paused it, such as "Clarification asked". */
export type StripDay = CountedDay & { act?: string | undefined }

export interface DayStripProps {
  reader: Reader
  /** In order, without gaps, as the clock counts them. */
  days: StripDay[]
  due: Day
  today: Day
  /** What the clock waited for has come: that day takes the place of today. `word` stands at the day, `sentence` in the words over it. */
  done?: { on: Day; word: string; sentence: string } | undefined
  provisional?: boolean | undefined
  /** The heading over the strip, when the page has none. */
  label?: string | undefined
}

/**
 * A clock as a strip of days: one line on a wide screen, weeks under each other on a phone. The picture is hidden from screen
 * readers; the sentence over it and the table under it say the same and more.
 */
export function DayStrip({ reader, days, due, today, done, provisional, label }: DayStripProps): VNode {
  const now = { on: done?.on ?? today, word: done?.word ?? reader.t('ui.strip.mark.today') }
  return (
    <figure class={days.length > 45 ? 'gk-strip gk-strip--long' : 'gk-strip'}>
      <figcaption class="gk-strip__words">
        {label ? <span class="gk-strip__label">{label} </span> : null}
        {stripInWords({ reader, days, due, today, done, provisional })}
      </figcaption>
      <div class="gk-strip__days" aria-hidden="true">
        {days.map((day, at) => (
          <StripCell reader={reader} day={day} before={days[at - 1]} due={due} now={now} />
        ))}
      </div>
      <StripLegend reader={reader} days={days} />
      <DayTable reader={reader} days={days} due={due} now={now} />
    </figure>
  )
}

/** The strip as sentences: when it ends, what counted, what did not, and where today stands. */
export function stripInWords({ reader, days, due, today, done, provisional }: Omit<DayStripProps, 'label'>): string {
  const counted = days.filter((day) => day.counted)
  const skipped = (why: CountedDay['why']) => days.filter((day) => !day.counted && day.why === why).length
  const say = (key: 'holidays' | 'weekends' | 'paused', n: number) => (n > 0 ? [reader.t(`ui.strip.${key}`, { n })] : [])
  const off = [...say('weekends', skipped('weekend')), ...say('holidays', skipped('holiday')), ...say('paused', skipped('paused'))]
  const madeUp = counted.filter((day) => day.why === 'make-up').length
  const past = counted.filter((day) => day.on <= today).length
  return [
    reader.t('ui.strip.due', { day: sayDay(due, reader.lang), n: counted.length }),
    off.length > 0 ? reader.t('ui.strip.skipped', { list: off.join(reader.t('ui.strip.and')) }) : '',
    madeUp > 0 ? reader.t('ui.strip.make-up', { n: madeUp }) : '',
    done?.sentence ??
      (today > due ? reader.t('ui.strip.past-due', { day: sayShortDay(today, reader.lang) }) : reader.t('ui.strip.today', { n: past })),
    provisional ? reader.t('ui.strip.provisional') : '',
  ]
    .filter(Boolean)
    .join(reader.lang === 'zh' ? '' : ' ')
}

function StripCell({ reader, day, before, due, now }: CellProps) {
  const date = Number(day.on.slice(8))
  const mark = markOf(reader, day, before, now)
  const state = [
    'gk-day',
    `gk-day--${day.counted ? 'counted' : 'free'}`,
    `gk-day--${day.why}`,
    day.on <= now.on ? 'gk-day--gone' : '',
    day.on === now.on ? 'gk-day--today' : '',
    day.on === due ? (now.on > due ? 'gk-day--due gk-day--missed' : 'gk-day--due') : '',
    `gk-day--w${weekdayOf(day.on)}`,
  ]
  return (
    <span class={state.filter(Boolean).join(' ')}>
      {before === undefined || date === 1 ? <span class="gk-day__month">{sayBareMonth(day.on, reader)}</span> : null}
      <span class="gk-day__box">{date}</span>
      {mark === '' ? null : <span class="gk-day__mark">{mark}</span>}
    </span>
  )
}

interface CellProps {
  reader: Reader
  day: StripDay
  before: StripDay | undefined
  due: Day
  now: Now
}

/** The day that stands for now, and its word: today, or the day on which it was done. */
interface Now {
  on: Day
  word: string
}

/** The word under a day: today, a day that is made up for, the first of some holidays. */
function markOf(reader: Reader, day: StripDay, before: StripDay | undefined, now: Now): string {
  if (day.on === now.on) return now.word
  if (day.why === 'make-up') return reader.t('ui.strip.mark.make-up')
  return day.why === 'holiday' && before?.why !== 'holiday' ? reader.t('ui.strip.mark.holiday') : ''
}

function sayBareMonth(day: Day, reader: Reader): string {
  return reader.lang === 'zh' ? `${Number(day.slice(5, 7))}月` : sayMonth(monthOf(day), 'en').slice(0, 3)
}

function DayTable({ reader, days, due, now }: Pick<DayStripProps, 'reader' | 'days' | 'due'> & { now: Now }) {
  let nth = 0
  return (
    <details class="gk-strip__more">
      <summary>{reader.t('ui.strip.day-by-day')}</summary>
      <table class="gk-strip__table">
        <thead>
          <tr>
            <th scope="col">{reader.t('ui.strip.column.day')}</th>
            <th scope="col">{reader.t('ui.strip.column.nth')}</th>
            <th scope="col">{reader.t('ui.strip.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr class={day.counted ? undefined : 'gk-strip__off'}>
              <th scope="row">
                <time datetime={day.on}>{sayDay(day.on, reader.lang)}</time>
              </th>
              <td>{day.counted ? ++nth : '–'}</td>
              <td>
                {reader.t(`ui.strip.why.${day.why}`)}
                {day.act ? ` · ${day.act}` : ''}
                {day.on === due ? ` · ${reader.t('ui.strip.legend.due')}` : ''}
                {day.on === now.on ? ` · ${now.word}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
