import { gunzipSync, gzipSync } from 'node:zlib'

/** Rows that were read once, as one text that a form carries back when they are confirmed. */
export function packRows(rows: readonly (readonly string[])[]): string {
  return gzipSync(JSON.stringify(rows)).toString('base64')
}

/** The rows of such a text; undefined for what is none, or unpacks to more bytes than these. */
export function unpackRows(text: string, mostBytes: number): string[][] | undefined {
  try {
    const rows: unknown = JSON.parse(gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8'))
    const isSheet = Array.isArray(rows) && rows.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'))
    return isSheet ? rows : undefined
  } catch {
    return undefined
  }
}
