import type { Kysely } from 'kysely'

const handle = Symbol('database handle')

/** A transaction, or the pool for reading. Opaque, so that only queries can look inside. */
export interface Db {
  readonly [handle]: unknown
}

/** Wraps a Kysely instance or transaction; only the database folder makes handles. */
export function handleOf(kysely: Kysely<never>): Db {
  return { [handle]: kysely }
}

/**
 * The typed query builder behind a handle, seeing only the tables that it is told of.
 * For `queries*.ts` alone: a slice names its own `Tables`, so a query on another slice's table does not compile.
 */
export function using<Tables>(db: Db): Kysely<Tables> {
  return db[handle] as Kysely<Tables>
}
