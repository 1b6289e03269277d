import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { type Db, using } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Person } from './person.ts'

type Row = Selectable<Tables['accounts.person']>

export async function findPerson(db: Db, id: number): Promise<Person | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.person').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asPerson(row)
}

export async function findPersonByLogin(db: Db, login: string): Promise<Person | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.person').selectAll().where('login', '=', login).executeTakeFirst()
  return row && asPerson(row)
}

/** Locks a person for the rest of the transaction. */
export async function lockPerson(db: Db, id: number): Promise<Person | undefined> {
  const row = await using<Tables>(db).selectFrom('accounts.person').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asPerson(row)
}

/** Lets one transaction at a time add people, so that a login is taken once and there is one first operator. Until its end. */
export async function lockPeople(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('accounts.person', 0))`.execute(using<Tables>(db))
}

export async function listPeople(db: Db, ids?: readonly number[]): Promise<Person[]> {
  if (ids?.length === 0) return []
  let query = using<Tables>(db).selectFrom('accounts.person').selectAll().orderBy('id')
  if (ids !== undefined) query = query.where('id', 'in', ids)
  return (await query.execute()).map(asPerson)
}

/** People whose login or name holds the words, by login, after the login `after`; one more than `limit` tells that there are more. */
export async function searchPeople(db: Db, words: string, after: string, limit: number): Promise<Person[]> {
  const like = `%${words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await using<Tables>(db)
    .selectFrom('accounts.person')
    .selectAll()
    .where('login', '>', after)
    .where((one) => one.or([one('login', 'ilike', like), one('name_zh', 'ilike', like), one('name_en', 'ilike', like)]))
    .orderBy('login')
    .limit(limit + 1)
    .execute()
  return rows.map(asPerson)
}

/** The people of the demonstration who may sign in. */
export async function listDemoPeople(db: Db): Promise<Person[]> {
  const rows = await using<Tables>(db)
    .selectFrom('accounts.person')
    .selectAll()
    .where('is_demo', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(asPerson)
}

/** Is this a demonstration, whose passwords everybody knows? */
export async function hasDemoPeople(db: Db): Promise<boolean> {
  const row = await using<Tables>(db).selectFrom('accounts.person').select('id').where('is_demo', '=', true).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function insertPerson(db: Db, person: Omit<Person, 'id'>): Promise<Person> {
  const row = await using<Tables>(db).insertInto('accounts.person').values(asRow(person)).returningAll().executeTakeFirstOrThrow()
  return asPerson(row)
}

export async function savePerson(db: Db, person: Person): Promise<void> {
  await using<Tables>(db).updateTable('accounts.person').set(asRow(person)).where('id', '=', person.id).execute()
}

function asPerson(row: Row): Person {
  return {
    id: row.id,
    login: row.login,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    email: row.email,
    passwordHash: row.password_hash,
    passwordAt: row.password_at,
    hasTemporaryPassword: row.password_is_temporary,
    totpSecret: row.totp_secret ?? undefined,
    totpPending: row.totp_pending ?? undefined,
    totpCounter: row.totp_counter,
    createdAt: row.created_at,
    disabledAt: row.disabled_at ?? undefined,
    isDemo: row.is_demo,
  }
}

function asRow(person: Omit<Person, 'id'>): Insertable<Tables['accounts.person']> {
  return {
    login: person.login,
    name_zh: person.nameZh,
    name_en: person.nameEn,
    email: person.email,
    password_hash: person.passwordHash,
    password_at: person.passwordAt,
    password_is_temporary: person.hasTemporaryPassword,
    totp_secret: person.totpSecret ?? null,
    totp_pending: person.totpPending ?? null,
    totp_counter: person.totpCounter,
    created_at: person.createdAt,
    disabled_at: person.disabledAt ?? null,
    is_demo: person.isDemo,
  }
}
