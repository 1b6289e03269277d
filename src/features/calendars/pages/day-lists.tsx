import type { VNode } from 'preact'
import type { Day } from '../../../kernel/day.ts'
import { daysBetween } from '../../../kernel/day.ts'
import { sayShortDay } from '../../../kernel/translate.ts'
import { Heading } from '../../../ui/heading.tsx'
import { nameIn, type Reader } from '../../../ui/reader.ts'
import type { Block } from '../paper.ts'

export interface DayListsProps {
  reader: Reader
  off: readonly Block[]
  working: readonly Day[]
  /** Of its two headings: one below what the lists stand under. */
  level: 2 | 3
}

/** What is off, holiday by holiday with its length, and which days are worked instead. */
export function DayLists({ reader, off, working, level }: DayListsProps): VNode {
  return (
    <div class="gk-year__lists">
      <section>
        <Heading level={level}>{reader.t('calendars.off')}</Heading>
        {off.length === 0 ? <p class="gk-quiet">{reader.t('calendars.none')}</p> : null}
        <ul class="gk-year__list">
          {off.map((block) => (
            <li>
              <strong>{nameIn(reader, block)}</strong> <span class="gk-tabular">{spanInWords(reader, block)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Heading level={level}>{reader.t('calendars.working')}</Heading>
        {working.length === 0 ? <p class="gk-quiet">{reader.t('calendars.none')}</p> : null}
        <ul class="gk-year__list">
          {working.map((day) => (
            <li class="gk-tabular">{sayShortDay(day, reader.lang)}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function spanInWords(reader: Reader, { from, to }: Block): string {
  const n = daysBetween(from, to) + 1
  const [first, last] = [sayShortDay(from, reader.lang), sayShortDay(to, reader.lang)]
  return n === 1 ? reader.t('calendars.span.one', { first }) : reader.t('calendars.span', { first, last, n })
}
