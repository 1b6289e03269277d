import type { ReadyMade } from './render.ts'

/**
 * Ready-made public pages, valid for one state of the record. Any change of the record empties the shelf, so a reader never
 * waits longer for a correction than for the next request.
 */
export class KeptPages {
  #state = 0
  readonly #pages = new Map<string, ReadyMade>()
  #bytes = 0
  readonly #limitBytes: number

  constructor(limitBytes = 16 * 1024 * 1024) {
    this.#limitBytes = limitBytes
  }

  /** The state now; hand it back to `keep`, so that a page drawn from older rows is not kept. */
  get state(): number {
    return this.#state
  }

  /** Something changed: everything kept is out of date. */
  changed(): void {
    this.#state += 1
    this.#pages.clear()
    this.#bytes = 0
  }

  find(key: string): ReadyMade | undefined {
    const page = this.#pages.get(key)
    if (page === undefined) return undefined
    this.#pages.delete(key)
    this.#pages.set(key, page) // the most recently read goes last
    return page
  }

  keep(key: string, page: ReadyMade, state: number): void {
    const size = page.plain.length + page.packed.length + key.length
    if (state !== this.#state || size > this.#limitBytes / 8) return
    this.#pages.set(key, page)
    this.#bytes += size
    for (const [oldest, old] of this.#pages) {
      if (this.#bytes <= this.#limitBytes) break
      this.#pages.delete(oldest)
      this.#bytes -= old.plain.length + old.packed.length + oldest.length
    }
  }
}
