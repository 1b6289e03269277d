import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical } from '../../kernel/canonical.ts'
import type { Db } from '../database/index.ts'
import { findHead, listEntries } from './queries.ts'
import type { Loaders } from './verify-journal.ts'

/**
 * Writes the record and the rows it vouches for into a new `folder`, for people who check with tools of their own: `entries.jsonl`,
 * `texts.jsonl` (the erasable words), `rows.jsonl` (each subject with its content) and `head.json`. One line is one canonical
 * JSON text. Only the owner of the folder may read it. Run it in one `repeatable read` transaction. Throws the system's error where it cannot write.
 */
export async function exportJournal(db: Db, loaders: Loaders, folder: string): Promise<{ entries: number; rows: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = await openAll(folder, ['entries.jsonl', 'texts.jsonl', 'rows.jsonl', 'head.json'])
  try {
    const [toEntries, toTexts, toRows, toHead] = files as [FileHandle, FileHandle, FileHandle, FileHandle]
    let entries = 0
    for await (const { entry, words } of listEntries(db)) {
      const { unitId, contentHash, wordsHash, ...rest } = entry
      await toEntries.write(canonical({ ...rest, unit: unitId, content: contentHash, words: wordsHash }) + '\n')
      if (words) await toTexts.write(canonical(words) + '\n')
      entries++
    }
    const rows = await writeRows(db, loaders, toRows)
    const head = await findHead(db)
    await toHead.write(canonical({ ...head, kinds: Object.keys(loaders).sort() }) + '\n')
    return { entries, rows }
  } finally {
    for (const file of files) await file.close()
  }
}

async function writeRows(db: Db, loaders: Loaders, file: FileHandle): Promise<number> {
  let rows = 0
  for (const load of Object.values(loaders)) {
    for await (const { subject, content } of load(db)) {
      await file.write(canonical({ subject, content }) + '\n')
      rows++
    }
  }
  return rows
}

async function openAll(folder: string, names: string[]): Promise<FileHandle[]> {
  const files: FileHandle[] = []
  for (const name of names) files.push(await open(join(folder, name), 'wx', 0o600))
  return files
}
