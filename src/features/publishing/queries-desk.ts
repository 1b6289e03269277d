import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import type { Stage, Standing } from './document.ts'
import type { Tables } from './tables.gen.ts'

/** A document as the desk lists it. */
export interface DeskLine {
  id: number
  indexNumber: string
  unitId: number
  taskId?: number
  stage: Stage
  standing: Standing
  title: string
  language: 'zh' | 'en'
  savedAt: Date
  publishedAt?: Date
  /** The last step was a remark that sent it back. */
  isSentBack: boolean
  isCorrection: boolean
}

export interface DeskFilter {
  unitIds: readonly number[]
  stages?: readonly Stage[]
  standings?: readonly Standing[]
  /** Part of a title or of an index or document number. */
  words?: string
  /** Only those that a hand sent back and that were not submitted again. */
  sentBackOnly?: boolean
  before?: number
  limit: number
}

const lastMove = sql`(select s.move from publishing.step s where s.document_id = d.id order by s.id desc limit 1)`

/** Documents of these units, the last begun first. */
export async function listForDesk(db: Db, filter: DeskFilter): Promise<DeskLine[]> {
  if (filter.unitIds.length === 0) return []
  const conditions = [sql`d.unit_id = any(${filter.unitIds}::bigint[])`]
  if (filter.stages) conditions.push(sql`d.stage = any(${filter.stages}::text[])`)
  if (filter.standings) conditions.push(sql`d.standing = any(${filter.standings}::text[])`)
  if (filter.sentBackOnly) conditions.push(sql`d.stage = 'draft' and ${lastMove} = 'send-back'`)
  if (filter.before !== undefined) conditions.push(sql`d.id < ${filter.before}`)
  if (filter.words !== undefined && filter.words !== '') {
    const like = `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(v.title ilike ${like} or d.index_number ilike ${like} or v.document_number ilike ${like})`)
  }
  const rows = await sql<DeskRow>`
    select d.id, d.index_number, d.unit_id, d.task_id, d.stage, d.standing, d.published_at, d.change_kind, v.title, v.language, v.saved_at,
           ${lastMove} as last_move
    from publishing.document d join publishing.version v on v.document_id = d.id and v.number = d.current_version
    where ${sql.join(conditions, sql` and `)} order by d.id desc limit ${filter.limit}`.execute(using<Tables>(db))
  return rows.rows.map((row) => ({
    id: row.id,
    indexNumber: row.index_number,
    unitId: row.unit_id,
    taskId: row.task_id ?? undefined,
    stage: row.stage,
    standing: row.standing,
    title: row.title,
    language: row.language,
    savedAt: row.saved_at,
    publishedAt: row.published_at ?? undefined,
    isSentBack: row.stage === 'draft' && row.last_move === 'send-back',
    isCorrection: row.change_kind !== null && row.stage !== 'released',
  }))
}

/** The running documents that answer each of these tasks. */
export async function listRunningByTasks(db: Db, taskIds: readonly number[]): Promise<Map<number, { id: number; stage: Stage }>> {
  if (taskIds.length === 0) return new Map()
  const rows = await using<Tables>(db)
    .selectFrom('publishing.document')
    .select(['id', 'task_id', 'stage'])
    .where('task_id', 'in', taskIds)
    .where('stage', 'not in', ['released', 'dropped'])
    .orderBy('id')
    .execute()
  return new Map(rows.flatMap((row) => (row.task_id === null ? [] : [[row.task_id, { id: row.id, stage: row.stage as Stage }] as const])))
}

/** Every document id, for those who check the whole record. */
export async function listDocumentIds(db: Db): Promise<number[]> {
  return (await using<Tables>(db).selectFrom('publishing.document').select('id').orderBy('id').execute()).map((row) => row.id)
}

interface DeskRow {
  id: number
  index_number: string
  unit_id: number
  task_id: number | null
  stage: Stage
  standing: Standing
  published_at: Date | null
  change_kind: string | null
  title: string
  language: 'zh' | 'en'
  saved_at: Date
  last_move: string | null
}
