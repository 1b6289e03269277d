import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasServer } from '../../../test/support/database.ts'
import { packageRoot } from '../root.ts'
import { asOwner, openDatabase, StartFault, type Database } from './index.ts'
import { readPostmaster } from './postmaster.ts'

// A program of its own, to be killed: opens the database, makes a table with one row, says so, and goes on running.
const program = `
  import { asOwner, openDatabase } from ${JSON.stringify(join(packageRoot, 'src/platform/database/index.ts'))}
  const database = await openDatabase({ dataDir: process.argv[1] })
  await asOwner(database, (client) => client.query('create table if not exists kept (n int); insert into kept values (1)'))
  process.once('SIGTERM', () => database.close().then(() => process.exit(0)))
  setInterval(() => undefined, 1000)
  console.log('ready')
`

describe.skipIf(!hasServer)('The embedded server', () => {
  let dataDir: string
  let cluster: string
  const opened: Database[] = []
  const programs: ChildProcess[] = []

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-embedded-'))
    chmodSync(dataDir, 0o711)
    cluster = join(dataDir, 'postgres')
  })
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close()
    for (const child of programs.splice(0)) await kill(child)
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  const open = async (options: { asGuest?: boolean; dataDir?: string } = {}): Promise<Database> => {
    const database = await openDatabase({ dataDir, ...options })
    opened.push(database)
    return database
  }
  const start = async (): Promise<ChildProcess> => {
    const loader = join(packageRoot, 'test/support/typescript.mjs')
    const child = spawn(process.execPath, ['--import', loader, '--input-type=module', '--eval', program, dataDir], {
      cwd: packageRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    programs.push(child)
    for await (const line of createInterface({ input: child.stdout! })) if (line === 'ready') break
    return child
  }
  const kill = (child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL') =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve(child.exitCode)
      : new Promise<number | null>((resolve) => (child.once('exit', resolve), child.kill(signal)))
  const serverPid = () => readPostmaster(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'))!.pid
  const isStopped = () => !existsSync(join(cluster, 'postmaster.pid')) && !existsSync(join(dataDir, 'gongkai.lock'))
  const countKept = (database: Database) =>
    asOwner(database, async (client) => (await client.query<{ n: number }>('select count(*) as n from kept')).rows[0]!.n)

  it('is made at the first start, with Chinese order and letters as code points, and stopped without a trace', async () => {
    const database = await open()
    expect(database.describe).toMatch(/^embedded PostgreSQL 18\.\d+ in .+\/postgres$/)
    const answer = await asOwner(database, (client) =>
      client.query(`select upper('é') as up, '公' < '开' as less, current_setting('fsync') as fsync`),
    )
    expect(answer.rows).toEqual([{ up: 'É', less: true, fsync: 'on' }])
    await database.close()
    expect(isStopped()).toBe(true)
  })

  it('stops in order when its program is told to end', async () => {
    const child = await start()
    expect(await kill(child, 'SIGTERM')).toBe(0)
    expect(isStopped()).toBe(true)
  })

  it('refuses a second program, naming the first and since when it runs', async () => {
    const child = await start()
    const refusal = await open().catch((error: Error) => error)
    expect(refusal).toBeInstanceOf(StartFault)
    expect((refusal as Error).message).toMatch(new RegExp(`is in use by process ${child.pid}, running since \\d{4}-\\d\\d-\\d\\dT`))
    expect((refusal as Error).message).not.toContain('\n')
  })

  it('lets a command in beside the running program, and leaves the server running after it', async () => {
    await start()
    const guest = await open({ asGuest: true })
    expect(await countKept(guest)).toBeGreaterThan(0)
    await guest.close()
    expect(await countKept(await open({ asGuest: true }))).toBeGreaterThan(0)
  })

  it('takes over the server of a program that was killed, and stops it at the end', async () => {
    const child = await start()
    const pid = serverPid()
    await kill(child)
    const database = await open()
    expect(serverPid()).toBe(pid)
    expect(await countKept(database)).toBeGreaterThan(0)
    await database.close()
    expect(isStopped()).toBe(true)
  })

  it('recovers by itself when program and server were killed together', async () => {
    const child = await start()
    const before = await countKept(await open({ asGuest: true }))
    await opened.pop()!.close()
    process.kill(serverPid(), 'SIGKILL')
    await kill(child)
    expect(await countKept(await open())).toBe(before)
  })

  it('is not kept away by files of dead processes whose numbers now belong to strangers', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n${join(dataDir, 'socket')}\n\n\nready   \n`)
    writeFileSync(join(dataDir, 'gongkai.lock'), JSON.stringify({ pid: process.ppid, since: '2025-10-31T08:00:00.000Z', ticks: '1' }))
    expect(await countKept(await open())).toBeGreaterThan(0)
  })

  it('refuses files of another version of PostgreSQL, naming both', async () => {
    const file = join(cluster, 'PG_VERSION')
    const version = readFileSync(file, 'utf8')
    writeFileSync(file, '17\n')
    await expect(open()).rejects.toThrow(/made by PostgreSQL 17; this Gongkai brings 18/)
    writeFileSync(file, version)
    expect(await countKept(await open())).toBeGreaterThan(0)
  })

  it('starts afresh after a first start that was interrupted', async () => {
    const half = join(dataDir, '半, "half"')
    mkdirSync(join(half, 'postgres.part', 'base'), { recursive: true })
    const database = await open({ dataDir: half })
    expect(database.describe).toContain('half"/postgres')
  })

  it('listens although the path of its folder is too long for a socket', async () => {
    const database = await open({ dataDir: join(dataDir, 'long'.repeat(30)) })
    expect(await asOwner(database, (client) => client.query('select 1'))).toMatchObject({ rowCount: 1 })
  })

  it.runIf(process.getuid?.() === 0)('keeps its files elsewhere where its user cannot come to the folder of root', async () => {
    const closed = join(dataDir, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const database = await open({ dataDir: join(closed, 'var') })
    const link = join(closed, 'var', 'postgres')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    await database.close()
    const again = await open({ dataDir: join(closed, 'var') })
    expect(again.describe).toContain(link)
    await again.close()
    rmSync(dirname(readlinkSync(link)), { recursive: true })
  })

  it('says in one line that the data folder is no folder', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(open({ dataDir: file })).rejects.toThrow(`The data folder ${file} is not a folder: choose another DATA_DIR.`)
  })
})
