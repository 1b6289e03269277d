import type { Selectable } from 'kysely'
import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'
import type { Material } from './material.ts'

/** The material for these tasks, or all of it. */
export async function listMaterials(db: Db, taskIds?: readonly number[]): Promise<Material[]> {
  if (taskIds?.length === 0) return []
  let query = using<Tables>(db).selectFrom('catalogue.material').selectAll().orderBy('id')
  if (taskIds !== undefined) query = query.where('task_id', 'in', taskIds)
  return (await query.execute()).map(asMaterial)
}

/** Saves the material of a task, whose row the caller holds. */
export async function saveMaterial(db: Db, taskId: number, material: Omit<Material, 'id' | 'taskId'>): Promise<Material> {
  const row = {
    words: material.words,
    head_id: material.headId ?? null,
    head_at: material.headAt ?? null,
    leader_id: material.leaderId ?? null,
    leader_at: material.leaderAt ?? null,
    handed_at: material.handedAt ?? null,
    version: material.version,
  }
  const saved = await using<Tables>(db)
    .insertInto('catalogue.material')
    .values({ task_id: taskId, ...row })
    .onConflict((conflict) => conflict.column('task_id').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow()
  return asMaterial(saved)
}

function asMaterial(row: Selectable<Tables['catalogue.material']>): Material {
  return {
    id: row.id,
    taskId: row.task_id,
    words: row.words,
    headId: row.head_id ?? undefined,
    headAt: row.head_at ?? undefined,
    leaderId: row.leader_id ?? undefined,
    leaderAt: row.leader_at ?? undefined,
    handedAt: row.handed_at ?? undefined,
    version: row.version,
  }
}
