import type { VNode } from 'preact'
import { dayOf } from '../kernel/day.ts'
import { sayDay } from '../kernel/translate.ts'
import type { Reader } from './reader.ts'

/** One entry of the record, as a page shows it. */
export interface RecordLine {
  /** UTC with milliseconds. */
  at: string
  /** A pseudonym: `person:12`, `system`. */
  actor: string
  act: string
  reason: string
}

export interface RecordLinesProps {
  reader: Reader
  /** Oldest first, as the record keeps them. */
  lines: readonly RecordLine[]
  /** An act in the reader's words. */
  say: (act: string) => string
}

/** The history of one thing in words, newest first: when, what, by whom, why. */
export function RecordLines({ reader, lines, say }: RecordLinesProps): VNode {
  return (
    <ul class="gk-history">
      {[...lines].reverse().map((line) => (
        <li>
          <time datetime={line.at}>{sayWholeMoment(line.at, reader)}</time> · {say(line.act)} ·{' '}
          <span class="gk-quiet">{actorInWords(reader, line.actor)}</span>
          {line.reason ? ` · ${line.reason}` : ''}
        </li>
      ))}
    </ul>
  )
}

/** An instant with its year, as the city's clocks show it: entries may be many years old. */
function sayWholeMoment(at: string, reader: Reader): string {
  const instant = new Date(at)
  return `${sayDay(dayOf(instant), reader.lang)}${reader.lang === 'zh' ? ' ' : ', '}${hours.format(instant)}`
}

const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

/** The record names nobody: an account by its number, or the program itself. */
function actorInWords(reader: Reader, actor: string): string {
  const [, kind, number] = /^(person|system):(\d+)$/.exec(actor) ?? []
  if (number === undefined) return reader.t('ui.record.system')
  return reader.t(kind === 'system' ? 'ui.record.machine' : 'ui.record.person', { number })
}
