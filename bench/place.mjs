import pg from 'pg'
import { freshFolder } from './program.mjs'

/** A database of one run's own: on the server of DATABASE_URL, else the embedded one in a folder. */
export async function makePlace() {
  const server = process.env['DATABASE_URL']
  const { folder, remove } = freshFolder()
  if (!server) return { url: undefined, folder, remove }
  const name = `gongkai_bench_${process.pid}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, folder, remove: () => (remove(), onServer(server, `drop database if exists ${name} with (force)`)) }
}

async function onServer(server, statement) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
