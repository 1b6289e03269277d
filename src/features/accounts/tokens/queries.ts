import type { Selectable } from 'kysely'
import { asDay, type Day } from '../../../kernel/day.ts'
import type { Scope } from '../../../kernel/policy.ts'
import { type Db, using } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { System } from './system.ts'

/** Adds a system with its first token. */
export async function insertSystem(db: Db, system: Omit<System, 'id'>): Promise<System> {
  const row = await using<Tables>(db).insertInto('accounts.system').values(asRow(system)).returningAll().executeTakeFirstOrThrow()
  return asSystem(row)
}

/** Saves what can change of a system: never its unit. */
export async function saveSystem(db: Db, system: System): Promise<void> {
  await using<Tables>(db).updateTable('accounts.system').set(asRow(system)).where('id', '=', system.id).execute()
}

export async function lockSystem(db: Db, id: number): Promise<System | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.system').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asSystem(row)
}

export async function findSystem(db: Db, id: number): Promise<System | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.system').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asSystem(row)
}

/** The system whose token begins like this. */
export async function findSystemByPrefix(db: Db, prefix: string): Promise<System | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.system').selectAll().where('prefix', '=', prefix).executeTakeFirst()
  return row && asSystem(row)
}

/** Every system there ever was, the newest first. */
export async function listSystems(db: Db): Promise<System[]> {
  const rows = await using<Tables>(db).selectFrom('accounts.system').selectAll().orderBy('id', 'desc').execute()
  return rows.map(asSystem)
}

/** Notes the day of a use, once a day. */
export async function saveSystemUse(db: Db, id: number, on: Day): Promise<void> {
  await using<Tables>(db)
    .updateTable('accounts.system')
    .set({ last_used_on: on })
    .where('id', '=', id)
    .where((one) => one.or([one('last_used_on', 'is', null), one('last_used_on', '<', on)]))
    .execute()
}

function asRow(system: Omit<System, 'id'>) {
  return {
    name: system.name,
    unit_id: system.unitId,
    responsible_id: system.responsibleId,
    scopes: system.scopes,
    prefix: system.prefix,
    secret_hash: system.secretHash,
    issued_at: system.issuedAt,
    issued_by: system.issuedById,
    expires_on: system.expiresOn,
    revoked_at: system.revokedAt ?? null,
    last_used_on: system.lastUsedOn ?? null,
  }
}

function asSystem(row: Selectable<Tables['accounts.system']>): System {
  return {
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    responsibleId: row.responsible_id,
    scopes: row.scopes as Scope[],
    prefix: row.prefix,
    secretHash: row.secret_hash,
    issuedAt: row.issued_at,
    issuedById: row.issued_by,
    expiresOn: asDay(row.expires_on),
    revokedAt: row.revoked_at ?? undefined,
    lastUsedOn: row.last_used_on === null ? undefined : asDay(row.last_used_on),
  }
}
