import { createHash } from 'node:crypto'
import PostalMime, { addressParser, type Address, type Attachment, type Email } from 'postal-mime'
import { isMailAddress } from '../mail/mail.ts'
import { readHtml } from '../text/read-html.ts'
import {
  isFromMachine,
  plainFileName,
  plainLine,
  type Correspondent,
  type EnclosedFile,
  type IncomingMail,
  type MailFault,
} from './incoming.ts'
import { mendCharset } from './mend-charset.ts'

export interface MailLimits {
  /** A larger mail is read as far as its head goes. */
  maxBytes: number
  maxAttachments: number
  /** Characters of text, and of HTML that is made into text. */
  maxText: number
  /** The bytes of the whole mail, where `raw` is only its beginning. */
  wholeBytes?: number
}

const usual: MailLimits = { maxBytes: 30_000_000, maxAttachments: 50, maxText: 500_000 }

// A head is read to this size; what stands behind it is no head any more.
const headBytes = 64 * 1024

/**
 * Reads a raw mail. Never throws and never refuses: what cannot be read is named in `faults`, and the raw bytes are what counts. Takes
 * whatever is sent as hostile: every name, subject and address is one line without control characters, sizes and counts are limited, and
 * no attachment is opened. What came in a `winmail.dat` (TNEF) stays in it.
 */
export async function parseMail(raw: Uint8Array, limits: Partial<MailLimits> = {}): Promise<IncomingMail> {
  const { wholeBytes, ...most } = { ...usual, ...limits }
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sizeBytes = wholeBytes ?? bytes.length
  const faults = new Set<MailFault>(bytes.length === 0 ? ['empty'] : [])
  const isTooLarge = sizeBytes > most.maxBytes || sizeBytes > bytes.length
  if (isTooLarge) faults.add('too-large')
  const isEndless = !isTooLarge && hasTooManyParts(bytes)
  const mended = mendCharset(isTooLarge || isEndless ? headOf(bytes) : bytes)
  if (mended.isGuessed) faults.add('guessed-charset')
  const email = isEndless ? await takeRaw(bytes, most.maxText, faults) : await readOrTakeRaw(mended.raw, most.maxText, faults)
  const from = senderOf(email, faults)
  return {
    messageId: messageIdOf(email, sha256, faults),
    from,
    to: [...(email.to ?? []), ...(email.cc ?? [])].flatMap((one) => correspondents(one)).slice(0, 100),
    subject: plainLine(email.subject ?? ''),
    sentAt: sentAt(email, faults),
    text: textOf(email, most.maxText, faults),
    attachments: enclosed(email.attachments, most.maxAttachments, faults),
    isAutomatic: isFromMachine(email.headers, from.address),
    sizeBytes,
    sha256,
    faults: [...faults],
  }
}

function headOf(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, headBytes)
  const end = /\r?\n\r?\n/u.exec(start.toString('latin1'))
  return start.subarray(0, end ? end.index + end[0].length : start.length)
}

// Each part costs the library more than its bytes: a mail of nothing but parts would keep everybody waiting for minutes.
const mostParts = 2_000

function hasTooManyParts(bytes: Buffer): boolean {
  let parts = 0
  for (let at = bytes.indexOf('\n--'); at >= 0 && parts <= mostParts; at = bytes.indexOf('\n--', at + 1)) parts += 1
  return parts > mostParts
}

async function readOrTakeRaw(raw: Buffer, maxText: number, faults: Set<MailFault>): Promise<Email> {
  try {
    // Mails within mails are kept once more at every level: three are enough for a letter that was passed on.
    return await PostalMime.parse(raw, { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 3 })
  } catch {
    return takeRaw(raw, maxText, faults)
  }
}

/** Where the library gives up (a header of megabytes, parts in parts without end) a mail is its own text. */
async function takeRaw(raw: Buffer, maxText: number, faults: Set<MailFault>): Promise<Email> {
  faults.add('unreadable')
  const head = await PostalMime.parse(headOf(raw), { maxHeadersSize: headBytes * 2 }).catch(() => undefined)
  const nothing: Email = { headers: [], headerLines: [], attachments: [] }
  return { ...(head ?? nothing), html: undefined, text: raw.subarray(0, maxText).toString(), attachments: [] }
}

function correspondents(one: Address): Correspondent[] {
  const boxes = one.group ?? [one]
  return boxes.map(({ name, address }) => ({ name: plainLine(name, 200), address: plainLine(address ?? '', 320) }))
}

/** The first of `From`. Anybody can write anything there: it says who wants to be answered, and proves nothing. */
function senderOf(email: Email, faults: Set<MailFault>): Correspondent {
  const named = email.headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value, { flatten: true }))
  const [from, ...others] = [...named, ...(named.length === 0 && email.sender ? [email.sender] : [])].flatMap((one) => correspondents(one))
  if (others.length > 0) faults.add('several-senders')
  if (from === undefined || from.address === '') faults.add('no-sender')
  else if (!isMailAddress(from.address)) faults.add('unusable-sender')
  return from ?? { name: '', address: '' }
}

function messageIdOf(email: Email, sha256: string, faults: Set<MailFault>): string {
  const id = plainLine(email.messageId ?? '', 300).replace(/^<|>$/gu, '')
  if (id !== '') return id
  faults.add('no-message-id')
  return `sha256:${sha256}`
}

function sentAt(email: Email, faults: Set<MailFault>): Date | undefined {
  const at = new Date(email.date ?? '')
  const year = at.getUTCFullYear()
  if (year >= 1990 && year < 2100) return at
  faults.add('bad-date')
  return undefined
}

function textOf(email: Email, most: number, faults: Set<MailFault>): string {
  const plain = email.text ?? ''
  const html = plain.trim() === '' ? (email.html ?? '') : ''
  if (html.length > most) faults.add('text-cut')
  const read =
    html === ''
      ? plain
      : readHtml(html.slice(0, most))
          .blocks.map((block) => block.plain)
          .join('\n\n')
  if (read.includes('\ufffd')) faults.add('damaged-text')
  if (read.length > most) faults.add('text-cut')
  // Whatever else is a control character would be refused by the database (zero bytes) or rule a terminal.
  const text = read.slice(0, most).replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim()
}

function enclosed(attachments: readonly Attachment[], most: number, faults: Set<MailFault>): EnclosedFile[] {
  if (attachments.length > most) faults.add('too-many-attachments')
  return attachments.slice(0, most).map(({ filename, mimeType, content }, at) => ({
    name: plainFileName(filename, at + 1),
    mediaType: /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/u.test(mimeType) ? mimeType.toLowerCase() : 'application/octet-stream',
    bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
  }))
}
