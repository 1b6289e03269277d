import { expect, it } from 'vitest'
import { describeWithDatabase, freshDatabase } from '../../../test/support/database.ts'
import { asOwner } from './index.ts'
import { listSchemas, writeTables } from './write-tables.ts'

describeWithDatabase('The types of the tables', () => {
  it('say what is nullable, filled or computed by the database, and what each column holds', async () => {
    const database = await freshDatabase()
    const text = await asOwner(database, async (client) => {
      await client.query(`create schema try; create table try.thing (
        id bigint generated always as identity primary key, on_day date not null, at timestamptz, tags text[] not null default '{}',
        rule jsonb, amount numeric not null, is_open boolean not null, doubled numeric generated always as (amount * 2) stored)`)
      expect(await listSchemas(client)).toContain('try')
      return writeTables(client, 'try')
    })
    expect(text.split('\n').slice(1)).toEqual([
      "import type { Generated, GeneratedAlways } from 'kysely'",
      '',
      'export interface Tables {',
      "'try.thing': {",
      'id: Generated<number>',
      'on_day: string',
      'at: Date | null',
      'tags: Generated<string[]>',
      'rule: unknown',
      'amount: string',
      'is_open: boolean',
      'doubled: GeneratedAlways<string | null>',
      '}',
      '}',
      '',
    ])
  })

  it('refuse a type that nobody has decided about', async () => {
    const database = await freshDatabase()
    const written = asOwner(database, async (client) => {
      await client.query('create schema try; create table try.thing (place point)')
      return writeTables(client, 'try')
    })
    await expect(written).rejects.toThrow('No TypeScript type is known for point of try.thing.place')
  })
})
