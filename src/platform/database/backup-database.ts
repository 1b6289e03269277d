import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { DamagedFile, type FileStore } from '../files/index.ts'
import { packageRoot } from '../root.ts'
import { writeBackup, type BackupEnd, type BackupHeader, type BackupLine } from './backup-file.ts'
import { isFilled, listSequences, listTables, readRows, spellExactly } from './backup-tables.ts'
import { asOwner, type Database } from './open-database.ts'

export interface Backup extends BackupEnd {
  /** Names of kept files whose bytes no longer fit their name: they are not in the backup. */
  damagedFiles: string[]
}

/**
 * Writes everything into one `file`: every table as it was at one instant, whatever others write meanwhile, and the kept files. They are
 * listed after that instant, so none that a row names is missing. Refused where there is neither a city nor a record. Changes
 * nothing in the database. Throws the system's error where it cannot write.
 */
export function backupDatabase(database: Database, store: FileStore, file: string): Promise<Outcome<Backup, 'nothing-there'>> {
  return asOwner(database, async (client) => {
    await client.query('begin isolation level repeatable read, read only')
    await spellExactly(client)
    if (!(await isFilled(client))) return refused('nothing-there')
    const damagedFiles: string[] = []
    const end = await writeBackup(file, await readHeader(client), linesOf(client, store, damagedFiles))
    return done({ ...end, damagedFiles })
  })
}

async function readHeader(client: pg.Client): Promise<BackupHeader> {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  const answer = await client.query<{ at: Date; postgres: string }>(`select now() as at, current_setting('server_version') as postgres`)
  const { at, postgres } = answer.rows[0]!
  const migrations = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration order by name')
  return { format: 'gongkai-backup', version: 1, gongkai: version, postgres, at: at.toISOString(), migrations: migrations.rows }
}

async function* linesOf(client: pg.Client, store: FileStore, damagedFiles: string[]): AsyncGenerator<BackupLine> {
  for (const table of await listTables(client)) {
    yield { table: table.name, columns: table.columns.map((column) => column.name) }
    yield* readRows(client, table)
  }
  yield* await listSequences(client)
  for (const name of await store.list()) {
    const bytes = await store.read(name).catch((error: unknown) => {
      if (!(error instanceof DamagedFile)) throw error
      damagedFiles.push(name)
      return undefined
    })
    if (bytes !== undefined) yield* piecesOf(name, bytes)
  }
}

const pieceBytes = 48_000

function* piecesOf(name: string, bytes: Buffer): Generator<BackupLine> {
  yield { file: name, sizeBytes: bytes.length }
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes).toString('base64')
}
