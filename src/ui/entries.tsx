import type { ComponentChildren, VNode } from 'preact'
import type { Day } from '../kernel/day.ts'
import type { Reader } from './reader.ts'
import { DateLine } from './status.tsx'

export interface Entry {
  title: ComponentChildren
  href: string
  day?: Day | undefined
  /** The unit, the number, the kind: one quiet line. */
  note?: ComponentChildren
  /** A passage of the text, as a search shows it. */
  passage?: ComponentChildren
}

/** What is new, what was found: the day, the title that leads there, and a quiet line. */
export function Entries({ reader, entries }: { reader: Reader; entries: Entry[] }): VNode {
  return (
    <ul class="gk-entries">
      {entries.map((entry) => (
        <li class="gk-entries__entry">
          <span class="gk-entries__day">{entry.day === undefined ? null : <DateLine reader={reader} day={entry.day} />}</span>
          <span>
            <a class="gk-entries__title" href={entry.href}>
              {entry.title}
            </a>
            {entry.note ? <span class="gk-entries__note">{entry.note}</span> : null}
            {entry.passage ? <span class="gk-entries__passage">{entry.passage}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The few things that people come to do, each with a word on what it is for. */
export function Ways({ ways }: { ways: { href: string; title: string; text: string }[] }): VNode {
  return (
    <ul class="gk-ways">
      {ways.map((way) => (
        <li class="gk-ways__way">
          <a class="gk-ways__link" href={way.href}>
            {way.title}
          </a>
          <p>{way.text}</p>
        </li>
      ))}
    </ul>
  )
}

export interface ListedFile {
  name: string
  href: string
  /** `PDF`, `XLSX` … */
  kind: string
  sizeBytes: number
}

/** Files to take away, each with its kind and size before the reader spends a download on it. */
export function Files({ files }: { files: ListedFile[] }): VNode {
  return (
    <ul class="gk-files">
      {files.map((file) => (
        <li class="gk-files__file">
          <a href={file.href}>{file.name}</a>
          <span class="gk-files__kind">
            {file.kind} · {saySize(file.sizeBytes)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A size as people read it: `820 B`, `14 KB`, `2.3 MB`. */
export function saySize(bytes: number): string {
  const kilobytes = bytes / 1024
  if (kilobytes < 1) return `${bytes} B`
  if (kilobytes < 1000) return `${Math.round(kilobytes)} KB`
  return `${(kilobytes / 1024).toFixed(1)} MB`
}
