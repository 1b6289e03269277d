import { fork, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { packageRoot } from '../root.ts'

/** What is to be set: a template of `assets/print`, what it says, and the instant that the file bears as its own. */
export interface PrintOrder {
  template: 'sheet' | 'script' | 'gazette' | 'letter' | 'receipt' | 'ledger' | 'report' | 'clock-table'
  content: Record<string, unknown>
  at: Date
}

/** Too much is waiting for the press. Becomes a 503: whoever asked may ask again. */
export class PressBusy extends Error {
  override name = 'PressBusy'
  readonly statusCode = 503
}

interface Waiting {
  done: (pdf: Buffer) => void
  failed: (fault: Error) => void
  timer: NodeJS.Timeout
}

interface Reply {
  id: number
  pdf?: Uint8Array
  fault?: string
}

export interface PressTerms {
  /** The process ends when nothing was asked of it for so long. */
  idleMs: number
  /** A sheet that takes longer is given up, and the process with it. */
  longestMs: number
  mostWaiting: number
  /** The setter keeps what it has read, so a process is replaced by a fresh one after so many sheets. */
  mostSheets: number
  /** So many finished files are kept while the process runs: a sheet that many ask for is set once. */
  mostKept: number
}

const usual: PressTerms = { idleMs: 60_000, longestMs: 30_000, mostWaiting: 20, mostSheets: 300, mostKept: 20 }

/**
 * Sets pages in a process of its own, which starts with the first order and ends when it is idle: a server that prints nothing pays
 * nothing, and the native code that sets pages can neither stop the server nor fill its memory.
 */
export class Press {
  readonly #terms: PressTerms
  readonly #waiting = new Map<number, Waiting>()
  readonly #kept = new Map<string, Promise<Buffer>>()
  #process: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined
  #orders = 0
  #sheets = 0

  constructor(terms: Partial<PressTerms> = {}) {
    this.#terms = { ...usual, ...terms }
  }

  /** Is there a process now? */
  get isRunning(): boolean {
    return this.#process !== undefined
  }

  /** The finished file. Throws PressBusy when too many wait, and an error with the setter's words when it cannot be set. */
  async print(order: PrintOrder): Promise<Buffer> {
    const key = createHash('sha256').update(JSON.stringify(order)).digest('base64')
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const printed = this.#set(order)
    this.#kept.set(key, printed)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#terms.mostKept && oldest !== undefined) this.#kept.delete(oldest)
    printed.catch(() => this.#kept.delete(key))
    return printed
  }

  async #set(order: PrintOrder): Promise<Buffer> {
    if (this.#waiting.size >= this.#terms.mostWaiting) throw new PressBusy('the press has too much to do')
    clearTimeout(this.#idle)
    const id = ++this.#orders
    const press = this.#start()
    return new Promise<Buffer>((done, failed) => {
      const timer = setTimeout(() => this.#end(press, new Error(`${order.template} took too long`)), this.#terms.longestMs)
      this.#waiting.set(id, { done, failed, timer })
      const { template, content, at } = order
      press.send({ id, template, content, seconds: Math.floor(at.getTime() / 1000) }, (fault) => {
        if (fault !== null) this.#end(press, fault)
      })
    })
  }

  /** Ends the process; whoever waits is told. */
  stop(): void {
    if (this.#process !== undefined) this.#end(this.#process, new Error('the press was stopped'))
  }

  #start(): ChildProcess {
    if (this.#process !== undefined) return this.#process
    const press = fork(join(packageRoot, 'assets/print/press.mjs'), [], { serialization: 'advanced', execArgv: [], env: {} })
    this.#process = press
    this.#sheets = 0
    press.unref()
    press.channel?.unref()
    press.on('message', (reply: Reply) => this.#take(press, reply))
    press.on('exit', (code) => this.#end(press, new Error(`the press ended with ${code}`)))
    press.on('error', (fault) => this.#end(press, fault))
    return press
  }

  #take(press: ChildProcess, { id, pdf, fault }: Reply): void {
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return
    this.#waiting.delete(id)
    clearTimeout(waiting.timer)
    if (pdf === undefined) waiting.failed(new Error(`the press: ${fault}`))
    else waiting.done(Buffer.from(pdf))
    this.#sheets += 1
    if (this.#waiting.size > 0) return
    if (this.#sheets >= this.#terms.mostSheets) this.#end(press, new Error('renewed'))
    else this.#idle = setTimeout(() => this.stop(), this.#terms.idleMs).unref()
  }

  #end(press: ChildProcess, fault: Error): void {
    if (press !== this.#process) return
    this.#process = undefined
    clearTimeout(this.#idle)
    press.kill()
    for (const { failed, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      failed(fault)
    }
    this.#waiting.clear()
    this.#kept.clear()
  }
}
