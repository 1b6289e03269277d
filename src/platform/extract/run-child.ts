import { spawn, type ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../root.ts'
import { Unreadable, type Unreadability } from './look.ts'

/** What a child may take. */
export interface ChildLimits {
  /** On a processor; four times as much by the clock. */
  seconds: number
  memoryBytes: number
  outputBytes: number
}

/** What a child is to do: a compiled module of this program, a function that it exports, what to tell it, and the bytes. */
export interface ChildTask {
  module: string
  function: string
  question: unknown
  bytes: Uint8Array
}

const mebibyte = 1024 * 1024
const lookMs = 100
const pageBytes = 4096
const ticksInSecond = 100
/** How much longer than its own work a child may wait for a busy machine. */
const patience = 4

/**
 * Does a piece of work on bytes nobody trusts in a process of its own, with little priority, no environment and no database. It is
 * ended when it takes too long or too much. Gives its standard output. Throws Unreadable for every way in which it can end badly.
 */
export async function runChild(task: ChildTask, limits: ChildLimits): Promise<Buffer> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${Math.floor(limits.memoryBytes / mebibyte / 2)}`,
      '--disallow-code-generation-from-strings',
      compiled('platform/extract/child.js'),
      compiled(task.module),
      task.function,
    ],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'], cwd: packageRoot },
  )
  let because: Unreadability | undefined
  const end = (why: Unreadability): void => {
    because ??= why
    child.kill('SIGKILL')
  }
  const timers = [setTimeout(() => end('too-long'), limits.seconds * patience * 1000), watch(child, limits, end)]
  try {
    beQuiet(child)
    const output = await outputOf(child, task, limits.outputBytes, () => end('too-large-inside'))
    if (because !== undefined) throw new Unreadable(because)
    return output
  } finally {
    timers.forEach(clearTimeout)
  }
}

/** Where the compiled form of a file of this program lies: a child runs it whether its parent is compiled or a test. */
function compiled(path: string): string {
  return join(packageRoot, 'dist', 'src', path)
}

/** Readers of the site come first. */
function beQuiet(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, 5)
  } catch {
    // it has ended already, or the system does not do this
  }
}

function outputOf(child: ChildProcess, task: ChildTask, mostBytes: number, tooMuch: () => void): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    child.stdout?.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > mostBytes) tooMuch()
      else pieces.push(piece)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      // Killed by a limit of ours resolves too: the caller knows which.
      if (code === 0 || child.killed) resolve(Buffer.concat(pieces))
      else reject(new Unreadable(code === null || code > 128 ? 'too-heavy' : 'broken'))
    })
    child.stdin?.on('error', () => undefined) // it ended before it had read everything
    child.stdin?.write(`${JSON.stringify(task.question)}\n`)
    child.stdin?.end(task.bytes)
  })
}

/**
 * Linux tells what a process has used: its time on a processor, so that a file is not given up because the machine is busy, and all its
 * memory, since the heap's own limit does not count what decoders take outside it.
 */
function watch(child: ChildProcess, limits: ChildLimits, end: (why: Unreadability) => void): NodeJS.Timeout {
  const timer = setInterval(() => {
    const read = (name: string): Promise<string> => readFile(`/proc/${child.pid}/${name}`, 'utf8')
    Promise.all([read('statm'), read('stat')]).then(
      ([memory, times]) => {
        const [user, system] = times
          .slice(times.lastIndexOf(')') + 2)
          .split(' ')
          .slice(11, 13)
          .map(Number)
        if (((user ?? 0) + (system ?? 0)) / ticksInSecond > limits.seconds) end('too-long')
        if (Number(memory.split(' ')[1]) * pageBytes > limits.memoryBytes) end('too-heavy')
      },
      () => clearInterval(timer), // it has ended, or this system shows nothing
    )
  }, lookMs)
  return timer
}
