import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { asOwner, migrate, pendingMigrations, using, type Database } from './index.ts'

describeWithDatabase('Migrations', () => {
  let database: Database
  let folder: string

  beforeEach(async () => {
    database = await freshDatabase()
    await asOwner(database, (client) => client.query('drop schema platform cascade')) // as if nothing had ever run
    folder = mkdtempSync(join(tmpdir(), 'gongkai-migrations-'))
    write('0001_one.sql', 'create table one (n int);')
    write('0002_two.sql', 'create table two (n int);')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const count = (table: string) => asOwner(database, async (client) => (await client.query(`select from ${table}`)).rowCount)

  it('run once, in order', async () => {
    expect(await pendingMigrations(database, folder)).toEqual(['0001_one.sql', '0002_two.sql'])
    expect(await migrate(database, folder)).toEqual(['0001_one.sql', '0002_two.sql'])
    expect(await migrate(database, folder)).toEqual([])
    write('0003_three.sql', 'insert into one values (1)')
    expect(await migrate(database, folder)).toEqual(['0003_three.sql'])
    expect(await count('one')).toBe(1)
  })

  it('run once when two programs start together', async () => {
    const both = await Promise.all([migrate(database, folder), migrate(database, folder)])
    expect(both.flat()).toEqual(['0001_one.sql', '0002_two.sql'])
  })

  it('stop at a faulty file, name its line, and leave nothing of it', async () => {
    write('0003_three.sql', 'insert into one values (1);\n\nselect nonsense;')
    await expect(migrate(database, folder)).rejects.toThrow(
      'The migration 0003_three.sql failed at line 3: column "nonsense" does not exist',
    )
    expect(await count('one')).toBe(0)
    write('0003_three.sql', 'insert into one values (1);')
    expect(await migrate(database, folder)).toEqual(['0003_three.sql'])
  })

  it('refuse a file that was changed after it had run', async () => {
    await migrate(database, folder)
    write('0001_one.sql', 'create table one (n bigint);')
    await expect(migrate(database, folder)).rejects.toThrow('migrations/0001_one.sql was changed after it had run')
  })

  it('take other line ends for the same file', async () => {
    write('0001_one.sql', 'create table one\n(n int);\n')
    await migrate(database, folder)
    write('0001_one.sql', 'create table one\r\n(n int);\r\n')
    expect(await migrate(database, folder)).toEqual([])
  })

  it('refuse a database that is newer than the program', async () => {
    await migrate(database, folder)
    rmSync(join(folder, '0002_two.sql'))
    await expect(migrate(database, folder)).rejects.toThrow('0002_two.sql, which this program does not have')
  })

  it('refuse a new file with an old number', async () => {
    await migrate(database, folder)
    write('0001_other.sql', 'select 1')
    await expect(migrate(database, folder)).rejects.toThrow('migrations/0001_other.sql comes before 0002_two.sql')
  })
})

describeWithDatabase('The migrated database', () => {
  it('lets the program use every table of every slice', async () => {
    const database = await freshDatabase()
    expect(await pendingMigrations(database)).toEqual([])
    const denied = await sql<{
      name: string
    }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and not (has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert'))`.execute(
      using(database.read),
    )
    expect(denied.rows).toEqual([{ name: 'platform.migration' }])
  })
})
