import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase, type Database } from '../../src/platform/database/index.ts'
import { findChromium } from './chromium.ts'
import { playDemo, startSite, type RunningSite } from './running-site.ts'
import { urlOf, type TestServer } from './server.ts'

/** What the journeys are told: where a demo city answers, which database it lives in, where its files lie. */
export interface DemoServer {
  url: string
  databaseUrl: string
  dataDir: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    demo: DemoServer | null
    untouchedDemo: DemoServer | null
  }
}

/**
 * One demo city for all journeys, because playing it takes half a minute, and a copy of it as it was played for the walk over every page,
 * which takes as long as all others and goes on beside them. Runs after `server.ts`; without a database or a browser nothing is started.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { server } = project.getProvidedContext()
  if (server === null || findChromium() === undefined) {
    project.provide('demo', null)
    project.provide('untouchedDemo', null)
    return undefined
  }
  const played = `${server.prefix}played`
  const first = await copyOf(server, server.template, played)
  const filesOf = await playDemo(first)
  await first.close()
  const cities = [await startCity(server, played, 'demo', filesOf), await startCity(server, played, 'untouched', filesOf)] as const
  await rm(filesOf, { recursive: true, force: true })
  project.provide('demo', cities[0].told)
  project.provide('untouchedDemo', cities[1].told)
  return async () => {
    for (const { running, database } of cities) {
      await running.stop()
      await database.close()
    }
  }
}

async function startCity(
  server: TestServer,
  played: string,
  name: string,
  filesOf: string,
): Promise<{ running: RunningSite; database: Database; told: DemoServer }> {
  const copy = `${server.prefix}${name}`
  const database = await copyOf(server, played, copy)
  const running = await startSite(database, { filesOf })
  return { running, database, told: { url: running.url, databaseUrl: urlOf(server.adminUrl, copy), dataDir: running.dataDir } }
}

async function copyOf({ adminUrl }: TestServer, template: string, name: string): Promise<Database> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${template}`)
  await admin.end()
  return openDatabase({ url: urlOf(adminUrl, name), dataDir: '' })
}
