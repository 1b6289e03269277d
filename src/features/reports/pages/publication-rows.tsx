import { dayOf, type Day } from '../../../kernel/day.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { StoredDocument } from '../../publishing/index.ts'

/** What was frozen once: the how manyeth it was, when, and its fingerprint. */
export interface FrozenOnce {
  serial: number
  at: Date
  fingerprint: string
}

/** A row of facts: every time that something was frozen, in the words that its page has for it. */
export function frozenRow(reader: Reader, label: string, frozen: readonly FrozenOnce[], say: (serial: number) => string) {
  const lines = frozen.map(({ serial, at, fingerprint }) => (
    <div>
      {say(serial)} · <DateLine reader={reader} day={dayOf(at)} short /> · <code>{fingerprint.slice(0, 16)}</code>
    </div>
  ))
  return { label, value: lines.length === 0 ? '' : lines }
}

/** A row of facts: the publication at the desk, and where on its way it is. */
export function publicationRow(reader: Reader, document: StoredDocument | undefined) {
  return {
    label: reader.t('reports.stage.document'),
    value: document && (
      <a href={href(reader, `/desk/documents/${document.id}`)}>
        {document.indexNumber} · {reader.t(`reports.stage.${document.stage}`)}
      </a>
    ),
  }
}

/** Rows of facts in public: up to when was counted, when it came out, and the signed document itself. */
export function publicRows(reader: Reader, cutOff: Day | undefined, { publishedAt, indexNumber }: StoredDocument) {
  return [
    { label: reader.t('bulletin.cut-off'), value: cutOff && <DateLine reader={reader} day={cutOff} /> },
    { label: reader.t('bulletin.column.published'), value: publishedAt && <DateLine reader={reader} day={dayOf(publishedAt)} /> },
    { label: reader.t('reports.public.document'), value: <a href={href(reader, `/documents/${indexNumber}`)}>{indexNumber}</a> },
  ]
}
