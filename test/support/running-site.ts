import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../../src/app.ts'
import { composeSite } from '../../src/compose-site.ts'
import { readConfig } from '../../src/config.ts'
import { loadDemo } from '../../src/demo/load-demo.ts'
import type { Database } from '../../src/platform/database/index.ts'
import type { Site } from '../../src/platform/site.ts'

/** The day on which every journey happens: a Friday in November. */
export const journeyDay = '2026-11-20'

export interface RunningSite {
  url: string
  dataDir: string
  site: Site
  /** Stops listening and forgets the files; the database is its owner's to close. */
  stop(): Promise<void>
}

/** The whole program over a database, listening on a free port of this machine; its files begin as a copy of those in `filesOf`. */
export async function startSite(database: Database, { filesOf }: { filesOf?: string } = {}): Promise<RunningSite> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  if (filesOf !== undefined) await cp(filesOf, dataDir, { recursive: true })
  const site = await siteOf(database, dataDir)
  const app = await startApp(site)
  const url = await app.server.listen({ port: 0, host: '127.0.0.1' })
  site.config.baseUrl = url
  return {
    ...{ url, dataDir, site },
    async stop() {
      await app.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Plays the demo city into an empty database and answers the folder of its files; nothing listens. */
export async function playDemo(database: Database): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  await loadDemo(await siteOf(database, dataDir), () => undefined)
  return dataDir
}

/** The site over a database, as acts want it: nothing listens. What goes wrong is said on the console. */
export function siteOf(database: Database, dataDir: string): Promise<Site> {
  const config = readConfig({ TODAY: journeyDay, DATA_DIR: dataDir })
  return composeSite(config, database, (line) => {
    if (line['level'] === 'error') console.error(line)
  })
}
