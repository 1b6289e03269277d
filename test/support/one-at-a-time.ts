import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'

/*
 * Journeys share one demo city, so a worker that is free waits for the one before it. Only the walk over every page goes on beside them: it
 * has a city of its own. The database keeps the turn, and gives it back when a worker dies.
 */
const demo = inject('demo')
const longestWait = 900_000 // milliseconds: the whole of the others
/** A number of its own, which the program takes for nothing. */
const key = createHash('sha256').update('one journey at a time').digest().readInt32BE()
let turn: pg.Client | undefined

// eslint-disable-next-line no-empty-pattern -- the runner takes no other form of it
beforeAll(async ({}, { file }) => {
  if (demo === null || file.filepath.endsWith('/every-page.test.ts')) return
  turn = new pg.Client({ connectionString: demo.databaseUrl })
  await turn.connect()
  await turn.query('select pg_advisory_lock($1)', [key])
}, longestWait)

afterAll(async () => {
  await turn?.end()
  turn = undefined
})
