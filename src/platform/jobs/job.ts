/** One piece of work queued by an act. */
export interface Job {
  id: number
  name: string
  payload: unknown
  key?: string
  /** Not before; absent: at once. */
  runAt?: Date
  /** How often it was begun, this time included. */
  attempts: number
  leasedUntil?: Date
  doneAt?: Date
  failedAt?: Date
  lastError?: string
  createdAt: Date
}

export type JobState = 'waiting' | 'running' | 'failed' | 'done'

/** Works off one kind of job. It may be run twice (a process can die after the work and before the note of it), so it must not mind. */
export type JobHandler = (payload: never, job: Job) => Promise<void>

export const leaseSeconds = 60
const tries = 5
const firstPauseSeconds = 15

/** When a job that has just failed is to be tried again; undefined when that was the last try. Each pause is four times the one before. */
export function nextTry(attempts: number, now: Date): Date | undefined {
  if (attempts >= tries) return undefined
  return new Date(now.getTime() + 1000 * firstPauseSeconds * 4 ** (attempts - 1))
}
