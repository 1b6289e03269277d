import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StartFault } from './fault.ts'

/** Who runs on a data folder. `ticks` is the process's start in the system's own count: it tells a number that was given again. */
interface Holder {
  pid: number
  since: string
  ticks?: string
}

const heldHere = new Set<string>()

/** The line with which a second program is sent away. */
export function heldFault(dataDir: string): StartFault {
  const holder = readHolder(dataDir)
  const who = holder ? `process ${holder.pid}, running since ${holder.since}` : 'another process'
  return new StartFault(`The data folder ${dataDir} is in use by ${who}. Stop it first, or choose another DATA_DIR.`)
}

/** Is a living program running on this folder? A file left by a dead one does not count, also when its number was given again. */
export function isHeld(dataDir: string): boolean {
  const holder = readHolder(dataDir)
  if (!holder) return false
  if (holder.pid === process.pid && !ticksOf(process.pid)) return heldHere.has(dataDir)
  return isAlive(holder)
}

/** Takes the folder by writing `gongkai.lock`, and answers how to let it go. Throws StartFault naming the holder. */
export function holdFolder(dataDir: string): () => void {
  if (isHeld(dataDir)) throw heldFault(dataDir)
  const file = join(dataDir, 'gongkai.lock')
  moveAside(file)
  const self: Holder = { pid: process.pid, since: new Date().toISOString(), ticks: ticksOf(process.pid) }
  try {
    const open = openSync(file, 'wx', 0o644)
    writeSync(open, JSON.stringify(self) + '\n')
    closeSync(open)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw heldFault(dataDir) // another start was a moment quicker
    throw error
  }
  heldHere.add(dataDir)
  return () => {
    heldHere.delete(dataDir)
    if (readHolder(dataDir)?.pid === process.pid) rmSync(file, { force: true })
  }
}

function moveAside(file: string): void {
  const stale = `${file}.${process.pid}`
  try {
    renameSync(file, stale)
    rmSync(stale, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function readHolder(dataDir: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(dataDir, 'gongkai.lock'), 'utf8')) as Holder
    return Number.isInteger(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder): boolean {
  const ticks = ticksOf(holder.pid)
  if (ticks !== undefined && holder.ticks !== undefined) return ticks === holder.ticks
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// Field 22 of /proc/<pid>/stat, counted after the name in brackets, which may hold spaces. Absent outside Linux.
function ticksOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
