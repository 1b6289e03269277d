import yauzl from 'yauzl'
import { Unreadable, type Notes } from './look.ts'

/** The entries of an archive by name, folders left out. */
export type Entries = Map<string, Buffer>

/**
 * Unpacks an archive in memory, counting what it gives: neither its own words on its sizes nor its ratio are believed. Throws Unreadable
 * for what is too much, broken or encrypted, for names that lead out of it, and for one name twice, which two readers read differently.
 */
export async function readZip(bytes: Buffer, notes: Notes): Promise<Entries> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false })
    if (zip.entryCount > notes.limits.entries) throw new Unreadable('too-many-entries')
    const entries: Entries = new Map()
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) throw new Unreadable('encrypted')
      if (entries.has(entry.fileName)) throw new Unreadable('broken')
      entries.set(entry.fileName, await inflate(await zip.openReadStreamPromise(entry), notes))
    }
    return entries
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable('broken')
  }
}

async function inflate(stream: AsyncIterable<Buffer>, notes: Notes): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) {
    notes.inflatable -= piece.length
    if (notes.inflatable < 0) throw new Unreadable('too-large-inside')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
