import { sql } from 'kysely'
import { grantRights } from '../../src/platform/database/grant-rights.ts'
import { asOwner, using, type Database } from '../../src/platform/database/index.ts'
import { programRole } from '../../src/platform/database/pool.ts'
import { seal, type SealedRow, type SealHolder, type SealKeys } from '../../src/platform/seal/index.ts'

interface Sealed {
  holder: SealHolder
  all(): Promise<SealedRow[]>
}

/** A table of a test's own with sealed people, and the holder of its column. */
export async function givenSealed(database: Database, keys: SealKeys, people: number): Promise<Sealed> {
  const db = using(database.read)
  const holder: SealHolder = {
    name: 'try.sealed.person',
    async list(after, limit) {
      const query = sql<SealedRow>`select id::text, person as sealed from try.sealed t
        where person is not null and t.id > ${after ?? '0'} order by t.id limit ${limit}`
      return (await query.execute(db)).rows
    },
    async save(id, was, sealed) {
      const saved = await sql`update try.sealed set person = ${sealed} where id = ${id} and person = ${was}`.execute(db)
      return saved.numAffectedRows === 1n
    },
    about: (id) => `try.sealed:${id}`,
  }
  await asOwner(database, async (client) => {
    await client.query('create schema try; create table try.sealed (id bigint primary key, person bytea)')
    await grantRights(client, programRole)
    for (let id = 1; id <= people; id++) {
      await client.query('insert into try.sealed values ($1, $2)', [id, seal(keys, { name: `王小明${id}` }, holder.about(String(id)))])
    }
  })
  return { holder, all: () => holder.list(undefined, people) }
}
