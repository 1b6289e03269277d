import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../root.ts'
import { WrongSheet, kindOfSheet, type SheetLimits, type SheetProblem } from './sheet.ts'

/** Limits for a catalogue of a whole county with room to spare. */
const limits: SheetLimits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  rows: 20_000,
  columns: 100,
  cellLetters: 20_000,
  seconds: 20,
  memoryMegabytes: 256,
}

export interface SheetAnswer {
  rows?: string[][]
  problem?: SheetProblem
}

/**
 * The first sheet of a workbook, or a text of values set apart by commas, as rows of cells. Every cell is text as it is shown: a day as
 * `YYYY-MM-DD`, the shown value of a formula, which is never worked out; a cell that is covered by a merged one is empty. Rows keep their
 * numbers: the first is at index 0. Read in a thread of its own with a limit of memory and time; throws WrongSheet.
 */
export async function readSheet(bytes: Uint8Array, asked: Partial<SheetLimits> = {}): Promise<string[][]> {
  const within = { ...limits, ...asked }
  if (bytes.length > within.fileBytes) throw new WrongSheet('too-large')
  const answer = await askThread({ bytes, kind: kindOfSheet(bytes), limits: within })
  if (answer.rows === undefined) throw new WrongSheet(answer.problem ?? 'not-a-sheet')
  return answer.rows
}

/** Threads run compiled code, also under tests. */
const threadFile = pathToFileURL(join(packageRoot, 'dist/src/platform/sheets/sheet-thread.js'))

function askThread(workerData: { bytes: Uint8Array; kind: string; limits: SheetLimits }): Promise<SheetAnswer> {
  const resourceLimits = { maxOldGenerationSizeMb: workerData.limits.memoryMegabytes }
  const worker = new Worker(threadFile, { workerData, resourceLimits, stdout: true, stderr: true, env: {} })
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => finish({ problem: 'takes-too-long' }), workerData.limits.seconds * 1000)
    const finish = (answer: SheetAnswer): void => {
      clearTimeout(late)
      void worker.terminate()
      resolve(answer)
    }
    worker.once('message', finish)
    worker.once('error', (fault: Error & { code?: string }) => {
      clearTimeout(late)
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ problem: 'unpacks-too-far' })
      else reject(fault)
    })
  })
}
