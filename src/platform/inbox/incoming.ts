/** One address as a header names it. Either may be empty; neither holds a control character. */
export interface Correspondent {
  name: string
  address: string
}

/** A file that came with a mail: the name is one plain file name, the type is what the sender says and proves nothing. */
export interface EnclosedFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/**
 * What is wrong with a mail; none of it stops the reading.
 * `empty`: no bytes. `unreadable`: its structure cannot be read, the text is the raw one. `too-large`: only the head was read.
 * `no-sender`, `several-senders`, `unusable-sender`: of the sender. `no-message-id`: the fingerprint stands for it. `bad-date`: no or no
 * sensible date. `guessed-charset`: the mail hides in which encoding it is written, GB18030 was assumed. `damaged-text`: some characters
 * were lost. `text-cut`: the text is longer than what is read. `too-many-attachments`: those beyond the limit were left out.
 */
export type MailFault =
  | 'empty'
  | 'unreadable'
  | 'too-large'
  | 'no-sender'
  | 'several-senders'
  | 'unusable-sender'
  | 'no-message-id'
  | 'bad-date'
  | 'guessed-charset'
  | 'damaged-text'
  | 'text-cut'
  | 'too-many-attachments'

/** A letter that came by mail, as plain values: no header of it can become anything else. */
export interface IncomingMail {
  /** Without its angle brackets; `sha256:…` of the raw mail where it has none. Written by the sender: two mails may share one. */
  messageId: string
  from: Correspondent
  to: Correspondent[]
  subject: string
  /** What the sender's clock said. When the mail arrived is another question, and not one for the mail. */
  sentAt?: Date
  /** Plain text with `\n` line ends; from the HTML where there is no other. */
  text: string
  attachments: EnclosedFile[]
  /** A machine wrote it: an absence note, a bounce, a list. Only a mark: what it asks is still to be read. */
  isAutomatic: boolean
  sizeBytes: number
  /** Of the raw mail, in hex. */
  sha256: string
  faults: MailFault[]
}

/** One header line, unfolded; the name in lower case. */
export interface HeaderLine {
  key: string
  value: string
}

// Marks that turn the direction of writing, and invisible ones: `exe.fdp` must not read as `pdf.exe`.
const invisible = /[\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** One line of plain text: no control characters, no hidden direction marks, runs of space as one, at most `most` characters. */
export function plainLine(text: string, most = 500): string {
  const line = text.replace(invisible, '').replace(/[\p{Cc}\s]+/gu, ' ')
  return [...line.trim().slice(0, most * 2)].slice(0, most).join('')
}

/** One plain file name out of whatever the sender wrote: no folders, no leading dots, the ending kept. `at` counts from 1. */
export function plainFileName(name: string | null, at: number): string {
  const last =
    plainLine(name ?? '', 1000)
      .split(/[/\\]/u)
      .at(-1) ?? ''
  const plain = last.replace(/[<>:"|?*]/gu, '_').replace(/^[.\s]+|[.\s]+$/gu, '')
  if (plain === '') return `attachment-${at}`
  const letters = [...plain]
  return letters.length <= 120 ? plain : [...letters.slice(0, 100), '…', ...letters.slice(-19)].join('')
}

/**
 * Did a machine write this? By RFC 3834 (`Auto-Submitted`), the marks of lists (RFC 2369, 2919) and of absence notes, an empty
 * `Return-Path`, a report of delivery (RFC 6522) or the sender that bounces use.
 */
export function isFromMachine(headers: readonly HeaderLine[], fromAddress: string): boolean {
  const of = (key: string) => headers.filter((line) => line.key === key).map((line) => line.value.trim())
  const some = (key: string, form: RegExp) => of(key).some((value) => form.test(value))
  return (
    some('auto-submitted', /^(?!no\s*(?:$|[;(]))./iu) ||
    some('precedence', /^(?:bulk|junk|list|auto_reply)$/iu) ||
    some('x-auto-response-suppress', /\b(?:all|oof|autoreply)\b/iu) ||
    of('return-path')[0]?.replace(/\s/gu, '') === '<>' ||
    some('content-type', /^multipart\/report\b/iu) ||
    ['list-id', 'list-unsubscribe', 'list-post', 'x-autoreply', 'x-autorespond'].some((key) => of(key).length > 0) ||
    /^mailer-daemon@/iu.test(fromAddress)
  )
}
