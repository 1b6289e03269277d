import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { codeOf } from './fault.ts'
import { handleOf, type Db } from './handle.ts'

const tries = 4
const mayRunAgain = ['40001', '40P01'] // serialisation failure, deadlock

/** Carries a refusal out of Kysely's transaction, which rolls back only on an error. */
class RolledBack extends Error {
  constructor(readonly value: unknown) {
    super('rolled back')
  }
}

/** Runs `work` in a transaction that an error and a refusal roll back; again, when the database asks for it. */
export async function runTransaction<T>(kysely: Kysely<never>, work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await kysely.transaction().execute(async (transaction) => {
        const value = await work(handleOf(transaction))
        if (isRefusal(value)) throw new RolledBack(value)
        return value
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.value as T
      if (attempt === tries || !mayRunAgain.includes(codeOf(error))) throw error
      await pause(Math.random() * 50 * attempt)
    }
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
