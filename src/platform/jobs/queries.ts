import { sql, type SqlBool } from 'kysely'
import { using, type Db } from '../database/index.ts'
import { leaseSeconds, type Job, type JobState } from './job.ts'
import type { Tables } from './tables.gen.ts'

const columns = [
  'id',
  'name',
  'payload',
  'key',
  'run_at',
  'attempts',
  'leased_until',
  'done_at',
  'failed_at',
  'last_error',
  'created_at',
] as const

/**
 * Queues work in the act's own transaction: it runs once the act is committed, and never if it is not. While a job with the
 * same name and key is open no second is made: the open one takes this payload, or, where it is running, runs once more.
 * Answers the job's number.
 */
export async function enqueue(db: Db, name: string, payload: unknown, options: { runAt?: Date; key?: string } = {}): Promise<number> {
  const row = await using<Tables>(db)
    .insertInto('work.job')
    .values({
      name,
      payload: JSON.stringify(payload ?? null),
      key: options.key ?? null,
      run_at: options.runAt ?? null,
      created_at: sql<Date>`now()`,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'key'])
        .where('done_at', 'is', null)
        .where('failed_at', 'is', null)
        .doUpdateSet((expression) => ({
          payload: expression.ref('excluded.payload'),
          run_at: sql<Date | null>`case when job.run_at < excluded.run_at then job.run_at when excluded.run_at <= job.run_at then excluded.run_at end`,
          again: sql<boolean>`job.leased_until is not null`,
        })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Which jobs: those with one of these names, or all but those with one of these names. */
export type Names = { only: readonly string[] } | { except: readonly string[] }

/** Takes up to `limit` due jobs for `worker`, past those that others hold. A lease that ran out is free again. */
export async function claimJobs(db: Db, worker: string, now: Date, limit: number, names: Names = { except: [] }): Promise<Job[]> {
  const isOurs =
    'only' in names ? sql<SqlBool>`name = any (${[...names.only]}::text[])` : sql<SqlBool>`name <> all (${[...names.except]}::text[])`
  const rows = await using<Tables>(db)
    .updateTable('work.job')
    .set({ attempts: sql<number>`attempts + 1`, leased_until: leaseFrom(now), leased_by: worker, again: false })
    .where('id', 'in', (query) =>
      query
        .selectFrom('work.job')
        .select('id')
        .where('done_at', 'is', null)
        .where('failed_at', 'is', null)
        .where(isOurs)
        .where((where) => where.or([where('run_at', 'is', null), where('run_at', '<=', now)]))
        .where((where) => where.or([where('leased_until', 'is', null), where('leased_until', '<', now)]))
        .orderBy('run_at', (order) => order.asc().nullsFirst())
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(columns)
    .execute()
  return rows.map(jobOf).sort((a, b) => a.id - b.id)
}

/** Keeps ours what we have taken and not yet finished. */
export async function extendLeases(db: Db, worker: string, now: Date): Promise<void> {
  await using<Tables>(db)
    .updateTable('work.job')
    .set({ leased_until: leaseFrom(now) })
    .where('leased_by', '=', worker)
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null)
    .execute()
}

/** Notes the end of a job, unless it was asked for once more meanwhile: then it is due again. */
export async function finishJob(db: Db, id: number, worker: string, now: Date): Promise<void> {
  await ours(db, id, worker)
    .set({
      done_at: sql<Date | null>`case when again then null else ${now}::timestamptz end`,
      attempts: sql<number>`case when again then 0 else attempts end`,
      run_at: sql<Date | null>`case when again then null else run_at end`,
      leased_until: null,
      leased_by: null,
      last_error: null,
      again: false,
    })
    .execute()
}

/** Notes why a job failed: to be tried again at `retryAt`, or given up where there is none. */
export async function failJob(db: Db, id: number, worker: string, error: string, now: Date, retryAt: Date | undefined): Promise<void> {
  await ours(db, id, worker)
    .set({ last_error: error, leased_until: null, leased_by: null, ...(retryAt ? { run_at: retryAt } : { failed_at: now }) })
    .execute()
}

/** The jobs in one state, newest first, at most 200. */
export async function listJobs(db: Db, options: { state: JobState }): Promise<Job[]> {
  const rows = await using<Tables>(db)
    .selectFrom('work.job')
    .select(columns)
    .where(conditions[options.state])
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(jobOf)
}

/** Makes a failed job due again with all its tries. Answers false where it is not failed, or where the same work is open already. */
export async function retryJob(db: Db, id: number): Promise<boolean> {
  const answer = await sql`update work.job as failed set failed_at = null, attempts = 0, run_at = null
    where id = ${id} and failed_at is not null and not exists (select from work.job as open
      where open.name = failed.name and open.key = failed.key and open.done_at is null and open.failed_at is null)`.execute(
    using<Tables>(db),
  )
  return answer.numAffectedRows === 1n
}

/** Forgets jobs that were done before `before`. */
export async function removeDoneJobs(db: Db, before: Date): Promise<void> {
  await using<Tables>(db).deleteFrom('work.job').where('done_at', '<', before).execute()
}

const conditions = {
  waiting: sql<SqlBool>`done_at is null and failed_at is null and leased_until is null`,
  running: sql<SqlBool>`done_at is null and failed_at is null and leased_until is not null`,
  failed: sql<SqlBool>`failed_at is not null`,
  done: sql<SqlBool>`done_at is not null`,
} satisfies Record<JobState, unknown>

function ours(db: Db, id: number, worker: string) {
  return using<Tables>(db).updateTable('work.job').where('id', '=', id).where('leased_by', '=', worker)
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1000)
}

function jobOf(row: { [Name in (typeof columns)[number]]: unknown }): Job {
  return {
    id: row.id as number,
    name: row.name as string,
    payload: row.payload,
    key: (row.key as string | null) ?? undefined,
    runAt: (row.run_at as Date | null) ?? undefined,
    attempts: row.attempts as number,
    leasedUntil: (row.leased_until as Date | null) ?? undefined,
    doneAt: (row.done_at as Date | null) ?? undefined,
    failedAt: (row.failed_at as Date | null) ?? undefined,
    lastError: (row.last_error as string | null) ?? undefined,
    createdAt: row.created_at as Date,
  }
}
