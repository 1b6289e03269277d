import { findHead } from '../journal/index.ts'
import type { Site } from '../site.ts'
import type { KeptPages } from './kept-pages.ts'

const everyMs = 1000

/**
 * Looks once a second whether the record has grown, and empties the shelf of ready-made pages when it has: so a change made by another
 * process, a job or a command shows within a second.
 */
export function watchRecord(site: Site, kept: KeptPages): { stop(): void } {
  let last: number | undefined = -1
  let today = site.today()
  const look = async (): Promise<void> => {
    const head = await findHead(site.database.read)
    if (head?.seq !== last || site.today() !== today) kept.changed()
    last = head?.seq
    today = site.today()
  }
  const timer = setInterval(() => void look().catch(() => kept.changed()), everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
