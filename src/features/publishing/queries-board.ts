import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import { runningStages, type Stage } from './document.ts'
import type { Tables } from './tables.gen.ts'

/** The texts of one unit that wait at one step of their way to release. */
export interface WaitingTexts {
  unitId: number
  stage: Stage
  count: number
  /** When the oldest of them came to this step. */
  since: Date
}

/** What waits for a hand, counted for each unit and step that has any. */
export async function countWaitingByUnit(db: Db): Promise<WaitingTexts[]> {
  const counted = await sql<{ unit_id: number; stage: Stage; n: number; since: Date }>`
    select d.unit_id, d.stage, count(*) as n, min(last.at) as since
    from publishing.document d
    join lateral (select s.at from publishing.step s where s.document_id = d.id order by s.id desc limit 1) as last on true
    where d.stage = any(${runningStages}::text[])
    group by d.unit_id, d.stage order by d.unit_id, d.stage`.execute(using<Tables>(db))
  return counted.rows.map((row) => ({ unitId: Number(row.unit_id), stage: row.stage, count: Number(row.n), since: row.since }))
}
