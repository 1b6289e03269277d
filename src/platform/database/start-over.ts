import { asOwner, type Database } from './open-database.ts'
import { migrate, readMigrations } from './run-migrations.ts'

/**
 * Empties the database: drops every schema that our migrations made, and nothing else, and makes them anew. Only for a database whose
 * whole content can be made again, such as a demonstration that was cut off while it was loading.
 */
export async function startOver(database: Database): Promise<void> {
  const migrations = await readMigrations()
  const made = migrations.flatMap(({ text }) => [...text.matchAll(/^create schema (\w+);/gm)].map((match) => match[1] ?? ''))
  const schemas = ['platform', ...made] // `platform` holds the list of migrations and is made before the first of them
  await asOwner(database, async (client) => {
    await client.query(`drop schema if exists ${schemas.map((name) => client.escapeIdentifier(name)).join(', ')} cascade`)
  })
  await migrate(database)
}
