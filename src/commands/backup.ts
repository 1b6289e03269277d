import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import type { Translate } from '../kernel/words.ts'
import { backupDatabase, type Backup } from '../platform/database/backup-database.ts'
import { openDatabase } from '../platform/database/index.ts'
import { filesOf } from '../platform/files/index.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { type Command, type CommandEnd, wrongUsage } from './command.ts'
import { fileArguments, refusal, type FileArguments } from './file-arguments.ts'

/**
 * `gongkai backup <file>`: writes everything into one new file, beside the running program or without it. Ends with 1 where the file
 * is there already or cannot be written, where there is nothing to keep, and where kept files are damaged: then the backup is made without them.
 */
export const backupCommand: Command = {
  async run(args, config) {
    const words = loadWords()
    const asked = fileArguments(args)
    if (asked === undefined) return wrongUsage(words.en('commands.backup.usage'))
    return runBackup({ ...asked, file: resolve(asked.file) }, config(), words[asked.lang])
  },
}

async function runBackup(asked: FileArguments, config: Config, t: Translate): Promise<CommandEnd> {
  const { file } = asked
  const refuse = (reason: BackupReason, params = {}): CommandEnd => refusal(asked, reason, t(`commands.backup.refused.${reason}`, params))
  if (existsSync(file)) return refuse('exists', { file })
  // Looking must not set up an empty database, which would then be backed up every night.
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'postgres')))
    return refuse('no-database', { folder: config.dataDir })
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, asGuest: true })
  try {
    const outcome = await backupDatabase(database, filesOf(config), file)
    return outcome.ok ? written(asked, outcome.value, t) : refuse('nothing-there')
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === undefined || syscall === undefined) throw error
    return code === 'ENOSPC' ? refuse('disk-full', { file }) : refuse('not-writable', { file, code })
  } finally {
    await database.close()
  }
}

type BackupReason = 'exists' | 'no-database' | 'nothing-there' | 'disk-full' | 'not-writable'

function written({ file, json }: FileArguments, backup: Backup, t: Translate): CommandEnd {
  const { tables, rows, files, sha256, damagedFiles } = backup
  const exit = damagedFiles.length > 0 ? 1 : 0
  if (json) return { exit, out: JSON.stringify({ file, tables, rows, files, sha256, damagedFiles }) }
  const lines = [
    ...damagedFiles.map((name) => t('commands.backup.damaged-file', { name })),
    t('commands.backup.done', { file, n: rows, tables, files }),
  ]
  return { exit, out: lines.join('\n') }
}
