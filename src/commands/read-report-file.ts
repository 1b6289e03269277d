import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** The text of a file, or why it has none. */
export type FileText = { text: string } | { wrong: 'unreadable' | 'too-large' | 'not-utf8' }

/** Reads a text file, and of a larger one nothing. A file that grows while it is read is cut off no later than one byte after the limit. */
export function readReportFile(path: string, mostBytes: number): FileText {
  try {
    const file = statSync(path)
    if (!file.isFile()) return { wrong: 'unreadable' }
    if (file.size > mostBytes) return { wrong: 'too-large' }
    const bytes = bytesOf(path, mostBytes + 1)
    if (bytes.length > mostBytes) return { wrong: 'too-large' }
    return decoded(bytes)
  } catch {
    return { wrong: 'unreadable' }
  }
}

function bytesOf(path: string, most: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(most)
    let length = 0
    for (let read = -1; read !== 0 && length < most; length += read) read = readSync(file, bytes, length, most - length, null)
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
  }
}

function decoded(bytes: Buffer): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { wrong: 'not-utf8' }
  }
}
