// Memory of the program's own process with the demo city, idle for half a minute: after the start that loaded the city (only where the
// city was not there yet), and after an ordinary start. The embedded PostgreSQL's processes are its own and not counted.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { judge, memoryOf, table, title } from './measure.mjs'
import { freshFolder, root, startProgram } from './program.mjs'

const idleSeconds = Number(process.env['IDLE_SECONDS'] ?? 30)
const target = 150

title('Memory of the idle program with the demo city')
const place = freshFolder()
const settings = process.env['DATABASE_URL'] ? {} : { DATA_DIR: place.folder }
console.log('(two starts, the first one loads the demo city)\n')
try {
  const bare = await idleBare()
  const first = await idle('the start that loads the demo city')
  const later = await idle('a later start')
  const row = ({ name, ready, read, idle: rested }) => [
    name,
    ...[ready, read, rested].map((value) => value.toFixed(0)),
    (rested / bare).toFixed(2),
  ]
  table(
    ['MB', 'ready', 'after 30 pages', `idle ${idleSeconds} s`, 'x bare node:http'],
    [row({ name: 'bare node:http', ready: bare, read: bare, idle: bare }), row(first), row(later)],
  )
  for (const one of [first, later]) judge(`idle after ${one.name}`, one.idle, target, ' MB')
} finally {
  place.remove()
}

async function idle(name) {
  const program = await startProgram(settings)
  const ready = memoryOf(program.pid)
  for (let page = 0; page < 10; page++) {
    for (const path of ['/en/', '/zh/latest', '/en/search?q=safety']) await (await fetch(`${program.url}${path}`)).text()
  }
  const read = memoryOf(program.pid)
  await pause(idleSeconds * 1000)
  const rested = memoryOf(program.pid)
  await program.stop()
  return { name, ready, read, idle: rested }
}

async function idleBare() {
  const child = spawn(process.execPath, [join(root, 'bench', 'bare.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end('[]')
  await once(child.stdout, 'data')
  await pause(1000)
  const size = memoryOf(child.pid)
  child.kill()
  return size
}
