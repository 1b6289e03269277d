import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** The first line of a backup: what made it, from what, and at which instant of the database's clock. */
export interface BackupHeader {
  format: 'gongkai-backup'
  version: 1
  gongkai: string
  postgres: string
  /** UTC with milliseconds. */
  at: string
  migrations: { name: string; sha256: string }[]
}

/** A line of a backup between its header and its end. */
export type BackupLine =
  | { table: string; columns: string[] }
  | (string | null)[] // a row of the table before it, as PostgreSQL writes each value
  | { sequence: string; last: string; isCalled: boolean }
  | { file: string; sizeBytes: number }
  | string // a piece of the file before it, in base64

/** The last line of a backup. */
export interface BackupEnd {
  tables: number
  rows: number
  files: number
  /** Of everything before this line. */
  sha256: string
}

/** What is wrong with a file: it is no backup known here, it ends too early, it was altered, or it does not fit the tables. */
export type Damage = 'no-backup' | 'cut-off' | 'altered' | 'unfit'

/** The file is no whole backup. Nothing of it may be used. */
export class DamagedBackup extends Error {
  override name = 'DamagedBackup'

  constructor(
    readonly damage: Damage,
    /** What exactly, for whoever searches the fault. */
    readonly detail = '',
  ) {
    super(`${damage} ${detail}`.trim())
  }
}

/**
 * Writes a backup: gzip of one JSON text per line. The name is given to the whole file only; a half-written one is removed.
 * Readable by its owner alone. Throws the system's error where it cannot write.
 */
export async function writeBackup(file: string, header: BackupHeader, lines: AsyncIterable<BackupLine>): Promise<BackupEnd> {
  const part = `${file}.${randomUUID().slice(0, 8)}.part`
  const end: BackupEnd = { tables: 0, rows: 0, files: 0, sha256: '' }
  try {
    await pipeline(chunks(header, lines, end), createGzip(), createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(part, file)
    await flushFolder(dirname(file))
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return end
}

/**
 * Reads a backup line by line, the header first. Throws DamagedBackup at the latest after the last line: whoever acts on a line
 * before must be able to take it back.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupHeader | BackupLine> {
  const counted: BackupEnd = { tables: 0, rows: 0, files: 0, sha256: '' }
  const hash = createHash('sha256')
  let end: BackupEnd | undefined
  let isFirst = true
  for await (const text of linesOf(file)) {
    if (end !== undefined) throw new DamagedBackup('altered', 'something follows the end')
    const line = parse(text)
    if (isFirst && !isHeader(line)) throw new DamagedBackup('no-backup')
    if (isEnd(line)) end = line.end
    else {
      hash.update(text).update('\n')
      if (!isFirst) countIn(counted, line as BackupLine)
      yield line as BackupHeader | BackupLine
    }
    isFirst = false
  }
  if (end === undefined) throw new DamagedBackup('cut-off')
  counted.sha256 = hash.digest('hex')
  if (JSON.stringify(counted) !== JSON.stringify(end)) throw new DamagedBackup('altered')
}

/** Reads a whole backup without using it. Answers its header; throws DamagedBackup, or the system's error where it cannot be read. */
export async function checkBackup(file: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined
  for await (const line of readBackup(file)) header ??= line as BackupHeader
  if (header === undefined) throw new DamagedBackup('no-backup')
  return header
}

const chunkBytes = 65_536

async function* chunks(header: BackupHeader, lines: AsyncIterable<BackupLine>, end: BackupEnd): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let waiting = `${JSON.stringify(header)}\n`
  const flush = (): Buffer => {
    const bytes = Buffer.from(waiting)
    waiting = ''
    hash.update(bytes)
    return bytes
  }
  for await (const line of lines) {
    countIn(end, line)
    waiting += `${JSON.stringify(line)}\n`
    if (waiting.length > chunkBytes) yield flush()
  }
  yield flush()
  end.sha256 = hash.digest('hex')
  yield Buffer.from(`${JSON.stringify({ end })}\n`)
}

function countIn(end: BackupEnd, line: BackupLine): void {
  if (Array.isArray(line)) end.rows++
  else if (typeof line === 'object' && 'table' in line) end.tables++
  else if (typeof line === 'object' && 'file' in line) end.files++
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const text = createGunzip()
  pipeline(createReadStream(file), text).catch(() => undefined) // the loop below meets the same error
  let begun: Buffer[] = []
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, at)]).toString()
        begun = []
        from = at + 1
      }
      if (from < chunk.length) begun.push(chunk.subarray(from))
    }
  } catch (error) {
    throw damageOf(error as NodeJS.ErrnoException) ?? error
  }
  if (begun.length > 0) throw new DamagedBackup('cut-off')
}

function damageOf({ code, message }: NodeJS.ErrnoException): DamagedBackup | undefined {
  if (code === 'Z_BUF_ERROR') return new DamagedBackup('cut-off')
  if (code?.startsWith('Z_')) return new DamagedBackup(message === 'incorrect header check' ? 'no-backup' : 'altered', message)
  return undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new DamagedBackup('altered', 'a line that is not JSON')
  }
}

function isHeader(line: unknown): line is BackupHeader {
  const { format, version } = (line ?? {}) as Partial<Record<keyof BackupHeader, unknown>>
  return format === 'gongkai-backup' && version === 1
}

function isEnd(line: unknown): line is { end: BackupEnd } {
  return typeof line === 'object' && line !== null && 'end' in line
}

// The name itself must survive a power cut. Some systems cannot flush a folder; there the name is safe enough.
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle
    .sync()
    .catch(() => undefined)
    .finally(() => handle.close())
}
