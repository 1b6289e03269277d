// Import of the five source reports in test/seeds: the command as a whole process, and the act alone inside a running one.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, median, table, timed, title } from './measure.mjs'
import { demoFolder, root, runCommand, startDemo } from './program.mjs'

const rounds = Number(process.env['ROUNDS'] ?? 5)
const target = 2
const unit = 'emergency'

title('Import of five reports')
const seeds = readdirSync(join(root, 'test/seeds')).filter((name) => name.endsWith('.txt'))
const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
for (const name of seeds) cpSync(join(root, 'test/seeds', name), join(folder, name))
const program = await startDemo()
const settings = process.env['DATABASE_URL'] ? {} : { DATA_DIR: demoFolder }

const [start, whole] = [[], []]
let report
for (let round = 0; round < rounds; round++) {
  start.push((await timed(() => runCommand(['migrate'], settings))).seconds)
  const { seconds, value } = await timed(() => runCommand(['import', 'documents', folder, '--unit', unit, '--json'], settings))
  whole.push(seconds)
  report = JSON.parse(value)
}
const inside = await measureInside()
await program.stop()
rmSync(folder, { recursive: true })

const base = median(start)
const row = (name, seconds) => [name, seconds.toFixed(2), (seconds / base).toFixed(2)]
table(
  ['', 'seconds', 'x a command with nothing to do'],
  [
    row('a command with nothing to do (migrate)', base),
    row('import documents, whole process', median(whole)),
    row('the act, first time in a process', inside[0]),
    row('the act, later times', median(inside.slice(1))),
  ],
)
const drafts = report.flatMap((file) => file.drafts)
const bytes = seeds.reduce((sum, name) => sum + readFileSync(join(root, 'test/seeds', name)).length, 0)
const findings = drafts.flatMap((draft) => draft.findings).length
console.log(
  `${seeds.length} files, ${Math.round(bytes / 1024)} KB, ${drafts.length} drafts, ${findings} findings; medians of ${rounds} rounds.\n`,
)
judge('import documents, whole process', median(whole), target, ' s')

async function measureInside() {
  const at = (path) => import(join(root, 'dist/src', path))
  const [{ readConfig }, { openDatabase }, { composeSite }] = [
    await at('config.js'),
    await at('platform/database/index.js'),
    await at('compose-site.js'),
  ]
  const [{ importDocuments }, { findUnitByCode }] = [await at('features/publishing/index.js'), await at('features/organisations/index.js')]
  const config = readConfig({ ...process.env, ...settings })
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, asGuest: true })
  try {
    const site = await composeSite(config, database, () => undefined)
    const owner = await findUnitByCode(database.read, unit)
    const files = seeds.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    const times = []
    for (let round = 0; round <= rounds; round++) {
      const { seconds, value } = await timed(() => importDocuments(site, owner, files))
      if (!value.ok) throw new Error(JSON.stringify(value.refusals))
      times.push(seconds)
    }
    return times
  } finally {
    await database.close()
  }
}
