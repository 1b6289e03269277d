/** The program cannot start or go on, for a reason that its operator can mend. The message is one line for people. */
export class StartFault extends Error {
  override name = 'StartFault'
}

const lowestVersion = 150000

/** Turns a failure to reach the server named by DATABASE_URL into one line that names what to mend. Never shows the password. */
export function connectionFault(error: unknown, where: string): StartFault {
  const code = codeOf(error)
  const because = reasons[code] ?? (error instanceof Error && error.message !== '' ? error.message : code)
  return new StartFault(`DATABASE_URL cannot be used: ${because} (${where}).`, { cause: error })
}

/** Refuses a server that is too old or does not speak UTF-8. */
export function unfitServer(version: number, versionText: string, encoding: string): StartFault | undefined {
  if (version < lowestVersion) return new StartFault(`PostgreSQL 15 or later is needed; this server is ${versionText}.`)
  if (encoding !== 'UTF8') return new StartFault(`The database must be encoded in UTF8; this one is ${encoding}.`)
  return undefined
}

/** The SQLSTATE or system error code of anything thrown; '' where it has none. Looks into the parts of an AggregateError. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'no server answers there',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name cannot be looked up',
  ETIMEDOUT: 'the server does not answer',
  ENOENT: 'no server answers on that socket',
  EACCES: 'that socket may not be opened by this user',
  '28P01': 'user name or password is wrong',
  '28000': 'this user may not sign in',
  '3D000': 'there is no such database',
  '42501': 'this user may not enter the database',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
}
