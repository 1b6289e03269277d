import { type Selectable, sql } from 'kysely'
import { type Db, using } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Brake } from './brake.ts'
import type { Session } from './session.ts'

export async function findSession(db: Db, tokenHash: string): Promise<Session | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && asSession(row)
}

export async function lockSession(db: Db, id: number): Promise<Session | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.session').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asSession(row)
}

/** Sessions of a person that nobody has ended, the last used first. Whether they still count is for the noun to say. */
export async function listOpenSessions(db: Db, personId: number): Promise<Session[]> {
  const rows = await using<Tables>(db)
    .selectFrom('accounts.session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(asSession)
}

export async function insertSession(db: Db, session: Omit<Session, 'id'> & { tokenHash: string }): Promise<Session> {
  const row = await using<Tables>(db)
    .insertInto('accounts.session')
    .values({
      token_hash: session.tokenHash,
      form_token: session.formToken,
      person_id: session.personId,
      started_at: session.startedAt,
      seen_at: session.seenAt,
      fresh_at: session.freshAt,
      agent: session.agent,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asSession(row)
}

/** Writes down the last use, or that the password was given. Never touches a session that has ended: nothing revives one. */
export async function saveSessionUse(db: Db, id: number, use: { seenAt?: Date; freshAt?: Date }): Promise<void> {
  await using<Tables>(db)
    .updateTable('accounts.session')
    .set({ ...(use.seenAt && { seen_at: use.seenAt }), ...(use.freshAt && { fresh_at: use.freshAt }) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends sessions of a person: one, or all, or all but one. Answers how many. */
export async function saveSessionsEnded(
  db: Db,
  personId: number,
  at: Date,
  which: { only?: number; except?: number } = {},
): Promise<number> {
  let query = using<Tables>(db)
    .updateTable('accounts.session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
  if (which.only !== undefined) query = query.where('id', '=', which.only)
  if (which.except !== undefined) query = query.where('id', '<>', which.except)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

export async function insertHalfSession(db: Db, half: { tokenHash: string; personId: number; startedAt: Date }): Promise<void> {
  await using<Tables>(db)
    .insertInto('accounts.half_session')
    .values({ token_hash: half.tokenHash, person_id: half.personId, started_at: half.startedAt })
    .execute()
}

export async function findHalfSession(db: Db, tokenHash: string): Promise<{ personId: number; startedAt: Date } | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.half_session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && { personId: row.person_id, startedAt: row.started_at }
}

/** Uses up a half session; false when somebody was quicker. */
export async function removeHalfSession(db: Db, tokenHash: string): Promise<boolean> {
  const gone = await using<Tables>(db).deleteFrom('accounts.half_session').where('token_hash', '=', tokenHash).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Removes the half sessions of a person: none of them may be completed any more. */
export async function removeHalfSessionsOf(db: Db, personId: number): Promise<void> {
  await using<Tables>(db).deleteFrom('accounts.half_session').where('person_id', '=', personId).execute()
}

/** Did this person sign in on this device since a moment? */
export async function isKnownDevice(db: Db, tokenHash: string, personId: number, since: Date): Promise<boolean> {
  const row = await using<Tables>(db)
    .selectFrom('accounts.device')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('seen_at', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

/** Did anybody ever sign in on this device? */
export async function isDevice(db: Db, tokenHash: string): Promise<boolean> {
  const row = await using<Tables>(db)
    .selectFrom('accounts.device')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveDevice(db: Db, tokenHash: string, personId: number, seenAt: Date): Promise<void> {
  await using<Tables>(db)
    .insertInto('accounts.device')
    .values({ token_hash: tokenHash, person_id: personId, seen_at: seenAt })
    .onConflict((conflict) => conflict.columns(['token_hash', 'person_id']).doUpdateSet({ seen_at: seenAt }))
    .execute()
}

/** Forgets the devices of a person: whoever holds one of their cookies is a stranger again. */
export async function removeDevices(db: Db, personId: number): Promise<void> {
  await using<Tables>(db).deleteFrom('accounts.device').where('person_id', '=', personId).execute()
}

/** Locks the brakes of these names, which are made where they are missing. Always in one order, so that two tries never wait for each other. */
export async function lockBrakes(db: Db, names: readonly string[], now: Date): Promise<Map<string, Brake>> {
  const sorted = [...names].sort()
  await using<Tables>(db)
    .insertInto('accounts.brake')
    .values(sorted.map((name) => ({ name, failures: 0, failed_at: now })))
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const rows = await using<Tables>(db)
    .selectFrom('accounts.brake')
    .selectAll()
    .where('name', 'in', sorted)
    .orderBy('name')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.name, { failures: row.failures, failedAt: row.failed_at }]))
}

export async function saveBrake(db: Db, name: string, brake: Brake): Promise<void> {
  await using<Tables>(db)
    .updateTable('accounts.brake')
    .set({ failures: brake.failures, failed_at: brake.failedAt })
    .where('name', '=', name)
    .execute()
}

/** Takes one booked failure back. */
export async function forgiveBrake(db: Db, name: string): Promise<void> {
  await using<Tables>(db)
    .updateTable('accounts.brake')
    .set({ failures: sql<number>`greatest(failures - 1, 0)` })
    .where('name', '=', name)
    .execute()
}

/** Removes what no longer decides anything. Answers how many rows. */
export async function removeStale(db: Db, before: { brakes: Date; halves: Date; sessions: Date; devices: Date }): Promise<number> {
  const tables = using<Tables>(db)
  const gone = [
    await tables.deleteFrom('accounts.brake').where('failed_at', '<', before.brakes).executeTakeFirst(),
    await tables.deleteFrom('accounts.half_session').where('started_at', '<', before.halves).executeTakeFirst(),
    await tables.deleteFrom('accounts.session').where('started_at', '<', before.sessions).executeTakeFirst(),
    await tables.deleteFrom('accounts.device').where('seen_at', '<', before.devices).executeTakeFirst(),
  ]
  return gone.reduce((sum, one) => sum + Number(one.numDeletedRows), 0)
}

function asSession(row: Selectable<Tables['accounts.session']>): Session {
  return {
    id: row.id,
    personId: row.person_id,
    formToken: row.form_token,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    freshAt: row.fresh_at,
    endedAt: row.ended_at ?? undefined,
    agent: row.agent,
  }
}
