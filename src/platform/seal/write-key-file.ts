import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a key file for its owner alone, in a folder for its owner alone: whole, on the disk, and only then under its name. A `new` one
 * never takes the place of another: false when one is there already, be it for a moment only. Throws the system's error where it cannot write.
 */
export function writeKeyFile(path: string, text: string, how: 'new' | 'over'): boolean {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const part = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.part`
  try {
    writeFlushed(part, text)
    if (how === 'over') renameSync(part, path)
    // A rename would take the place of a file that another process made a moment ago; a link does not.
    else linkSync(part, path)
    flushFolder(folder)
    return true
  } catch (error) {
    if (how === 'new' && (error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return // a folder cannot be opened there
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
