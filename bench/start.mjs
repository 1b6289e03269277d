// From nothing to the first page, against what initdb and the start of PostgreSQL alone take; the loading of the demo city apart.
import { execFile, spawn } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { judge, median, table, timed, title } from './measure.mjs'
import { freshFolder, root, runCommand, startProgram } from './program.mjs'

const rounds = Number(process.env['ROUNDS'] ?? 5)
const target = 2

title('First start, from nothing to the first page')
await runCommand(['help']) // compiles, if need be: that belongs to the installation
const { findBinaries } = await import(join(root, 'dist/src/platform/database/find-binaries.js'))
const { runAs } = await import(join(root, 'dist/src/platform/database/run-as.js'))

const [alone, ours, again] = [[], [], []]
for (let round = 0; round < rounds; round++) {
  alone.push(await postgresAlone())
  const { first, later } = await withoutCity()
  ours.push(first)
  again.push(later)
}
const demo = await withDemo()
const base = median(alone)
const row = (name, seconds) => [name, seconds.toFixed(2), (seconds / base).toFixed(2)]
table(
  ['', 'seconds', 'x PostgreSQL alone'],
  [
    row('initdb and start of PostgreSQL alone', base),
    row('first start to first page, without a city', median(ours)),
    row('second start to first page', median(again)),
    row('loading the demo city', demo.loading),
    row('first start to first page, less the loading', demo.whole - demo.loading),
  ],
)
console.log(`Medians of ${rounds} rounds, interleaved; the demo city once.\n`)
judge('first start to first page, against PostgreSQL alone', median(ours) / base, target, ' x')

async function postgresAlone() {
  const place = freshFolder()
  const as = runAs(join(place.folder, 'postgres'))
  const { initdb, postgres } = await findBinaries(place.folder, as)
  const cluster = join(place.folder, 'cluster')
  const socket = join(place.folder, 's')
  for (const folder of [cluster, socket]) {
    mkdirSync(folder, { mode: 0o700 })
    if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  }
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] }
  let server
  const { seconds } = await timed(async () => {
    await promisify(execFile)(initdb, ['-D', cluster, '-U', 'alone', '-A', 'trust', '-E', 'UTF8', '--locale=C'], { ...as, env, cwd: '/' })
    const options = ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${socket}`]
    server = spawn(postgres, options, { ...as, env, cwd: '/', stdio: 'ignore' })
    await untilAnswers(socket)
  })
  server.kill('SIGINT')
  await new Promise((resolve) => server.once('exit', resolve))
  place.remove()
  return seconds
}

async function untilAnswers(socket) {
  for (;;) {
    const client = new pg.Client({ host: socket, user: 'alone', database: 'postgres' })
    try {
      await client.connect()
      await client.query('select 1')
      return await client.end()
    } catch {
      await pause(30)
    }
  }
}

/** In production no demo city is loaded: what is left is the program itself. */
async function withoutCity() {
  const place = freshFolder()
  const settings = { DATA_DIR: place.folder, DATABASE_URL: '', NODE_ENV: 'production', TODAY: '' }
  const first = await untilPage(settings)
  const later = await untilPage(settings)
  place.remove()
  return { first: first.seconds, later: later.seconds }
}

async function withDemo() {
  const place = freshFolder()
  let loadingSince
  let loading = 0
  const whole = await untilPage({ DATA_DIR: place.folder, DATABASE_URL: '' }, (line) => {
    if (line.includes('no city yet')) loadingSince = performance.now()
    if (loadingSince !== undefined && / documents, in /.test(line)) loading = (performance.now() - loadingSince) / 1000
  })
  place.remove()
  return { whole: whole.seconds, loading }
}

async function untilPage(settings, onLine) {
  const { seconds, value } = await timed(async () => {
    const program = await startProgram(settings, onLine)
    const page = await fetch(`${program.url}/en/`)
    if (page.status !== 200) throw new Error(`The first page answered ${page.status}`)
    await page.text()
    return program
  })
  await value.stop()
  return { seconds }
}
