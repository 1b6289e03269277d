/** What a running server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number
  /** '' in the first moments of its start. */
  socketDir: string
}

/** Reads the text of a `postmaster.pid`; undefined where it is empty or damaged. */
export function readPostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, socketDir: lines[4]?.trim() ?? '' } : undefined
}

// The system's limit for the path of a socket is 103 bytes on macOS and 107 on Linux.
const longestPath = 100

/** Can a server listen in this folder, or is its path too long for a socket? */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= longestPath
}
