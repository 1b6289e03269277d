import { hostname } from 'node:os'
import type { Database } from '../database/index.ts'
import { leaseSeconds, nextTry, type Job, type JobHandler } from './job.ts'
import { claimJobs, extendLeases, failJob, finishJob, removeDoneJobs, type Names } from './queries.ts'

export interface Jobs {
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>
  /** Works off everything that is due now, and answers how many jobs that were. */
  runOnce(): Promise<number>
}

export interface JobOptions {
  now: () => Date
  log: (line: Record<string, unknown>) => void
  /** Milliseconds between two looks; 1000 when not said, 0 for never: then only `runOnce` works. */
  pollMs?: number
  /** Names of jobs that may take long: they have a queue of their own, so that nothing else waits for them. */
  slow?: readonly string[]
}

const batch = 10
const keptDays = 30

/**
 * Looks for due jobs every second and runs them, one after the other, the slow ones beside the rest; several processes may do so side by
 * side. A job that fails is tried again with growing pauses, five times in all, and then stays as failed for people to see.
 */
export function startJobs(database: Database, handlers: Handlers, options: JobOptions): Jobs {
  const { pollMs = 1000, slow = [] } = options
  const unknown = slow.filter((name) => !Object.hasOwn(handlers, name))
  if (unknown.length > 0) throw new Error(`No part of the program handles the slow jobs ${unknown.join(', ')}`)
  const queues = [startQueue(database, handlers, options, { except: slow })]
  if (slow.length > 0) queues.push(startQueue(database, handlers, options, { only: slow }))
  const runOnce = async (): Promise<number> => (await Promise.all(queues.map((queue) => queue.runOnce()))).reduce((a, b) => a + b, 0)
  const timers = [setInterval(() => void forget(database, options), 3_600_000).unref()]
  if (pollMs > 0) timers.push(...queues.map((queue) => setInterval(() => void queue.look(), pollMs).unref()))
  return {
    runOnce,
    stop: async () => {
      timers.forEach(clearInterval)
      await Promise.all(queues.map((queue) => queue.stop()))
    },
  }
}

/** Works off the jobs with these names, one at a time. */
function startQueue(database: Database, handlers: Handlers, options: JobOptions, names: Names) {
  const worker = `${hostname()}:${process.pid}:${crypto.randomUUID().slice(0, 8)}`
  let isStopped = false
  let isLooking = false
  let underWay: Promise<unknown> = Promise.resolve()

  // One run at a time: who asks meanwhile waits and then looks again.
  const runOnce = (): Promise<number> => {
    const run = underWay.then(() => runDue({ database, handlers, worker, options, names, isStopped: () => isStopped }))
    underWay = run.catch(() => undefined)
    return run
  }
  return {
    runOnce,
    async look(): Promise<void> {
      if (isLooking) return
      isLooking = true
      await runOnce().catch((error: unknown) => options.log({ level: 'error', what: 'jobs', error: String(error) }))
      isLooking = false
    },
    async stop(): Promise<void> {
      isStopped = true
      await underWay
    },
  }
}

type Handlers = Record<string, JobHandler>

interface Queue {
  database: Database
  handlers: Handlers
  worker: string
  options: JobOptions
  names: Names
  isStopped: () => boolean
}

async function runDue({ database, handlers, worker, options, names, isStopped }: Queue): Promise<number> {
  // A long job keeps its lease, and so do those taken with it that wait for their turn.
  const extend = () => void extendLeases(database.read, worker, options.now()).catch(() => undefined)
  const keep = setInterval(extend, (leaseSeconds * 1000) / 3)
  try {
    let count = 0
    while (!isStopped()) {
      const jobs = await database.transaction((db) => claimJobs(db, worker, options.now(), batch, names))
      if (jobs.length === 0) break
      for (const job of jobs) await runJob(database, handlers[job.name], job, worker, options)
      count += jobs.length
    }
    return count
  } finally {
    clearInterval(keep)
  }
}

async function runJob(
  database: Database,
  handler: JobHandler | undefined,
  job: Job,
  worker: string,
  { now, log }: JobOptions,
): Promise<void> {
  try {
    if (!handler) throw new NoHandler(`No part of the program handles jobs named ${job.name}`)
    await handler(job.payload as never, job)
    await finishJob(database.read, job.id, worker, now())
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const retryAt = error instanceof NoHandler ? undefined : nextTry(job.attempts, now())
    log({ level: retryAt ? 'warn' : 'error', what: 'job failed', job: job.id, name: job.name, attempt: job.attempts, error: message })
    await failJob(database.read, job.id, worker, message.replaceAll('\0', ''), now(), retryAt)
  }
}

class NoHandler extends Error {}

async function forget(database: Database, { now, log }: JobOptions): Promise<void> {
  const before = new Date(now().getTime() - keptDays * 86_400_000)
  await removeDoneJobs(database.read, before).catch((error: unknown) => log({ level: 'warn', what: 'jobs', error: String(error) }))
}
