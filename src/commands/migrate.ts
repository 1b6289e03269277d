import { migrate, openDatabase } from '../platform/database/index.ts'
import type { Command } from './command.ts'

/** `gongkai migrate`: brings the database up to date and names each migration that ran. */
export const migrateCommand: Command = {
  async run(_args, config) {
    const { databaseUrl, dataDir } = config()
    const database = await openDatabase({ url: databaseUrl, dataDir, asGuest: true })
    try {
      const ran = await migrate(database)
      return { exit: 0, out: ran.length === 0 ? 'The database is up to date.' : ran.map((name) => `ran ${name}`).join('\n') }
    } finally {
      await database.close()
    }
  },
}
