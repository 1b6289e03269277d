import type pg from 'pg'

/**
 * Makes the program's role where it is missing and tries to act as it.
 * Answers false where the connecting user has no right to: then the program acts as that user and triggers alone guard the record.
 */
export async function grantRole(client: pg.Client, role: string): Promise<boolean> {
  const attempts = [`create role ${role} nologin`, `grant ${role} to current_user`]
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  for (const statement of known.rowCount ? attempts.slice(1) : attempts) await client.query(statement).catch(() => undefined) // a server may refuse, or another start was first
  return client.query(`set role ${role}`).then(
    () => client.query('reset role').then(() => true),
    () => false,
  )
}

/** Gives the role what acts and pages need in every schema of ours, and on the record only reading and adding. Run after migrations, as owner. */
export async function grantRights(client: pg.Client, role: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (!known.rowCount) return
  const schemas = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and pg_has_role(nspowner, 'usage')`,
  )
  for (const { name } of schemas.rows) {
    await client.query(`grant usage on schema ${name} to ${role};
      grant select, insert, update, delete on all tables in schema ${name} to ${role};
      grant usage, select on all sequences in schema ${name} to ${role}`)
  }
  await client.query(
    `revoke update, delete on journal.entry from ${role}; revoke insert, update, delete on platform.migration from ${role}`,
  )
}
