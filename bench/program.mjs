import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the demo city of the benchmarks stays from run to run, so that it is loaded once. */
export const demoFolder = join(root, 'var', 'bench')

const day = process.env['TODAY'] ?? '2026-03-31'

/**
 * Starts `gongkai serve` on a free port and waits for its ready line. `settings` are added to the environment; `onLine` hears every line.
 * Throws with what the program said where it ended instead.
 */
export async function startProgram(settings, onLine = () => undefined) {
  const child = spawn(process.execPath, [join(root, 'bin', 'gongkai'), 'serve'], {
    env: { ...process.env, TODAY: day, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = []
  child.stderr.on('data', (text) => said.push(String(text)))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      onLine(line)
      said.push(`${line}\n`)
      const url = /is ready at (\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
  const url = await Promise.race([ready, ended])
  if (typeof url !== 'string') throw new Error(`gongkai serve ended:\n${said.join('')}`)
  const kill = () => child.kill('SIGTERM')
  process.once('exit', kill)
  void ended.then(() => process.off('exit', kill))
  const stop = () => (kill(), ended)
  return { url, pid: child.pid, stop }
}

/** The program with the demo city: on DATABASE_URL where that is set, else on a folder that the benchmarks keep. */
export function startDemo() {
  if (process.env['DATABASE_URL']) return startProgram({})
  mkdirSync(dirname(demoFolder), { recursive: true, mode: 0o711 })
  return startProgram({ DATA_DIR: demoFolder }, (line) => {
    if (line.includes('loading')) console.log(`(${line})\n`)
  })
}

/** A data folder for one run; `remove` takes it away. Open for passing through, because root's server runs as another user. */
export function freshFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  chmodSync(folder, 0o711)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What a command prints, as a process of its own. Throws where it does not end with 0. */
export function runCommand(args, settings = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bin', 'gongkai'), ...args], { env: { ...process.env, TODAY: day, ...settings } })
    let out = ''
    let err = ''
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (err += text))
    child.once('exit', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`gongkai ${args.join(' ')} ended with ${code}:\n${out}${err}`)),
    )
  })
}
