import { sql, type Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Revision } from './change.ts'
import type { Content, Stage, Standing } from './document.ts'
import type { Tables } from './tables.gen.ts'

/** A document as it is stored, without its texts. */
export interface StoredDocument {
  id: number
  indexNumber: string
  unitId: number
  dutyId?: number
  taskId?: number
  stage: Stage
  standing: Standing
  currentVersion: number
  publishedVersion?: number
  publishedAt?: Date
  replacedBy?: number
  changeKind?: Revision
  changeReason: string
  /** The instant that the signer set for the release; stays after it. */
  releaseAt?: Date
  /** Of the running new version: a slip of the pen, of which nobody is told by mail. */
  changeIsMinor?: true
  /** Of the running new version: what stood there before is not to be shown again. */
  changeHidesEarlier?: true
  createdBy: number
  createdAt: Date
}

export interface StoredVersion extends Content {
  number: number
  savedBy: number
  savedAt: Date
}

export async function insertVersion(db: Db, documentId: number, version: StoredVersion): Promise<void> {
  await using<Tables>(db)
    .insertInto('publishing.version')
    .values({
      document_id: documentId,
      number: version.number,
      attribute: version.attribute,
      ground: version.ground,
      ground_reason: version.groundReason,
      audience: version.audience,
      language: version.language,
      title: version.title,
      summary: version.summary,
      body: version.body,
      document_number: version.documentNumber,
      subject: version.subject,
      genre: version.genre,
      served: version.served,
      keywords: version.keywords,
      formed_on: version.formedOn ?? null,
      valid_until: version.validUntil ?? null,
      saved_by: version.savedBy,
      saved_at: version.savedAt,
    })
    .execute()
}

export async function findDocument(db: Db, id: number): Promise<StoredDocument | undefined> {
  const row = await using<Tables>(db).selectFrom('publishing.document').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asDocument(row)
}

export async function findByIndexNumber(db: Db, indexNumber: string): Promise<StoredDocument | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.document')
    .selectAll()
    .where('index_number', '=', indexNumber)
    .executeTakeFirst()
  return row && asDocument(row)
}

export async function lockDocument(db: Db, id: number): Promise<StoredDocument | undefined> {
  const row = await using<Tables>(db).selectFrom('publishing.document').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && asDocument(row)
}

/** Saves what can change of a document: never its index number, unit or creation. */
export async function saveDocument(db: Db, document: StoredDocument): Promise<void> {
  await using<Tables>(db)
    .updateTable('publishing.document')
    .set({
      stage: document.stage,
      standing: document.standing,
      current_version: document.currentVersion,
      published_version: document.publishedVersion ?? null,
      published_at: document.publishedAt ?? null,
      is_for_staff: sql<boolean>`exists (select from publishing.version v
        where v.document_id = ${document.id} and v.number = ${document.publishedVersion ?? null} and v.audience = 'staff')`,
      replaced_by: document.replacedBy ?? null,
      change_kind: document.changeKind ?? null,
      change_reason: document.changeReason,
      change_is_minor: document.changeIsMinor ?? false,
      change_hides_earlier: document.changeHidesEarlier ?? false,
      task_id: document.taskId ?? null,
      release_at: document.releaseAt ?? null,
    })
    .where('id', '=', document.id)
    .execute()
}

export async function findVersion(db: Db, documentId: number, number: number): Promise<StoredVersion | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('publishing.version')
    .selectAll()
    .where('document_id', '=', documentId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && asVersion(row)
}

/** Every version of a document, oldest first. */
export async function listVersions(db: Db, documentId: number): Promise<StoredVersion[]> {
  const rows = await using<Tables>(db)
    .selectFrom('publishing.version')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('number')
    .execute()
  return rows.map(asVersion)
}

export function asDocument(row: Selectable<Tables['publishing.document']>): StoredDocument {
  return {
    id: row.id,
    indexNumber: row.index_number,
    unitId: row.unit_id,
    dutyId: row.duty_id ?? undefined,
    taskId: row.task_id ?? undefined,
    stage: row.stage as Stage,
    standing: row.standing as Standing,
    currentVersion: row.current_version,
    publishedVersion: row.published_version ?? undefined,
    publishedAt: row.published_at ?? undefined,
    replacedBy: row.replaced_by ?? undefined,
    changeKind: (row.change_kind ?? undefined) as StoredDocument['changeKind'],
    changeReason: row.change_reason,
    ...(row.release_at === null ? {} : { releaseAt: row.release_at }),
    // Absent and not false: what the record fingerprinted before there were such marks still reads the same.
    ...(row.change_is_minor ? { changeIsMinor: true as const } : {}),
    ...(row.change_hides_earlier ? { changeHidesEarlier: true as const } : {}),
    createdBy: row.created_by,
    createdAt: row.created_at,
  }
}

export function asVersion(row: Selectable<Tables['publishing.version']>): StoredVersion {
  const day = (text: string | null): Day | undefined => (text === null ? undefined : asDay(text))
  return {
    number: row.number,
    attribute: row.attribute as Content['attribute'],
    ground: row.ground,
    groundReason: row.ground_reason,
    audience: row.audience as Content['audience'],
    language: row.language as Content['language'],
    title: row.title,
    summary: row.summary,
    body: row.body,
    documentNumber: row.document_number,
    subject: row.subject,
    genre: row.genre,
    served: row.served,
    keywords: row.keywords,
    formedOn: day(row.formed_on),
    validUntil: day(row.valid_until),
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }
}
