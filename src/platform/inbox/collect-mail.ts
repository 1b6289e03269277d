import type { InboxAddress } from './address.ts'
import { MailboxFault } from './fault.ts'
import { openMailbox, type Mailbox } from './open-mailbox.ts'
import type { WireOptions } from './open-wire.ts'

/** How far a mailbox has been read: every mail of this numbering up to `lastUid` is kept. */
export interface Position {
  uidValidity: number
  lastUid: number
}

export interface Keeping {
  /** Where the last run ended; unset: begins at the first mail. */
  since?: Position
  /**
   * Stores a mail; resolves when it is safe. Must take the same mail twice: after a failure, after a cut, or when the mailbox was numbered
   * anew, mails come again. Of a mail above `maxBytes` only the beginning is handed over: then `isWhole` is false. `arrivedAt`: when the mail
   * server received it, where it says so.
   */
  keep: (raw: Buffer, uid: number, about: { sizeBytes: number; isWhole: boolean; arrivedAt?: Date }) => Promise<void>
  /** 30 MB where nothing else is said. */
  maxBytes?: number
  /** Half a minute of silence, half an hour altogether. */
  wire?: Partial<WireOptions>
}

export interface Collected {
  position: Position
  kept: number
  /** Mails that come again at the next run (`fetch`, `keep`), and kept ones that stay unmarked (`mark`). */
  failures: { uid: number; step: 'fetch' | 'keep' | 'mark'; error: unknown }[]
  /** Why the run ended before its last mail. What was kept before counts. */
  fault?: MailboxFault
}

const headBytes = 64 * 1024

/**
 * Fetches what is new in a mailbox, oldest first, and hands each mail to `keep`; then it is marked as read, or moved where the address
 * says so. Answers with the new position, which never passes a mail that is not kept: such a mail comes again, and those behind it are
 * tried all the same, so that one bad mail holds up no other. One mail is in memory at a time. Throws MailboxFault where the mailbox
 * cannot be opened: then nothing has changed.
 */
export async function collectMail(box: InboxAddress, { since, keep, maxBytes = 30_000_000, wire }: Keeping): Promise<Collected> {
  const mailbox = await openMailbox(box, { idleMs: 30_000, totalMs: 30 * 60_000, ...wire })
  const { uidValidity } = mailbox
  // Numbered anew, the old numbers say nothing any more: everything is looked at again.
  const start = since?.uidValidity === uidValidity ? since.lastUid : 0
  const collected: Collected = { position: { uidValidity, lastUid: start }, kept: 0, failures: [] }
  try {
    for (const uid of await mailbox.uidsAfter(start)) await collectOne(mailbox, uid, { box, keep, maxBytes }, collected)
  } catch (error) {
    if (!(error instanceof MailboxFault)) throw error
    collected.fault = error
  } finally {
    await mailbox.close()
  }
  return collected
}

interface Manner {
  box: InboxAddress
  keep: Keeping['keep']
  maxBytes: number
}

async function collectOne(mailbox: Mailbox, uid: number, { box, keep, maxBytes }: Manner, collected: Collected): Promise<void> {
  const mail = await orFailure(collected, uid, 'fetch', () => fetchMail(mailbox, uid, maxBytes))
  if (mail === undefined) return
  const isKept = await orFailure(collected, uid, 'keep', async () => {
    await keep(mail.raw, uid, mail.about)
    return true
  })
  if (isKept === undefined) return
  collected.kept += 1
  if (!collected.failures.some(({ step }) => step !== 'mark')) collected.position.lastUid = uid
  await orFailure(collected, uid, 'mark', () => (box.moveTo === undefined ? mailbox.markRead(uid) : mailbox.move(uid, box.moveTo)))
}

/** Runs one step. Its failure is noted; that of the connection is thrown, since nothing more can follow. */
async function orFailure<T>(
  collected: Collected,
  uid: number,
  step: 'fetch' | 'keep' | 'mark',
  run: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    const isOfConnection = step !== 'keep' && error instanceof MailboxFault && error.kind !== 'refused'
    if (isOfConnection) throw error
    collected.failures.push({ uid, step, error })
    return undefined
  }
}

/** The size is asked first, and never more is asked for than may come: what servers say of sizes is not always true. */
async function fetchMail(mailbox: Mailbox, uid: number, maxBytes: number) {
  const { sizeBytes: size, arrivedAt } = await mailbox.measure(uid)
  const raw = await mailbox.fetchStart(uid, size > maxBytes ? headBytes : maxBytes + 1)
  const isWhole = size <= maxBytes && raw.length <= maxBytes
  return {
    raw: isWhole ? raw : raw.subarray(0, headBytes),
    about: { sizeBytes: isWhole ? raw.length : Math.max(size, raw.length), isWhole, ...(arrivedAt && { arrivedAt }) },
  }
}
