import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { MailboxState } from './mailbox.ts'

/** The mailbox of a unit, under seal, and how far it was read. */
export interface StoredMailbox {
  unitId: number
  sealed: Buffer
  state: MailboxState
}

/** Every mailbox there is after a unit's, in order of the units. */
export async function listMailboxes(db: Db, after = 0, limit = 1_000): Promise<StoredMailbox[]> {
  const rows = await using<Tables>(db)
    .selectFrom('applications.counter')
    .select(['unit_id', 'mailbox', 'mailbox_at'])
    .where('mailbox', 'is not', null)
    .where('unit_id', '>', after)
    .orderBy('unit_id')
    .limit(limit)
    .execute()
  return rows.flatMap((row) =>
    row.mailbox === null ? [] : [{ unitId: row.unit_id, sealed: row.mailbox, state: row.mailbox_at as MailboxState }],
  )
}

/** What is known of the mailboxes of all counters, by unit; nothing of those that never had one. */
export async function listMailboxStates(db: Db): Promise<Map<number, MailboxState>> {
  const rows = await using<Tables>(db).selectFrom('applications.counter').select(['unit_id', 'mailbox_at']).orderBy('unit_id').execute()
  const states = rows.map((row) => [row.unit_id, row.mailbox_at as MailboxState] as const)
  return new Map(states.filter(([, state]) => state.hash !== undefined))
}

/** What is known of a unit's mailbox, held until the transaction ends; undefined where the unit has no counter. */
export async function lockMailboxState(db: Db, unitId: number): Promise<MailboxState | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.counter')
    .select('mailbox_at')
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  return row && (row.mailbox_at as MailboxState)
}

/** Gives a counter a mailbox, or takes it away. */
export async function saveMailbox(db: Db, unitId: number, sealed: Buffer | null, state: MailboxState): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.counter')
    .set({ mailbox: sealed, mailbox_at: JSON.stringify(state) })
    .where('unit_id', '=', unitId)
    .execute()
}

/** Notes how far a mailbox was read, and leaves its seal as it is. */
export async function saveMailboxState(db: Db, unitId: number, state: MailboxState): Promise<void> {
  await using<Tables>(db)
    .updateTable('applications.counter')
    .set({ mailbox_at: JSON.stringify(state) })
    .where('unit_id', '=', unitId)
    .execute()
}

/** Puts a newly wrapped seal in the place of the old one, unless the mailbox was changed meanwhile. */
export async function saveRewrappedMailbox(db: Db, unitId: number, was: Buffer, sealed: Buffer): Promise<boolean> {
  const result = await using<Tables>(db)
    .updateTable('applications.counter')
    .set({ mailbox: sealed })
    .where('unit_id', '=', unitId)
    .where('mailbox', '=', was)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
