import { sql } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { FileFinding, FileReading, FileSpot, ReadingState } from './reading.ts'

/** What reading a file gave, without its text. */
export type StoredReading = Omit<FileReading, 'text'>

/** A file that is to be read, with the document that it goes with. */
export interface FileToRead {
  documentId: number
  name: string
  sha256: string
  isPublic: boolean
}

/** The file, unless it has been taken away and nobody has it. */
export async function findFileToRead(db: Db, fileId: number): Promise<FileToRead | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.file')
    .select(['document_id', 'name', 'sha256', 'is_public'])
    .where('id', '=', fileId)
    .where((where) => where.or([where('removed_at', 'is', null), where('is_public', '=', true)]))
    .executeTakeFirst()
  return row && { documentId: row.document_id, name: row.name, sha256: row.sha256, isPublic: row.is_public }
}

export async function saveReading(db: Db, fileId: number, reading: FileReading, at: Date): Promise<void> {
  const tables = using<Tables>(db)
  await deleteReading(db, fileId)
  const { state, because, text } = reading
  await tables.insertInto('publishing.file_text').values({ file_id: fileId, state, because, text, read_at: at }).execute()
  if (reading.findings.length === 0) return
  const rows = reading.findings.map((finding, position) => ({
    ...{ file_id: fileId, position, check_name: finding.check, because: finding.because, found: finding.count },
    spots: JSON.stringify(finding.spots),
    params: JSON.stringify(finding.params ?? {}),
  }))
  await tables.insertInto('publishing.file_finding').values(rows).execute()
}

/** Forgets what was read in a file: its findings go with it. */
export async function deleteReading(db: Db, fileId: number): Promise<void> {
  await using<Tables>(db).deleteFrom('publishing.file_text').where('file_id', '=', fileId).execute()
}

/** What was read in the files of a document, by file. A file that is not there is still being read. */
export async function listReadings(db: Db, documentId: number): Promise<Map<number, StoredReading>> {
  const tables = using<Tables>(db)
  const texts = await tables
    .selectFrom('publishing.file_text as t')
    .innerJoin('publishing.file as f', 'f.id', 't.file_id')
    .select(['t.file_id', 't.state', 't.because'])
    .where('f.document_id', '=', documentId)
    .execute()
  const readings = new Map<number, StoredReading>()
  for (const row of texts) readings.set(row.file_id, { state: row.state as ReadingState, because: row.because, findings: [] })
  if (readings.size === 0) return readings
  const findings = await tables
    .selectFrom('publishing.file_finding')
    .selectAll()
    .where('file_id', 'in', [...readings.keys()])
    .orderBy('file_id')
    .orderBy('position')
    .execute()
  for (const row of findings) readings.get(row.file_id)?.findings.push(asFinding(row))
  return readings
}

function asFinding(row: { check_name: string; because: string; found: number; spots: unknown; params: unknown }): FileFinding {
  const { check_name: check, because, found: count } = row
  return { check, because, count, spots: row.spots as FileSpot[], params: row.params as Record<string, string | number> }
}

/** Of a longer file the beginning is found. */
export const searchedCharacters = 100_000

/** The texts of the files that came with the last release, each cut to `most` characters. */
export async function listPublicTexts(db: Db, documentId: number, most: number): Promise<string[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.file_text as t')
    .innerJoin('publishing.file as f', 'f.id', 't.file_id')
    .select(sql<string>`left(t.text, ${most}::int)`.as('text'))
    .where('f.document_id', '=', documentId)
    .where('f.is_public', '=', true)
    .orderBy('f.id')
    .execute()
  return rows.map((row) => row.text)
}
