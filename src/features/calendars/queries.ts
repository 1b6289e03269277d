import { sql, type Selectable } from 'kysely'
import { asDay, type Day } from '../../kernel/day.ts'
import { using, type Db } from '../../platform/database/index.ts'
import type { Block, Notice, NoticeKind } from './paper.ts'
import type { Doubt } from './reading.ts'
import type { Tables } from './tables.gen.ts'

export type NoticeState = 'proposed' | 'effective' | 'rejected'

export interface StoredNotice extends Notice {
  id: number
  announcedOn: Day
  /** The text as it came; '' where it was typed. */
  words: string
  /** What was not understood, and was confirmed by whoever proposed it. */
  doubts: readonly Doubt[]
  state: NoticeState
  proposedBy: number
  proposedAt: Date
  decidedBy?: number
  decidedAt?: Date
  /** Why it was rejected. */
  reason: string
  /** The order in which notices took effect; undefined while one has not. */
  sequence?: number
}

type NewNotice = Pick<StoredNotice, keyof Notice | 'words' | 'doubts' | 'proposedBy' | 'proposedAt' | 'announcedOn'>

/** Keeps a proposed notice; undefined where the same form was kept before. */
export async function insertNotice(db: Db, notice: NewNotice, formKey: string): Promise<number | undefined> {
  const { kind, year, number, source, region, basis, words } = notice
  const row = await using<Tables>(db)
    .insertInto('calendars.notice')
    .values({
      ...{ kind, year, number, source, region, basis, words },
      announced_on: notice.announcedOn,
      off_blocks: JSON.stringify(notice.off),
      worked_days: JSON.stringify(notice.working),
      doubts: JSON.stringify(notice.doubts),
      proposed_by: notice.proposedBy,
      proposed_at: notice.proposedAt,
      form_key: formKey,
    })
    .onConflict((conflict) => conflict.column('form_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What the same form proposed before. */
export async function findByForm(db: Db, formKey: string): Promise<number | undefined> {
  return (await using<Tables>(db).selectFrom('calendars.notice').select('id').where('form_key', '=', formKey).executeTakeFirst())?.id
}

export async function findNotice(db: Db, id: number): Promise<StoredNotice | undefined> {
  const row = await using<Tables>(db).selectFrom('calendars.notice').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asNotice(row)
}

/** Takes one notice for a decision. Decisions take turns, so that each sees the calendar that those before it made. */
export async function lockNotice(db: Db, id: number): Promise<StoredNotice | undefined> {
  await sql`lock table calendars.notice in share row exclusive mode`.execute(using<Tables>(db))
  return findNotice(db, id)
}

/** The one decision about a notice. */
export async function saveDecision(
  db: Db,
  id: number,
  decision: { state: 'effective' | 'rejected'; by: number; at: Date; reason: string; sequence: number | undefined },
): Promise<void> {
  const { state, by, at, reason, sequence } = decision
  await using<Tables>(db)
    .updateTable('calendars.notice')
    .set({ state, decided_by: by, decided_at: at, reason, sequence: sequence ?? null })
    .where('id', '=', id)
    .execute()
}

/** The place of the newest notice in effect; 0 while there is none. Cheap: asked every second. */
export async function findNewestSequence(db: Db): Promise<number> {
  const row = await using<Tables>(db)
    .selectFrom('calendars.notice')
    .select('sequence')
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sequence ?? 0
}

/** The notices in effect, in the order in which they took effect. */
export async function listEffective(db: Db): Promise<StoredNotice[]> {
  const rows = await using<Tables>(db)
    .selectFrom('calendars.notice')
    .selectAll()
    .where('sequence', 'is not', null)
    .orderBy('sequence')
    .execute()
  return rows.map(asNotice)
}

/** Every notice, the newest first. A city has a few a year. */
export async function listNotices(db: Db): Promise<StoredNotice[]> {
  return (await using<Tables>(db).selectFrom('calendars.notice').selectAll().orderBy('id', 'desc').execute()).map(asNotice)
}

function asNotice(row: Selectable<Tables['calendars.notice']>): StoredNotice {
  const { id, year, number, source, region, basis, words, reason } = row
  return {
    ...{ id, year, number, source, region, basis, words, reason },
    kind: row.kind as NoticeKind,
    announcedOn: asDay(row.announced_on),
    off: row.off_blocks as Block[],
    working: row.worked_days as Day[],
    doubts: row.doubts as Doubt[],
    state: row.state as NoticeState,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    ...(row.sequence === null ? {} : { sequence: row.sequence }),
  }
}
