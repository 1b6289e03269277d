import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addPerson } from '../src/features/accounts/index.ts'
import { saveCity } from '../src/platform/city/queries.ts'
import { backupDatabase } from '../src/platform/database/backup-database.ts'
import { findBinaries } from '../src/platform/database/find-binaries.ts'
import { using } from '../src/platform/database/index.ts'
import { judgeBackup, restoreDatabase } from '../src/platform/database/restore-database.ts'
import { canReach, runAs } from '../src/platform/database/run-as.ts'
import { filesOf } from '../src/platform/files/index.ts'
import { verifyJournal } from '../src/platform/journal/index.ts'
import { packageRoot } from '../src/platform/root.ts'
import { loaders } from '../src/app.ts'
import { addressOf, freshDatabase, hasServer } from './support/database.ts'
import { must } from './support/given.ts'
import { endPrograms, freePort, serversOf, startCommand, startProgram, type Program } from './support/programs.ts'
import { freshSite, givenUnit } from './support/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-start-'))
chmodSync(folder, 0o711) // started by root, the server runs as another user
const nobody = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0
const hasEmbedded = await findBinaries(folder, runAs(join(folder, 'postgres'))).then(
  () => true,
  () => false,
)

/** The built program, as an operator meets it: from outside, in production. */
describe.skipIf(!hasEmbedded || !hasServer)('The program', () => {
  const dataDir = join(folder, 'var')
  const restoredDir = join(folder, 'restored')
  const production = { NODE_ENV: 'production', HOME: folder, DATA_DIR: dataDir }
  let port = 0

  beforeAll(async () => {
    execFileSync(process.execPath, [join(packageRoot, 'bin', 'build'), '--if-needed'], { stdio: 'inherit' })
    port = await freePort()
  }, 300_000)
  afterEach(() => endPrograms(dataDir, restoredDir))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const start = (env: Record<string, string> = {}) => startProgram(['serve'], { ...production, PORT: String(port), ...env })
  const ready = async (program: Program) => (await program.line(/^Gongkai is ready/), program)
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: answer.status, body: await answer.json() }
  }
  const isWorking = () => get('/readyz')
  const works = { status: 200, body: { status: 'ready' } }
  /** A start that is refused: with which exit code, in which words. */
  const refusal = async (program: Program) => ({ exit: await program.ended, said: [...program.said, ...program.complained] })
  const nothingIsLeft = () =>
    expect({
      lock: existsSync(join(dataDir, 'gongkai.lock')),
      pidFile: existsSync(join(dataDir, 'postgres', 'postmaster.pid')),
      processes: serversOf(dataDir),
    }).toEqual({ lock: false, pidFile: false, processes: [] })

  it('sets itself up in an empty folder, without a demo city, and says where it is ready', async () => {
    const program = await ready(start())
    expect(program.said).toEqual([
      'Setting up the database for the first time …',
      expect.stringMatching(new RegExp(`^Open http://127\\.0\\.0\\.1:${port}/set-up to begin; the one-time secret is \\S+$`)),
      `Gongkai is ready at http://127.0.0.1:${port}`,
    ])
    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'ok' } })
    expect(await isWorking()).toEqual(works)
    expect((await fetch(`http://127.0.0.1:${port}/en/set-up`)).status).toBe(200)
    program.signal('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(program.said.at(-1)).toBe('Stopped.')
    nothingIsLeft()
  })

  it('refuses a second start on the same folder, naming the first, lets a command in beside it, and stops on SIGINT', async () => {
    const program = await ready(start())
    const second = await refusal(start({ PORT: '0' }))
    expect(second).toEqual({ exit: 1, said: [expect.stringContaining(`${dataDir} is in use by process ${program.pid}, running since 20`)] })
    const beside = startProgram(['verify', '--json'], production)
    expect(await beside.ended).toBe(0)
    expect(JSON.parse(beside.said.join('\n'))).toMatchObject({ findings: [] })
    expect(await isWorking()).toEqual(works)
    program.signal('SIGINT')
    setTimeout(() => program.signal('SIGINT'), 10) // Ctrl-C under npm comes twice
    expect(await program.ended).toBe(0)
    nothingIsLeft()
  })

  it('starts again by itself after it was killed, and after its server was killed with it', async () => {
    const first = await ready(start())
    first.signal('SIGKILL')
    await first.ended
    const second = await ready(start())
    expect(await isWorking()).toEqual(works)
    process.kill(Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    second.signal('SIGKILL')
    await second.ended
    const third = await ready(start())
    expect(await isWorking()).toEqual(works)
    third.signal('SIGTERM')
    expect(await third.ended).toBe(0)
    nothingIsLeft()
  })

  it('says in one line that its port is taken, and leaves nothing running', async () => {
    const database = addressOf(await freshDatabase())
    const program = await ready(start({ DATABASE_URL: database }))
    const second = await refusal(start({ DATABASE_URL: database }))
    const line = `Port ${port} on 127.0.0.1 is taken by another program: set PORT to a free one.`
    expect(second).toEqual({ exit: 1, said: [line] })
    expect(await isWorking()).toEqual(works)
    program.signal('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  it('says in one line what is wrong with a setting', async () => {
    const [silent, foreign, dated] = await Promise.all([
      refusal(start({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/city' })),
      refusal(start({ DATABASE_URL: 'mysql://127.0.0.1/city' })),
      refusal(start({ TODAY: '2026-06-15' })),
    ])
    expect(silent).toEqual({ exit: 1, said: ['DATABASE_URL cannot be used: no server answers there (127.0.0.1:1/city).'] })
    expect(foreign).toEqual({ exit: 2, said: [expect.stringMatching(/^The setting DATABASE_URL cannot be used: write postgres:/)] })
    expect(dated).toEqual({ exit: 2, said: ['TODAY is for demonstrations and tests: unset it when NODE_ENV is production.'] })
  })

  it.runIf(!isRoot || canReach(packageRoot, nobody))('says in one line that its data folder may not be written', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o555 })
    const env = { ...production, DATA_DIR: join(closed, 'var') }
    const refused = await refusal(startProgram(['serve'], env, isRoot ? nobody : {}))
    expect(refused).toEqual({ exit: 1, said: [`The data folder ${join(closed, 'var')} may not be written by this user.`] })
  })

  it('carries a city from a server into its own database and back; a demo city stays out of production unless told', async () => {
    const file = join(folder, 'demo.backup')
    const site = await freshSite()
    await site.database.transaction((db) => saveCity(db, site.city))
    await givenUnit(site, { code: 'mc' })
    must(await addPerson(site, 'system', { login: 'linxiao', nameZh: '林晓', nameEn: 'Lin Xiao', email: '', isDemo: true }))
    must(await backupDatabase(site.database, filesOf({ dataDir: folder }), file))
    const env = { ...production, DATA_DIR: restoredDir }
    const restore = startProgram(['restore', file], env)
    expect(await restore.ended, restore.complained.join('\n')).toBe(0)
    expect(restore.said.at(-1)).toMatch(/ checked: nothing found\.$/)
    const refused = await refusal(start(env))
    expect(refused).toEqual({ exit: 1, said: [expect.stringMatching(/^This database holds the demo city, .+ set ALLOW_DEMO=yes\.$/)] })
    await ready(start({ ...env, ALLOW_DEMO: 'yes' }))
    const again = join(folder, 'again.backup')
    const backup = startProgram(['backup', again], env)
    expect(await backup.ended, backup.complained.join('\n')).toBe(0)
    const target = await freshDatabase()
    must(await restoreDatabase(target, filesOf({ dataDir: join(folder, 'back') }), again, must(await judgeBackup(again))))
    const check = await target.transaction((db) => verifyJournal(db, loaders))
    // The unit, the person, and as often as the program measured before the backup, one run.
    const runs = await sql<{ n: number }>`select count(*)::int as n from supervision.run`.execute(using(target.read))
    expect(check).toMatchObject({ findings: [], rows: 2 + (runs.rows[0]?.n ?? 0) })
  })

  it('counts a term for whoever writes npx gongkai clock, and knows which commands there are', async () => {
    const npx = startCommand('npx', ['gongkai', 'clock', '--term', '20', '--start', '2025-09-28', '--json'], {
      HOME: folder,
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    })
    const unknown = startProgram(['sing'], production)
    expect(await npx.ended, npx.complained.join('\n')).toBe(0)
    expect(JSON.parse(npx.said.join('\n'))).toMatchObject({ due: '2025-10-31', provisional: false, days: { length: 33 } })
    expect(await unknown.ended).toBe(2)
    expect(unknown.complained[0]).toBe('There is no command "sing". These are there:')
    expect(unknown.complained.map((line) => line.split(/\s+/)[2])).toEqual(expect.arrayContaining(['serve', 'backup', 'restore', 'verify']))
  })
})
