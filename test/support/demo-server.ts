import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, openDatabase } from '../../src/platform/database/index.ts'
import { findChromium } from './chromium.ts'
import { startSite } from './running-site.ts'
import { urlOf } from './server.ts'

/** What the journeys are told: where the demo city answers, which database it lives in, where its files lie. */
export interface DemoServer {
  url: string
  databaseUrl: string
  dataDir: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    demo: DemoServer | null
  }
}

/**
 * One demo city for all journeys, because playing it takes half a minute. Journeys must not stand in each other's way: each works on
 * documents of its own. Runs after `server.ts`; without a database or a browser there is nothing to start.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { server } = project.getProvidedContext()
  if (server === null || findChromium() === undefined) {
    project.provide('demo', null)
    return undefined
  }
  const name = `${server.prefix}demo`
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${server.template}`)
  await admin.end()
  const databaseUrl = urlOf(server.adminUrl, name)
  const database = await openDatabase({ url: databaseUrl, dataDir: '' })
  await migrate(database)
  const running = await startSite(database, { demo: true })
  project.provide('demo', { url: running.url, databaseUrl, dataDir: running.dataDir })
  return async () => {
    await running.stop()
    await database.close()
  }
}
