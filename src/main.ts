import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startApp, type App } from './app.ts'
import { composeSite } from './compose-site.ts'
import type { Config } from './config.ts'
import { hasDemoPeople, hasOperator, setupSecret } from './features/accounts/index.ts'
import { logLine } from './log-line.ts'
import { findCity } from './platform/city/queries.ts'
import { migrate, StartFault, type Database } from './platform/database/index.ts'
import { packageRoot } from './platform/root.ts'
import type { Site } from './platform/site.ts'

export interface Running {
  url: string
  site: Site
  stop(): Promise<void>
}

/**
 * Starts everything on an open database: migrations, the demo city when there is no city yet (never in production), server, jobs. Throws
 * StartFault with one line for the operator when something outside stands in the way.
 */
export async function serve(config: Config, database: Database, say: (line: string) => void, stopping?: AbortSignal): Promise<Running> {
  try {
    await migrate(database)
    if ((await findCity(database.read)) === undefined && !config.isProduction) await beginDemo(say, stopping)
    const site = await composeSite(config, database, logLine)
    if (config.isProduction && !config.allowsDemo && (await hasDemoPeople(database.read))) {
      throw new StartFault(
        'This database holds the demo city, whose passwords everybody knows. Use another DATA_DIR or DATABASE_URL, or set ALLOW_DEMO=yes.',
      )
    }
    const app = await startApp(site)
    const url = await listen(app, config)
    if (!(await hasOperator(database.read))) say(`Open ${url}/set-up to begin; the one-time secret is ${setupSecret()}`)
    say(`Gongkai is ready at ${url}`)
    return {
      url,
      site,
      async stop() {
        await app.stop()
        await database.close()
      },
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

/** Loads the demo city, in a process of its own: what loading needs of memory goes with it. */
async function beginDemo(say: (line: string) => void, stopping?: AbortSignal): Promise<void> {
  say('There is no city yet: loading the demo city (a minute or two, once).')
  const loading = spawn(process.execPath, [join(packageRoot, 'bin', 'gongkai'), 'demo'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: stopping,
  })
  createInterface({ input: loading.stderr }).on('line', say)
  const code = await new Promise<number | null>((resolve, reject) => loading.once('exit', resolve).once('error', reject)).catch(() => null)
  if (stopping?.aborted === true) throw new StartFault('Stopped while the demo city was loading; the next start begins it again.')
  if (code !== 0) throw new StartFault('The demo city could not be loaded; the lines above say why.')
}

/** Gives the address; where it cannot be had, stops the app, whose jobs would keep the process alive. */
async function listen(app: App, config: Config): Promise<string> {
  try {
    const address = await app.server.listen({ port: config.port, host: config.host })
    return config.port === 0 ? address : `http://${config.host}:${config.port}`
  } catch (fault) {
    await app.stop()
    throw listenFault(fault as NodeJS.ErrnoException, config) ?? fault
  }
}

function listenFault({ code }: NodeJS.ErrnoException, { port, host }: Config): StartFault | undefined {
  if (code === 'EADDRINUSE') return new StartFault(`Port ${port} on ${host} is taken by another program: set PORT to a free one.`)
  if (code === 'EACCES') return new StartFault(`This user may not listen on port ${port}: set PORT to one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartFault(`This machine has no address ${host}: set HOST to one that it has.`)
  return undefined
}
