import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { done, refused } from '../../kernel/outcome.ts'
import { asOwner, using, type Database, type Db } from './index.ts'
import { openDatabase } from './open-database.ts'

interface Tables {
  'try.thing': { id: number; formed_on: string; days: string[]; at: Date }
}

describeWithDatabase('A database', () => {
  let database: Database

  beforeAll(async () => {
    database = await freshDatabase()
    await asOwner(database, (client) =>
      client.query(`create schema try; create table try.thing (id bigint primary key, formed_on date, days date[], at timestamptz);
        grant usage on schema try to public; grant all on try.thing to public`),
    )
  })

  const add = (db: Db, id: number) =>
    using<Tables>(db)
      .insertInto('try.thing')
      .values({ id, formed_on: '2025-10-31', days: ['2025-10-31'], at: new Date(0) })
      .execute()
  const find = (id: number) => using<Tables>(database.read).selectFrom('try.thing').selectAll().where('id', '=', id).executeTakeFirst()

  it('keeps days as text, instants as instants and numbers as numbers', async () => {
    await database.transaction((db) => add(db, 1))
    expect(await find(1)).toEqual({ id: 1, formed_on: '2025-10-31', days: ['2025-10-31'], at: new Date(0) })
  })

  it('refuses a number that would lose its last digits', async () => {
    await expect(sql`select 9007199254740993::bigint as n`.execute(using(database.read))).rejects.toThrow('9007199254740993')
    await expect(sql`select array[1, 9007199254740993]::bigint[] as n`.execute(using(database.read))).rejects.toThrow('9007199254740993')
  })

  it.each(['{}', '{7}', '{1,22,9007199254740991}', '{1,NULL,-3}', '{0,10,200}'])('keeps the numbers of a list: %s', async (list) => {
    const { rows } = await sql<{ n: unknown }>`select ${list}::bigint[] as n`.execute(using(database.read))
    expect(rows[0]?.n).toEqual(JSON.parse(list.toLowerCase().replace('{', '[').replace('}', ']')))
  })

  it('returns the refusal of an act and changes nothing', async () => {
    const outcome = await database.transaction(async (db) => {
      await add(db, 2)
      return refused('too-late')
    })
    expect(outcome).toEqual({ ok: false, refusals: ['too-late'] })
    expect(await find(2)).toBeUndefined()
  })

  it('changes nothing when an act fails, and throws its error', async () => {
    const act = database.transaction(async (db) => {
      await add(db, 3)
      throw new Error('broken')
    })
    await expect(act).rejects.toThrow('broken')
    expect(await find(3)).toBeUndefined()
  })

  it('runs an act again after a deadlock, and both acts come through', async () => {
    await database.transaction(async (db) => (await add(db, 10), await add(db, 11)))
    let runs = 0
    const touch = (first: number, second: number) =>
      database.transaction(async (db) => {
        runs++
        await using<Tables>(db).updateTable('try.thing').set({ formed_on: '2025-11-01' }).where('id', '=', first).execute()
        await sql`select pg_sleep(0.3)`.execute(using(db))
        await using<Tables>(db).updateTable('try.thing').set({ formed_on: '2025-11-01' }).where('id', '=', second).execute()
        return done(first)
      })
    expect(await Promise.all([touch(10, 11), touch(11, 10)])).toEqual([done(10), done(11)])
    expect(runs).toBe(3)
  })

  it('limits how long a statement, a lock and an idle transaction may take', async () => {
    const settings = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'jit', 'plan_cache_mode', 'TimeZone')`.execute(
      using(database.read),
    )
    expect(Object.fromEntries(settings.rows.map((row) => [row.name, row.setting]))).toEqual({
      statement_timeout: '15000',
      lock_timeout: '5000',
      idle_in_transaction_session_timeout: '30000',
      jit: 'off',
      plan_cache_mode: 'force_custom_plan',
      TimeZone: 'UTC',
    })
  })

  it('acts under a role that may not change the record', async () => {
    const role = await sql<{ name: string; may: boolean }>`select current_user as name,
      has_table_privilege('journal.entry', 'update') or has_table_privilege('journal.entry', 'delete') or has_table_privilege('journal.entry', 'truncate') as may`.execute(
      using(database.read),
    )
    expect(role.rows).toEqual([{ name: 'gongkai_app', may: false }])
  })

  it('says which engine it is', () => {
    expect(database.describe).toMatch(/^PostgreSQL \d+\.\d+ at .+gongkai_test/)
  })
})

it('says in one line what is wrong with a DATABASE_URL, and never shows its password', async () => {
  const open = (url: string) => openDatabase({ url, dataDir: '' }).catch((error: Error) => `${error.name}: ${error.message}`)
  expect(await open('postgres://me:secret@127.0.0.1:1/city')).toBe(
    'StartFault: DATABASE_URL cannot be used: no server answers there (127.0.0.1:1/city).',
  )
  expect(await open('postgres://me:secret@no-such-host.invalid/city')).toMatch(
    /^StartFault: DATABASE_URL cannot be used: its host name .+ \(no-such-host\.invalid\/city\)\.$/,
  )
  expect(await open('city')).toMatch(/^StartFault: DATABASE_URL cannot be used: write it as postgres:/)
})
