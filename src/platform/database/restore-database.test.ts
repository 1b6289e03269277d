import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contents, strange, strangeRows } from '../../../test/support/strange-tables.ts'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { saveCity } from '../city/queries.ts'
import { filesOf } from '../files/index.ts'
import { backupDatabase } from './backup-database.ts'
import { asOwner, migrate, type Database } from './index.ts'
import { judgeBackup, restoreDatabase } from './restore-database.ts'
import { migrateUpTo, readMigrations } from './run-migrations.ts'
import { listSchemas } from './write-tables.ts'

describeWithDatabase('A backup', () => {
  let folder: string
  let file: string
  let source: Database

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'))
    file = join(folder, 'city.backup')
    source = await freshDatabase()
    await asOwner(source, (client) => client.query(`${strange}; ${strangeRows}`))
    await source.transaction((db) => saveCity(db, { nameZh: '明川市', nameEn: 'Mingchuan City', siteCode: '3307000001' }))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const empty = async (): Promise<Database> => {
    const database = await freshDatabase()
    await asOwner(database, (client) => client.query(strange))
    return database
  }
  const restore = async (into: Database, dataDir = join(folder, 'to')) => {
    const judged = await judgeBackup(file)
    return judged.ok ? restoreDatabase(into, filesOf({ dataDir }), file, judged.value) : judged
  }
  it('brings back every value of every table, the sequences and the kept files', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    const big = Buffer.alloc(200_000, '公')
    const names = [await filesOf({ dataDir: from }).keep(big), await filesOf({ dataDir: from }).keep(Buffer.from(''))]
    const written = await backupDatabase(source, filesOf({ dataDir: from }), file)
    expect(written).toMatchObject({ ok: true, value: { files: 2, damagedFiles: [] } })
    const target = await empty()
    expect(await restore(target, to)).toMatchObject({ ok: true, value: { files: 2 } })
    const before = await contents(source)
    expect(Object.keys(before).length).toBeGreaterThan(20)
    expect(before['try."odd table"']).toHaveLength(2)
    expect(await contents(target)).toEqual(before)
    expect(await filesOf({ dataDir: to }).read(names[0]!)).toEqual(big)
    expect(await filesOf({ dataDir: to }).read(names[1]!)).toHaveLength(0)
    const next = await asOwner(target, (client) => client.query(`insert into try."odd table" ("Select") values ('x') returning id, size`))
    expect(next.rows).toEqual([{ id: 4, size: 1 }])
  })

  it('leaves the references between rows as strict as they were', async () => {
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    const target = await empty()
    await restore(target)
    const orphan = asOwner(target, (client) => client.query(`begin; insert into try."odd table" (next) values (999)`))
    await expect(orphan).rejects.toThrow('violates foreign key constraint')
  })

  it('sees one instant, whatever is written meanwhile', async () => {
    let isDone = false
    const writing = asOwner(source, async (client) => {
      for (let n = 0; !isDone; n++)
        await client.query(`begin; insert into aaa.early values (${n}); insert into try.empty values (${n}); commit`)
    })
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    isDone = true
    await writing
    const target = await empty()
    await restore(target)
    const kept = await contents(target)
    expect(kept['try.empty']).toEqual(kept['aaa.early'])
  })

  it('is refused when one bit of it is flipped, wherever, before anything changes', async () => {
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    const whole = await readFile(file)
    const target = await empty()
    const before = await contents(target)
    for (let at = 10; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const damaged = Buffer.from(whole)
      damaged[at]! ^= 1 << (at % 8)
      if (text(damaged) === text(whole)) continue // one of the few bits before gzip's trailer that carry nothing
      await writeFile(file, damaged)
      await expect(restore(target), `byte ${at}`).rejects.toThrow(/altered|cut-off|no-backup/)
    }
    expect(await contents(target)).toEqual(before)
  })

  it('is not restored into a database that holds a city, and changes nothing there', async () => {
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    const before = await contents(source)
    expect(await restore(source)).toEqual({ ok: false, refusals: ['not-empty'] })
    expect(await contents(source)).toEqual(before)
  })

  it('does not come by half where it does not fit the tables: no row stays', async () => {
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    const target = await freshDatabase()
    await asOwner(target, (client) => client.query('create schema aaa; create table aaa.early (n integer)'))
    const before = await contents(target)
    await expect(restore(target)).rejects.toThrow(/unfit the table try/)
    expect(await contents(target)).toEqual(before)
  })

  it('from an earlier version is brought up to date; one from a later version is refused', async () => {
    const names = (await readMigrations()).map(({ name }) => name)
    const unmade = async () => {
      const database = await freshDatabase()
      await asOwner(database, async (client) => client.query(`drop schema ${(await listSchemas(client)).join(', ')} cascade`))
      return database
    }
    const old = await unmade()
    await migrateUpTo(old, names[1]!)
    await asOwner(old, (client) =>
      client.query(`insert into journal.entry values (1, '2026-01-01T00:00:00.000Z', 'system', 'try.it', 'try:1', null, $1, $1, $1, $1)`, [
        'a'.repeat(64),
      ]),
    )
    await backupDatabase(old, filesOf({ dataDir: folder }), file)
    const [fresh, ahead] = [await unmade(), await freshDatabase()]
    expect(await restore(fresh)).toMatchObject({ ok: true })
    expect((await contents(fresh))['journal.entry']).toEqual((await contents(old))['journal.entry'])
    expect(await migrate(fresh)).toEqual([])
    expect(await restore(ahead)).toEqual({ ok: false, refusals: ['database-ahead'] })
    await asOwner(source, (client) => client.query(`insert into platform.migration values ('9999_later.sql', 'x', now())`))
    await backupDatabase(source, filesOf({ dataDir: folder }), file)
    expect(await restore(fresh)).toEqual({ ok: false, refusals: ['backup-newer'] })
  })

  it('names kept files that are damaged, and holds the others', async () => {
    const from = join(folder, 'from')
    const [bad, good] = [
      await filesOf({ dataDir: from }).keep(Buffer.from('bad')),
      await filesOf({ dataDir: from }).keep(Buffer.from('good')),
    ]
    await writeFile(join(from, 'files', bad.slice(0, 2), bad), 'rotten')
    expect(await backupDatabase(source, filesOf({ dataDir: from }), file)).toMatchObject({
      ok: true,
      value: { files: 1, damagedFiles: [bad] },
    })
    await restore(await empty(), join(folder, 'to'))
    expect((await filesOf({ dataDir: join(folder, 'to') }).read(good)).toString()).toBe('good')
  })

  it('is not begun for a database in which nothing is', async () => {
    expect(await backupDatabase(await freshDatabase(), filesOf({ dataDir: folder }), file)).toEqual({
      ok: false,
      refusals: ['nothing-there'],
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('that fails on the way leaves nothing behind', async () => {
    await writeFile(join(folder, 'files'), 'not a folder')
    await expect(backupDatabase(source, filesOf({ dataDir: folder }), file)).rejects.toThrow('ENOTDIR')
    expect(await readdir(folder)).toEqual(['files'])
  })
})

/** What a file unpacks to; undefined where it does not. */
function text(zipped: Buffer): string | undefined {
  try {
    return gunzipSync(zipped).toString()
  } catch {
    return undefined
  }
}
