import { using, type Db } from '../database/index.ts'
import type { Entry, Words } from './entry.ts'
import type { Tables } from './tables.gen.ts'

export interface Head {
  seq: number
  at: string
  hash: string
}

/** The end of the chain, locked until the transaction ends: the next entry is ours. Refuses to work outside a transaction. */
export async function lockHead(db: Db): Promise<Head> {
  if (!using<Tables>(db).isTransaction) throw new TypeError('A change is recorded in its own transaction')
  return using<Tables>(db).selectFrom('journal.head').select(['seq', 'at', 'hash']).forUpdate().executeTakeFirstOrThrow()
}

export async function findHead(db: Db): Promise<Head | undefined> {
  return using<Tables>(db).selectFrom('journal.head').select(['seq', 'at', 'hash']).executeTakeFirst()
}

/** Adds the entry and its words, and moves the end of the chain, in one statement. */
export async function saveEntry(db: Db, entry: Entry, words: Words): Promise<void> {
  const { seq, at, actor, act, subject, prev, hash } = entry
  await using<Tables>(db)
    .with('entry', (query) =>
      query.insertInto('journal.entry').values({
        seq,
        at,
        actor,
        act,
        subject,
        unit_id: entry.unitId,
        content_hash: entry.contentHash,
        words_hash: entry.wordsHash,
        prev,
        hash,
      }),
    )
    .with('words', (query) => query.insertInto('journal.entry_text').values({ ...words, details: JSON.stringify(words.details) }))
    .updateTable('journal.head')
    .set({ seq, at, hash })
    .execute()
}

/** Many entries that follow each other, a thousand in a statement; then the end of the chain is the last of them. */
export async function saveEntries(db: Db, lines: readonly { entry: Entry; words: Words }[]): Promise<void> {
  for (let from = 0; from < lines.length; from += 1000) {
    const page = lines.slice(from, from + 1000)
    const rows = page.map(({ entry: { unitId, contentHash, wordsHash, ...rest } }) => ({
      ...rest,
      unit_id: unitId,
      content_hash: contentHash,
      words_hash: wordsHash,
    }))
    await using<Tables>(db).insertInto('journal.entry').values(rows).execute()
    const words = page.map((line) => ({ ...line.words, details: JSON.stringify(line.words.details) }))
    await using<Tables>(db).insertInto('journal.entry_text').values(words).execute()
  }
  const last = lines.at(-1)?.entry
  if (last === undefined) return
  await using<Tables>(db).updateTable('journal.head').set({ seq: last.seq, at: last.at, hash: last.hash }).execute()
}

/** The entries in order, each with its words where they were not erased; read a thousand at a time. */
export async function* listEntries(db: Db): AsyncIterable<{ entry: Entry; words?: Words }> {
  for (let after: number | undefined = Number.MIN_SAFE_INTEGER; after !== undefined;) {
    const page: { entry: Entry; words?: Words }[] = await listPage(db, after)
    yield* page
    after = page.at(-1)?.entry.seq
  }
}

async function listPage(db: Db, after: number): Promise<{ entry: Entry; words?: Words }[]> {
  const rows = await using<Tables>(db)
    .selectFrom('journal.entry as e')
    .leftJoin('journal.entry_text as t', 't.seq', 'e.seq')
    .select(['e.seq', 'e.at', 'e.actor', 'e.act', 'e.subject', 'e.unit_id', 'e.content_hash', 'e.words_hash', 'e.prev', 'e.hash'])
    .select(['t.salt', 't.reason', 't.details'])
    .where('e.seq', '>', after)
    .orderBy('e.seq')
    .limit(1000)
    .execute()
  return rows.map(({ unit_id, content_hash, words_hash, salt, reason, details, ...entry }) => ({
    entry: { ...entry, unitId: unit_id, contentHash: content_hash, wordsHash: words_hash },
    ...(salt === null ? {} : { words: { seq: entry.seq, salt, reason: reason ?? '', details: details as Record<string, string> } }),
  }))
}

export interface HistoryLine {
  seq: number
  /** UTC with milliseconds. */
  at: string
  actor: string
  act: string
  /** '' where none was given or it was erased. */
  reason: string
  details: Record<string, string>
}

/** What happened to one subject, oldest first, for its page. */
export async function history(db: Db, subject: string): Promise<HistoryLine[]> {
  const rows = await using<Tables>(db)
    .selectFrom('journal.entry as e')
    .leftJoin('journal.entry_text as t', 't.seq', 'e.seq')
    .select(['e.seq', 'e.at', 'e.actor', 'e.act', 't.reason', 't.details'])
    .where('e.subject', '=', subject)
    .orderBy('e.seq')
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? '', details: (row.details ?? {}) as Record<string, string> }))
}

/**
 * Erases every word and salt recorded for a subject, so that its hashes no longer tell anything about anybody; the chain stays
 * provable. To be followed, in the same transaction, by a record of an act that ends in `.erased`. Answers how many entries it touched.
 */
export async function eraseWords(db: Db, subject: string): Promise<number> {
  const answer = await using<Tables>(db)
    .deleteFrom('journal.entry_text')
    .where('seq', 'in', (query) => query.selectFrom('journal.entry').select('seq').where('subject', '=', subject))
    .executeTakeFirst()
  return Number(answer.numDeletedRows)
}
