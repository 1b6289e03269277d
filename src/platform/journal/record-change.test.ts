import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { refused } from '../../kernel/outcome.ts'
import { asOwner, using, type Database } from '../database/index.ts'
import { findHead, history, listEntries, record, type Change } from './index.ts'
import type { Entry } from './entry.ts'
import type { Tables } from './tables.gen.ts'

describeWithDatabase('The record', () => {
  let database: Database
  const change: Change = {
    at: new Date('2025-10-31T08:00:00Z'),
    actor: 'person:1',
    act: 'try.change',
    subject: 'try.thing:1',
    content: { title: '公开' },
  }
  const add = (more: Partial<Change> = {}) => database.transaction((db) => record(db, { ...change, ...more }))
  const entries = async (): Promise<Entry[]> => {
    const all: Entry[] = []
    for await (const { entry } of listEntries(database.read)) all.push(entry)
    return all
  }

  beforeEach(async () => {
    database = await freshDatabase()
  })

  it('numbers entries from one and links each to the one before', async () => {
    expect([await add(), await add()]).toEqual([1, 2])
    const [first, second] = await entries()
    expect(first?.prev).toBe('0'.repeat(64))
    expect(second?.prev).toBe(first?.hash)
    expect(await findHead(database.read)).toEqual({ seq: 2, at: '2025-10-31T08:00:00.000Z', hash: second?.hash })
  })

  it('leaves no gap where an act was refused or failed', async () => {
    await add()
    await database.transaction(async (db) => (await record(db, change), refused('too-late')))
    await database.transaction(async (db) => (await record(db, change), Promise.reject(new Error('broken')))).catch(() => undefined)
    expect(await add()).toBe(2)
  })

  it('numbers thirty acts at the same time without gap or fork', async () => {
    await Promise.all(Array.from({ length: 30 }, () => add()))
    const all = await entries()
    expect(all.map((entry) => entry.seq)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1))
    expect(new Set(all.map((entry) => entry.prev)).size).toBe(30)
  })

  it('never goes back in time, even when the clock does', async () => {
    await add()
    await add({ at: new Date('2025-10-31T07:00:00Z') })
    expect((await entries()).map((entry) => entry.at)).toEqual(['2025-10-31T08:00:00.000Z', '2025-10-31T08:00:00.000Z'])
  })

  it('gives the same content another hash each time, so that nobody can guess it', async () => {
    await add()
    await add()
    const [first, second] = await entries()
    expect(first?.contentHash).not.toBe(second?.contentHash)
  })

  it('tells the history of a subject in order, with reasons and details', async () => {
    await add({ reason: '更正数字', details: { page: '3' } })
    await add({ subject: 'try.thing:2' })
    await add({ act: 'try.close' })
    expect(await history(database.read, 'try.thing:1')).toEqual([
      { seq: 1, at: '2025-10-31T08:00:00.000Z', actor: 'person:1', act: 'try.change', reason: '更正数字', details: { page: '3' } },
      { seq: 3, at: '2025-10-31T08:00:00.000Z', actor: 'person:1', act: 'try.close', reason: '', details: {} },
    ])
  })

  it('refuses to record outside the transaction of the change', async () => {
    await expect(record(database.read, change)).rejects.toThrow('in its own transaction')
  })

  it('lets the program neither change nor remove an entry', async () => {
    await add()
    const entry = using<Tables>(database.read)
    await expect(entry.updateTable('journal.entry').set({ actor: 'person:2' }).execute()).rejects.toThrow('permission denied')
    await expect(entry.deleteFrom('journal.entry').execute()).rejects.toThrow('permission denied')
  })

  it.each(['update journal.entry set actor = $$x$$', 'delete from journal.entry', 'truncate journal.entry cascade'])(
    'stops even the owner of the tables at: %s',
    async (statement) => {
      await add()
      await expect(asOwner(database, (client) => client.query(statement))).rejects.toThrow('never changed or removed')
    },
  )
})
