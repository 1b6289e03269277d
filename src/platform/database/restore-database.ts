import type pg from 'pg'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import type { FileStore } from '../files/index.ts'
import { checkBackup, DamagedBackup, type BackupHeader } from './backup-file.ts'
import { isFilled, spellExactly } from './backup-tables.ts'
import { codeOf } from './fault.ts'
import { asOwner, type Database } from './open-database.ts'
import { loadLines, type Loaded } from './restore-lines.ts'
import { migrate, migrateUpTo, readMigrations } from './run-migrations.ts'

export type RestoreRefusal = 'not-empty' | 'backup-newer' | 'database-ahead'

/**
 * May this program restore the backup, and is it whole? To be asked before a database is opened for it. Throws DamagedBackup, or
 * the system's error where the file cannot be read.
 */
export async function judgeBackup(file: string): Promise<Outcome<BackupHeader, RestoreRefusal>> {
  const header = await checkBackup(file)
  const known = await readMigrations()
  const isKnown = header.migrations.every(({ name, sha256 }, index) => known[index]?.name === name && known[index].sha256 === sha256)
  return isKnown ? done(header) : refused('backup-newer')
}

/**
 * Fills an empty database (no city, nothing recorded) and the kept files from a backup that `judgeBackup` found whole. The database
 * is first brought to the state of the backup's day, then filled in one transaction, then brought up to date. Until that
 * transaction commits there is no row of the backup in it; it is read against its hash once more meanwhile.
 */
export async function restoreDatabase(
  database: Database,
  store: FileStore,
  file: string,
  header: BackupHeader,
): Promise<Outcome<Loaded, RestoreRefusal>> {
  const refusal = await asOwner(database, (client) => obstacle(client, header))
  if (refusal !== undefined) return refused(refusal)
  await migrateUpTo(database, header.migrations.at(-1)?.name ?? '')
  const outcome = await asOwner(database, (client) => fill(client, store, file))
  if (!outcome.ok) return outcome
  await migrate(database)
  await asOwner(database, (client) => client.query('analyze'))
  return outcome
}

async function obstacle(client: pg.Client, header: BackupHeader): Promise<RestoreRefusal | undefined> {
  if (await isFilled(client)) return 'not-empty'
  const applied = await client.query<{ name: string }>('select name from platform.migration').catch((error: unknown) => {
    if (codeOf(error) === '42P01') return { rows: [] } // a new database
    throw error
  })
  const isAhead = applied.rows.some(({ name }) => !header.migrations.some((migration) => migration.name === name))
  return isAhead ? 'database-ahead' : undefined
}

async function fill(client: pg.Client, store: FileStore, file: string): Promise<Outcome<Loaded, RestoreRefusal>> {
  await client.query('begin')
  try {
    await spellExactly(client)
    await client.query('lock table journal.head in access exclusive mode') // whoever would begin a record now waits
    if (await isFilled(client)) {
      await client.query('rollback')
      return refused('not-empty')
    }
    const loaded = await loadLines(client, store, file)
    await client.query('commit')
    return done(loaded)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    // Only the database can tell that a value does not fit its column or a row names another that is not there.
    throw /^2[23]/.test(codeOf(error)) ? new DamagedBackup('unfit', (error as Error).message) : error
  }
}
