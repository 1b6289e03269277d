import { parentPort, workerData } from 'node:worker_threads'
import type { SheetAnswer } from './read-sheet.ts'
import { WrongSheet, type SheetKind, type SheetLimits } from './sheet.ts'

/** The thread in which one sheet is read: it answers once, and is ended. */
const { bytes, kind, limits } = workerData as { bytes: Uint8Array; kind: SheetKind; limits: SheetLimits }

async function answer(): Promise<SheetAnswer> {
  try {
    const rows = kind === 'xlsx' ? await readWorkbook() : await readText()
    return { rows: withinLimits(rows) }
  } catch (fault) {
    return { problem: fault instanceof WrongSheet ? fault.problem : 'not-a-sheet' }
  }
}

async function readWorkbook(): Promise<string[][]> {
  await measure()
  const { readSheet } = await import('read-excel-file/node')
  const rows = await readSheet(Buffer.from(bytes))
  return rows.map((row) => row.map(textOf))
}

/** Unpacks everything once and counts, before anything is read: what a file says about its own size is not believed. */
async function measure(): Promise<void> {
  const { fromBufferPromise } = await import('yauzl')
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    for await (const part of await zip.openReadStreamPromise(entry)) {
      unpacked += (part as Buffer).length
      if (unpacked > limits.unpackedBytes) throw new WrongSheet('unpacks-too-far')
    }
  }
}

async function readText(): Promise<string[][]> {
  const [{ decodeText }, { parse }] = await Promise.all([import('../text/decode-text.ts'), import('csv-parse/sync')])
  const { text } = decodeText(bytes)
  if (text.includes('\u0000')) throw new WrongSheet('not-a-sheet')
  const [first = ''] = text.split('\n', 1)
  const delimiter = first.includes('\t') && !first.includes(',') ? '\t' : ','
  const rows: string[][] = parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false })
  return rows.map((row) => row.map((cell) => unescaped(cell.trim())))
}

/** What was written so that no program takes it for a formula is read as what it was. */
function unescaped(cell: string): string {
  return /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
}

function withinLimits(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  if (last < 0) throw new WrongSheet('empty')
  if (last >= limits.rows) throw new WrongSheet('too-many-rows')
  const filled = rows.slice(0, last + 1)
  if (filled.some((row) => row.length > limits.columns)) throw new WrongSheet('too-many-columns')
  if (filled.some((row) => row.some((cell) => cell.length > limits.cellLetters))) throw new WrongSheet('cell-too-long')
  return filled
}

parentPort?.postMessage(await answer())
