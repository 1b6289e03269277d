import pg from 'pg'

/** Where to connect, in the form of `pg`. */
export type Address = Pick<pg.PoolConfig, 'connectionString' | 'host' | 'port' | 'user' | 'database'>

/** The role of the running program: it may read and write the slices, but only read and add to the record. */
export const programRole = 'gongkai_app'

const sessionSettings = [
  `set statement_timeout = '15s'`,
  `set lock_timeout = '5s'`,
  `set idle_in_transaction_session_timeout = '30s'`,
  `set jit = off`,
  `set plan_cache_mode = force_custom_plan`,
  `set timezone = 'UTC'`,
]

/** A pool whose every connection carries the settings above and, where `role` is given, acts as that role. */
export function openPool(address: Address, size: number, role: string | undefined, log: (line: string) => void): pg.Pool {
  const settings = [...sessionSettings, ...(role ? [`set role ${role}`] : [])].join('; ')
  const pool = new pg.Pool({
    ...address,
    max: size,
    types,
    application_name: 'gongkai',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    onConnect: async (client: pg.ClientBase) => {
      await client.query(settings)
    },
  })
  pool.on('error', (error) => log(`A database connection was lost: ${error.message}`))
  return pool
}

/** One connection of the owner of the tables, without time limits: for migrations, rights and backups. Close it after use. */
export async function connectOwner(address: Address): Promise<pg.Client> {
  const client = new pg.Client({ ...address, types, application_name: 'gongkai-owner', connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the next query on it fails and says so
  await client.connect()
  return client
}

const oid = { int8: 20, date: 1082, int8Array: 1016, dateArray: 1182, textArray: 1009 }

// A date stays the text it is: a Date would carry a time zone. An int8 becomes a number, and never silently a wrong one.
const types = new pg.TypeOverrides()
const parseTextArray = pg.types.getTypeParser(oid.textArray) as unknown as (text: string) => (string | null)[]
types.setTypeParser(oid.int8, parseInt8)
types.setTypeParser(oid.date, (text: string) => text)
types.setTypeParser(oid.int8Array, parseInt8Array)
types.setTypeParser(oid.dateArray, (text: string) => parseTextArray(text))

/** Ids by the hundred thousand: read digit by digit, so that no text is made of each. */
function parseInt8Array(text: string): (number | null)[] {
  if (!/^\{[\d,]*\}$/.test(text)) return parseTextArray(text).map((one) => (one === null ? null : parseInt8(one)))
  const numbers: number[] = []
  if (text === '{}') return numbers
  let value = 0
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= digits.first && code <= digits.last) value = value * 10 + (code - digits.first)
    else {
      numbers.push(safe(value, text.slice(0, 40)))
      value = 0
    }
  }
  return numbers
}

const digits = { first: 48, last: 57 }

function parseInt8(text: string): number {
  return safe(Number(text), text)
}

function safe(value: number, text: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`The number ${text} from the database is too large to be exact.`)
  return value
}
