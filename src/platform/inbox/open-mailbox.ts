import { isLoopback, type InboxAddress } from './address.ts'
import { beginTalk, type Question, type Talk } from './begin-talk.ts'
import { MailboxFault, type MailboxFaultKind } from './fault.ts'
import { plainLine } from './incoming.ts'
import { folderName } from './name.ts'
import { openWire, type Wire, type WireOptions } from './open-wire.ts'
import { numberOf, type Response, type Value } from './response.ts'
import { signIn } from './sign-in.ts'

/** A folder of a mailbox, signed in and open. All of these throw MailboxFault. */
export interface Mailbox {
  /** While it stays the same, a number names the same mail for ever. */
  uidValidity: number
  /** The numbers above this one, rising. */
  uidsAfter: (uid: number) => Promise<number[]>
  /** Its bytes, as the server says; some round. And when the server received it, where it says so. */
  measure: (uid: number) => Promise<{ sizeBytes: number; arrivedAt?: Date }>
  /** The first bytes of a mail, which stays unread. */
  fetchStart: (uid: number, bytes: number) => Promise<Buffer>
  markRead: (uid: number) => Promise<void>
  move: (uid: number, folder: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens a mailbox by IMAP4rev1 (RFC 3501). Only what collecting needs is spoken; `docs/decisions/0017-mailboxes.md` says why it is spoken
 * here and not by a library. The password is never sent in the clear except to this machine itself. Throws MailboxFault.
 */
export async function openMailbox(address: InboxAddress, options: WireOptions): Promise<Mailbox> {
  const first = await openWire(address, options)
  try {
    const { wire, talk } = await protectedTalk(first, address)
    await signIn(talk, await capabilitiesOf(talk), address)
    const able = await capabilitiesOf(talk)
    // Some large Chinese providers let nobody open a folder who has not said what program he is (RFC 2971).
    if (able.has('ID')) await talk.ask('ID ("name" "Gongkai")')
    if (address.moveTo !== undefined && !able.has('MOVE')) throw new MailboxFault('no-move', 'The mail server cannot move mails')
    return await folderOver(wire, talk, address.folder)
  } catch (error) {
    first.end()
    throw error
  }
}

async function protectedTalk(first: Wire, { host }: InboxAddress): Promise<{ wire: Wire; talk: Talk }> {
  const talk = beginTalk(first)
  const greeting = await talk.greeting()
  // PREAUTH would be a mailbox that nobody named, and a way around TLS.
  if (greeting.status !== 'OK') throw new MailboxFault('greeting', `The mail server sent us away: ${plainLine(greeting.text, 200)}`)
  if (first.isTls) return { wire: first, talk }
  const able = await capabilitiesOf(talk)
  if (isLoopback(host) && !able.has('LOGINDISABLED')) return { wire: first, talk }
  if (!able.has('STARTTLS')) throw new MailboxFault('no-tls', 'The mail server offers no TLS, and the password is not sent without')
  await mustAsk(talk, 'STARTTLS', 'no-tls')
  const wire = await first.secure()
  return { wire, talk: beginTalk(wire) }
}

/** Asked anew after TLS and after signing in: what was said before counts for nothing, and servers say more then. */
async function capabilitiesOf(talk: Talk): Promise<Set<string>> {
  const able = new Set<string>()
  await mustAsk(talk, 'CAPABILITY', 'protocol', {
    on: (response) => response.kind === 'capability' && response.words.forEach((word) => able.add(word)),
  })
  return able
}

async function mustAsk(talk: Talk, command: string, kind: MailboxFaultKind, question: Question = {}): Promise<void> {
  const answer = await talk.ask(command, question)
  if (answer.status === 'OK') return
  throw new MailboxFault(kind, `The mail server refused ${command.split(' ').slice(0, 2).join(' ')}: ${plainLine(answer.text, 200)}`)
}

async function folderOver(wire: Wire, talk: Talk, folder: string): Promise<Mailbox> {
  let uidValidity: number | undefined
  await mustAsk(talk, `SELECT ${folderName(folder)}`, 'folder', {
    on: (response) => (uidValidity = validityIn(response) ?? uidValidity),
  })
  if (uidValidity === undefined) throw new MailboxFault('protocol', 'The mail server does not number its mails')
  return {
    uidValidity,
    uidsAfter: (uid) => uidsAfter(talk, uid),
    measure: async (uid) => measured(await fetchItems(talk, uid, 'RFC822.SIZE INTERNALDATE', 'RFC822.SIZE')),
    fetchStart: async (uid, bytes) => bytesOf((await fetchItems(talk, uid, `BODY.PEEK[]<0.${bytes}>`, 'BODY[]', bytes)).get('BODY[]')),
    markRead: (uid) => mustAsk(talk, `UID STORE ${uid} +FLAGS.SILENT (\\Seen)`, 'refused'),
    move: (uid, target) => mustAsk(talk, `UID MOVE ${uid} ${folderName(target)}`, 'refused'),
    close: async () => {
      await talk.ask('LOGOUT').catch(() => undefined)
      wire.end()
    },
  }
}

function validityIn(response: Response): number | undefined {
  const [, number] = (response.kind === 'status' && /^UIDVALIDITY (\d{1,10})$/iu.exec(response.code)) || []
  return number === undefined ? undefined : numberOf(number)
}

async function uidsAfter(talk: Talk, uid: number): Promise<number[]> {
  const found = new Set<number>()
  const on = (response: Response) => response.kind === 'search' && response.uids.forEach((one) => found.add(one))
  await mustAsk(talk, `UID SEARCH UID ${Math.min(uid + 1, 0xffffffff)}:*`, 'refused', { on })
  // `5:*` names the last mail even where all are older than 5.
  return [...found].filter((one) => one > uid).sort((a, b) => a - b)
}

/** What the server says of one mail; `name` is what must be there. */
async function fetchItems(talk: Talk, uid: number, what: string, name: string, bytes = 0): Promise<Map<string, Value>> {
  const found = new Map<string, Value>()
  const on = (response: Response) => {
    // The server may tell of other mails in between.
    if (response.kind !== 'fetch' || response.items.get('UID') !== String(uid)) return
    for (const [key, value] of response.items) found.set(key, value)
  }
  await mustAsk(talk, `UID FETCH ${uid} (UID ${what})`, 'refused', { on, mostBytes: bytes })
  // A mail that was removed meanwhile is not found again by the next search either.
  if (!found.has(name)) throw new MailboxFault('refused', 'The mail server has a number but no mail')
  return found
}

function bytesOf(value: Value | undefined): Buffer {
  if (value === undefined || Array.isArray(value)) throw new MailboxFault('protocol', 'The mail server sent a list instead of a mail')
  return typeof value === 'string' ? Buffer.from(value, 'latin1') : value
}

function measured(items: Map<string, Value>): { sizeBytes: number; arrivedAt?: Date } {
  const sizeBytes = numberOf(bytesOf(items.get('RFC822.SIZE')).toString())
  // `17-Jul-1996 02:44:25 -0700`, the day with a space before it where it has one figure.
  const said = items.get('INTERNALDATE')
  const arrivedAt = new Date(typeof said === 'string' ? said.trim().replaceAll(/-(?=\D|\d{4} )/gu, ' ') : '')
  return { sizeBytes, ...(Number.isNaN(arrivedAt.getTime()) ? {} : { arrivedAt }) }
}
