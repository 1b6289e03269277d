import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { refused } from '../../kernel/outcome.ts'
import type { Database } from '../database/index.ts'
import { enqueue, listJobs, retryJob, startJobs, type JobHandler, type Jobs } from './index.ts'
import { claimJobs } from './queries.ts'

describeWithDatabase('The job queue', () => {
  let database: Database
  let now: Date
  const running: Jobs[] = []

  beforeEach(async () => {
    database = await freshDatabase({ poolSize: 8 })
    now = new Date('2025-10-31T00:00:00Z')
  })
  afterEach(async () => {
    for (const jobs of running.splice(0)) await jobs.stop()
  })

  const start = (handlers: Record<string, JobHandler>): Jobs => {
    const jobs = startJobs(database, handlers, { now: () => now, log: () => undefined, pollMs: 0 })
    running.push(jobs)
    return jobs
  }
  const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
  const queue = (name: string, payload: unknown, options?: { runAt?: Date; key?: string }) =>
    database.transaction((db) => enqueue(db, name, payload, options))
  const count = async (state: 'waiting' | 'running' | 'failed' | 'done') => (await listJobs(database.read, { state })).length

  it('runs what an act queued, with its payload', async () => {
    const seen: unknown[] = []
    await queue('try.tell', { reference: 'A-1' })
    await start({ 'try.tell': async (payload) => void seen.push(payload) }).runOnce()
    expect(seen).toEqual([{ reference: 'A-1' }])
    expect(await count('done')).toBe(1)
  })

  it('runs nothing of an act that was refused', async () => {
    await database.transaction(async (db) => (await enqueue(db, 'try.tell', {}), refused('too-late')))
    expect(await start({}).runOnce()).toBe(0)
    expect(await count('failed')).toBe(0)
  })

  it('waits until the time it was given', async () => {
    await queue('try.tell', {}, { runAt: new Date(now.getTime() + 60_000) })
    const jobs = start({ 'try.tell': async () => undefined })
    expect(await jobs.runOnce()).toBe(0)
    later(60)
    expect(await jobs.runOnce()).toBe(1)
  })

  it('tries a failing job five times with growing pauses, keeps its error, and runs it again when asked', async () => {
    let runs = 0
    const id = await queue('try.break', {})
    const jobs = start({ 'try.break': async () => { if (++runs < 6) throw new Error(`broken ${runs}`) } }) // prettier-ignore
    await jobs.runOnce()
    for (const pause of [15, 60, 240, 960]) {
      later(pause - 1)
      expect(await jobs.runOnce()).toBe(0)
      later(1)
      expect(await jobs.runOnce()).toBe(1)
    }
    expect(await listJobs(database.read, { state: 'failed' })).toMatchObject([{ id, attempts: 5, lastError: 'broken 5' }])
    expect(await database.transaction((db) => retryJob(db, id))).toBe(true)
    await jobs.runOnce()
    expect(await count('done')).toBe(1)
    expect(await database.transaction((db) => retryJob(db, id))).toBe(false)
  })

  it('gives up at once, and says so, where nothing handles the name', async () => {
    await queue('try.unknown', {})
    await start({}).runOnce()
    expect(await listJobs(database.read, { state: 'failed' })).toMatchObject([
      { attempts: 1, lastError: 'No part of the program handles jobs named try.unknown' },
    ])
  })

  it('queues the same work once while it is open, with the newest payload', async () => {
    const seen: unknown[] = []
    const first = await queue('try.index', 1, { key: 'document:1' })
    expect(await queue('try.index', 2, { key: 'document:1' })).toBe(first)
    expect(await queue('try.index', 3, { key: 'document:2' })).not.toBe(first)
    await start({ 'try.index': async (payload) => void seen.push(payload) }).runOnce()
    expect(seen).toEqual([2, 3])
    expect(await queue('try.index', 4, { key: 'document:1' })).not.toBe(first)
  })

  it('runs keyed work once more when it was asked for while it ran', async () => {
    const seen: unknown[] = []
    await queue('try.index', 'before', { key: 'k' })
    const index: JobHandler = async (payload) => {
      seen.push(payload)
      if (seen.length === 1) await queue('try.index', 'meanwhile', { key: 'k' })
    }
    await start({ 'try.index': index }).runOnce()
    expect(seen).toEqual(['before', 'meanwhile'])
    expect(await count('done')).toBe(1)
  })

  it('takes over the job of a process that died, when its lease has run out', async () => {
    await queue('try.tell', {})
    expect(await database.transaction((db) => claimJobs(db, 'dead', now, 10))).toHaveLength(1)
    const jobs = start({ 'try.tell': async () => undefined })
    later(59)
    expect(await jobs.runOnce()).toBe(0)
    later(2)
    expect(await jobs.runOnce()).toBe(1)
  })

  it('looks for work by itself', async () => {
    const isDone = new Promise<void>((resolve) => {
      running.push(startJobs(database, { 'try.tell': async () => resolve() }, { now: () => now, log: () => undefined, pollMs: 5 }))
    })
    await queue('try.tell', {})
    await expect(isDone).resolves.toBeUndefined()
  })

  it('lets nothing wait for a slow job, and works off the slow ones one at a time', async () => {
    const order: string[] = []
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    const handlers: Record<string, JobHandler> = {
      'try.read': async (n: number) => {
        order.push(`begins ${n}`)
        await gate
        order.push(`ends ${n}`)
      },
      'try.tell': async () => open(),
    }
    await queue('try.read', 1)
    await queue('try.read', 2)
    await queue('try.tell', {})
    const jobs = startJobs(database, handlers, { now: () => now, log: () => undefined, pollMs: 0, slow: ['try.read'] })
    running.push(jobs)
    expect(await jobs.runOnce()).toBe(3)
    expect(order).toEqual(['begins 1', 'ends 1', 'begins 2', 'ends 2'])
  })

  it('does not start with a slow job that nothing handles: a name written wrongly would wait with the rest', () => {
    expect(() => startJobs(database, {}, { now: () => now, log: () => undefined, pollMs: 0, slow: ['try.raed'] })).toThrow('try.raed')
  })

  it('runs no job twice when four workers race for three hundred', async () => {
    const seen: number[] = []
    await database.transaction(async (db) => {
      for (let n = 0; n < 300; n++) await enqueue(db, 'try.count', n)
    })
    const workers = [1, 2, 3, 4].map(() => start({ 'try.count': async (n: number) => void seen.push(n) }))
    await Promise.all(workers.map((jobs) => jobs.runOnce()))
    for (const jobs of workers) await jobs.stop()
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, n) => n))
  })
})
