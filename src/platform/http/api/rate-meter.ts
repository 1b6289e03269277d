const minuteMs = 60_000
const mostKeys = 10_000

/** Counts requests per key and minute, in the memory of this process: several servers each count their own. */
export class RateMeter {
  readonly #perMinute: number
  readonly #counts = new Map<string, { since: number; n: number }>()

  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** Counts one request. Gives the seconds to wait when there were too many, else 0. */
  take(key: string, now: number): number {
    const wait = this.secondsToWait(key, now)
    if (wait > 0) return wait
    const count = this.#running(key, now) ?? { since: now, n: 0 }
    if (this.#counts.size >= mostKeys) this.#forget(now)
    this.#counts.set(key, { ...count, n: count.n + 1 })
    return 0
  }

  /** How long this key must wait, without counting anything. */
  secondsToWait(key: string, now: number): number {
    const count = this.#running(key, now)
    if (count === undefined || count.n < this.#perMinute) return 0
    return Math.max(1, Math.ceil((count.since + minuteMs - now) / 1000))
  }

  #running(key: string, now: number): { since: number; n: number } | undefined {
    const count = this.#counts.get(key)
    return count !== undefined && now - count.since < minuteMs ? count : undefined
  }

  /** Minutes that are over go first; if all run, the oldest do. */
  #forget(now: number): void {
    for (const [key, { since }] of this.#counts) if (now - since >= minuteMs) this.#counts.delete(key)
    for (const key of this.#counts.keys()) {
      if (this.#counts.size < mostKeys) break
      this.#counts.delete(key)
    }
  }
}
