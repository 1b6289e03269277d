import { expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { findCity, saveCity } from '../city/queries.ts'
import { record, verifyJournal } from '../journal/index.ts'
import { asOwner, pendingMigrations, startOver } from './index.ts'

describeWithDatabase('starting over', () => {
  it('leaves a database as new as on its first day, and what is not ours untouched', async () => {
    const database = await freshDatabase()
    await asOwner(database, (client) =>
      client.query('create table public.somebody_elses (n int); insert into public.somebody_elses values (7)'),
    )
    await database.transaction(async (db) => {
      await saveCity(db, { nameZh: '半城', nameEn: 'Half a city', siteCode: '' })
      await record(db, { at: new Date('2026-06-01T00:00:00Z'), actor: 'system', act: 'try.half', subject: 'try:1', content: {} })
    })
    await startOver(database)
    expect(await findCity(database.read)).toBeUndefined()
    expect(await pendingMigrations(database)).toEqual([])
    expect(await verifyJournal(database.read, {})).toMatchObject({ entries: 0, findings: [] })
    await database.transaction((db) => saveCity(db, { nameZh: '新城', nameEn: 'New city', siteCode: '' }))
    expect(await findCity(database.read)).toMatchObject({ nameEn: 'New city' })
    const { rows } = await asOwner(database, (client) => client.query('select n from public.somebody_elses'))
    expect(rows).toEqual([{ n: 7 }])
  })
})
