import { composeSite } from '../compose-site.ts'
import type { Config } from '../config.ts'
import { logLine } from '../log-line.ts'
import { migrate, openDatabase } from '../platform/database/index.ts'
import type { Site } from '../platform/site.ts'

/** Opens the database beside a running program or without one, brings it up to date, and closes it again after the work. */
export async function withSite<T>(config: Config, work: (site: Site) => Promise<T>): Promise<T> {
  const database = await openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    asGuest: true,
    log: (line) => process.stderr.write(`${line}\n`),
  })
  try {
    await migrate(database)
    return await work(await composeSite(config, database, logLine))
  } finally {
    await database.close()
  }
}
