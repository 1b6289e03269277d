import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { packageRoot } from '../../src/platform/root.ts'

/** A program that runs, or ran, as a process of its own. */
export interface Program {
  pid: number
  /** Lines of standard output until now. */
  said: string[]
  /** Lines of standard error until now. */
  complained: string[]
  /** Its exit code, once it has ended and said everything; -1 where a signal ended it. */
  ended: Promise<number>
  signal(name: NodeJS.Signals): void
  /** Waits for a line of standard output. Throws everything that was said when the program ends without it. */
  line(fits: RegExp): Promise<string>
}

const running = new Set<ChildProcess>()

/** Starts `node bin/gongkai` with nothing in its environment but this. It is ended by `endPrograms` at the latest. */
export function startProgram(args: string[], env: Record<string, string>, options: SpawnOptions = {}): Program {
  return watch(spawn(process.execPath, [join(packageRoot, 'bin', 'gongkai'), ...args], optionsOf(env, options)))
}

/** Starts any other command of this machine in the same way. */
export function startCommand(command: string, args: string[], env: Record<string, string>): Program {
  return watch(spawn(command, args, optionsOf(env, {})))
}

/** Ends every program that still runs, by its process number, and the PostgreSQL servers that it left in these data folders. */
export async function endPrograms(...dataDirs: string[]): Promise<void> {
  await Promise.all(
    [...running].map((child) => new Promise<void>((resolve) => (child.once('close', () => resolve()), child.kill('SIGKILL')))),
  )
  for (const pid of dataDirs.flatMap(serversOf)) process.kill(pid, 'SIGQUIT')
  while (dataDirs.flatMap(serversOf).length > 0) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** The PostgreSQL processes that work in a data folder. Where the system shows no command lines: none. */
export function serversOf(dataDir: string): number[] {
  const cluster = join(dataDir, 'postgres')
  if (!existsSync(cluster) || !existsSync('/proc/self')) return []
  const path = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(path)
      } catch {
        return false // it has just ended
      }
    })
    .map(Number)
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function optionsOf(env: Record<string, string>, options: SpawnOptions): SpawnOptions {
  return { cwd: packageRoot, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], ...env }, ...options }
}

function watch(child: ChildProcess): Program {
  running.add(child)
  const [said, complained]: string[][] = [[], []]
  const waiting = new Set<() => void>()
  const tell = () => waiting.forEach((look) => look())
  createInterface({ input: child.stdout! }).on('line', (line) => (said!.push(line), tell()))
  createInterface({ input: child.stderr! }).on('line', (line) => complained!.push(line))
  let hasEnded = false
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  void ended.then(() => (running.delete(child), (hasEnded = true), tell()))
  return {
    pid: child.pid ?? 0,
    said: said!,
    complained: complained!,
    ended,
    signal: (name) => void child.kill(name),
    line: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = said!.find((line) => fits.test(line))
          if (found === undefined && !hasEnded) return
          waiting.delete(look)
          if (found !== undefined) resolve(found)
          else reject(new Error(`it ended without saying ${fits}:\n${[...said!, ...complained!].join('\n')}`))
        }
        waiting.add(look)
        look()
      }),
  }
}
