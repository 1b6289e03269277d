import { done } from '../../../kernel/outcome.ts'
import { collectMail, MailboxFault, readInboxAddress, type InboxAddress } from '../../../platform/inbox/index.ts'
import { unseal } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { keepMail, mostMailBytes } from './keep-mail.ts'
import { aboutMailbox, type MailboxState } from './mailbox.ts'
import { listMailboxes, lockMailboxState, saveMailboxState, type StoredMailbox } from './queries-mailboxes.ts'

type Run = Pick<MailboxState, 'position' | 'failures' | 'fault'>

/**
 * Fetches what is new in the mailbox of every unit that has one; a job. What goes wrong with one mailbox is noted with it, for the office
 * to see, and stops no other. Harmless when it runs twice.
 */
export async function collectMailboxes(site: Site): Promise<void> {
  for (const mailbox of await listMailboxes(site.database.read)) await noteRun(site, mailbox, await collectOne(site, mailbox))
}

async function collectOne(site: Site, { unitId, sealed, state }: StoredMailbox): Promise<Run> {
  try {
    const { position, failures, fault } = await collectMail(addressIn(site, unitId, sealed), {
      ...{ since: state.position, maxBytes: mostMailBytes },
      keep: async (raw, _, { sizeBytes, arrivedAt }) => {
        await keepMail(site, unitId, { raw, sizeBytes, arrivedAt: notAhead(arrivedAt, site.now()) })
      },
    })
    for (const { uid, step, error } of failures) tell(site, unitId, { uid, step, error: String(error) })
    // Mails that stay unmarked are kept all the same.
    const again = failures.filter(({ step }) => step !== 'mark').length
    return { position, ...(again > 0 && { failures: again }), ...(fault && { fault: fault.kind }) }
  } catch (fault) {
    tell(site, unitId, { fault: String(fault) })
    return { ...(state.position && { position: state.position }), fault: fault instanceof MailboxFault ? fault.kind : 'broken' }
  }
}

function addressIn(site: Site, unitId: number, sealed: Buffer): InboxAddress {
  const read = readInboxAddress(String(unseal(site.keys, sealed, aboutMailbox(unitId))))
  if (!read.ok) throw new Error(`The address of a mailbox cannot be read: ${read.refusals.join()}`)
  return read.value
}

/** When the mail server received it; now, where it does not say or its clock is ahead. */
function notAhead(arrivedAt: Date | undefined, now: Date): Date {
  return arrivedAt !== undefined && arrivedAt < now ? arrivedAt : now
}

function tell(site: Site, unitId: number, more: Record<string, unknown>): void {
  site.log({ level: 'warn', what: 'mailbox', unit: unitId, ...more })
}

/** A mailbox that was changed meanwhile begins anew: what this run says is of the old one. */
async function noteRun(site: Site, { unitId, state }: StoredMailbox, run: Run): Promise<void> {
  await site.database.transaction(async (db) => {
    const now = await lockMailboxState(db, unitId)
    if (now?.hash !== state.hash) return done(undefined)
    const { hash, shown } = state
    await saveMailboxState(db, unitId, { hash, shown, ...run, collectedAt: site.now().toISOString() })
    return done(undefined)
  })
}
