import { resolve } from 'node:path'
import { loaders } from '../app.ts'
import type { Config } from '../config.ts'
import type { Translate } from '../kernel/words.ts'
import { DamagedBackup, type BackupHeader } from '../platform/database/backup-file.ts'
import { openDatabase, type Database } from '../platform/database/index.ts'
import { judgeBackup, restoreDatabase, type RestoreRefusal } from '../platform/database/restore-database.ts'
import type { Loaded } from '../platform/database/restore-lines.ts'
import { filesOf } from '../platform/files/index.ts'
import { loadWords } from '../platform/i18n/words.ts'
import { type Command, type CommandEnd, wrongUsage } from './command.ts'
import { fileArguments, refusal, type FileArguments } from './file-arguments.ts'
import { runVerify } from './verify.ts'

/**
 * `gongkai restore <file>`: fills an empty database and the kept files from a backup, then verifies the record. Ends with 1 where the
 * file is damaged, where the database holds a city or a record, and where the verification finds something. Not beside a
 * running program on the same data folder.
 */
export const restoreCommand: Command = {
  async run(args, config) {
    const words = loadWords()
    const asked = fileArguments(args)
    if (asked === undefined) return wrongUsage(words.en('commands.restore.usage'))
    const whole = { ...asked, file: resolve(asked.file) }
    return runRestore(whole, config(), words[asked.lang]).catch((error: unknown) => damage(whole, error, words[asked.lang]))
  },
}

async function runRestore(asked: FileArguments, config: Config, t: Translate): Promise<CommandEnd> {
  const refuse = ([reason]: readonly RestoreRefusal[]): CommandEnd =>
    refusal(asked, reason ?? '', t(`commands.restore.refused.${reason ?? 'not-empty'}`))
  const judged = await judgeBackup(asked.file)
  if (!judged.ok) return refuse(judged.refusals)
  const { databaseUrl: url, dataDir } = config
  const database = await openDatabase({ url, dataDir, log: (line) => process.stderr.write(`${line}\n`) })
  try {
    const outcome = await restoreDatabase(database, filesOf(config), asked.file, judged.value)
    return outcome.ok ? await restored(asked, judged.value, outcome.value, database, t) : refuse(outcome.refusals)
  } finally {
    await database.close()
  }
}

async function restored(asked: FileArguments, header: BackupHeader, loaded: Loaded, database: Database, t: Translate): Promise<CommandEnd> {
  const { file, json, lang } = asked
  const { gongkai, at } = header
  const { exit, out } = await runVerify(['--lang', lang, ...(json ? ['--json'] : [])], database, loaders)
  if (json) return { exit, out: JSON.stringify({ file, at, gongkai, ...loaded, verified: JSON.parse(out) as unknown }) }
  const { rows, tables, files } = loaded
  return { exit, out: `${t('commands.restore.done', { file, at, gongkai, n: rows, tables, files })}\n${out}` }
}

function damage(asked: FileArguments, error: unknown, t: Translate): CommandEnd {
  const { file } = asked
  if (error instanceof DamagedBackup) {
    const { damage: what, detail } = error
    return refusal(asked, what, t(`commands.restore.damage.${what}`, { file, detail }))
  }
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) throw error
  return refusal(asked, 'unreadable', t('commands.restore.refused.unreadable', { file, code }))
}
