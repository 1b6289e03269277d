import { sql } from 'kysely'
import { using, type Db } from '../../platform/database/index.ts'
import { isOpen, spansBefore } from './queries-public.ts'
import type { Tables } from './tables.gen.ts'

/** A published document by its name. */
export interface TitleLine {
  indexNumber: string
  title: string
  language: 'zh' | 'en'
}

/** The newest titles that a query of title words finds; `words` is the text of a tsquery. */
export async function listTitlesWith(db: Db, words: string, limit: number): Promise<TitleLine[]> {
  const spans = await spansBefore(db, undefined)
  if (spans.length === 0) return []
  const parts = spans.map(
    (span) => sql`(
      select e.document_id, e.title, e.language, e.published_on from publishing.search_entry e
      where e.head @@ ${`(${words}) & ${span}`}::tsquery and ${isOpen}
      order by e.published_on desc, e.document_id desc limit ${limit})`,
  )
  const rows = await sql<TitleRow>`
    select d.index_number, t.title, t.language from (select * from (${sql.join(parts, sql` union all `)}) as spans limit ${limit}) as t
    join publishing.document d on d.id = t.document_id
    order by t.published_on desc, t.document_id desc`.execute(using<Tables>(db))
  return rows.rows.map(asTitle)
}

/** Titles that begin with these letters, in the order of the alphabet. */
export async function listTitlesBeginning(db: Db, letters: string, limit: number): Promise<TitleLine[]> {
  const rows = await sql<TitleRow>`
    select d.index_number, e.title, e.language from publishing.search_entry e join publishing.document d on d.id = e.document_id
    where lower(e.title) like ${`${escaped(letters.toLowerCase())}%`} and ${isOpen}
    order by lower(e.title) using ~<~ limit ${limit}`.execute(using<Tables>(db))
  return rows.rows.map(asTitle)
}

/** Published documents whose index number begins like this. */
export async function listNumbersBeginning(db: Db, number: string, limit: number): Promise<TitleLine[]> {
  const rows = await sql<TitleRow>`
    select d.index_number, e.title, e.language from publishing.document d join publishing.search_entry e on e.document_id = d.id
    where upper(d.index_number) like ${`${escaped(number.toUpperCase())}%`} and ${isOpen}
    order by upper(d.index_number) using ~<~ limit ${limit}`.execute(using<Tables>(db))
  return rows.rows.map(asTitle)
}

/** Words of titles that are spelled nearly like a word, the most alike first. */
export async function listWordsLike(db: Db, word: string, limit: number): Promise<string[]> {
  const rows = await sql<{ word: string }>`
    select word from publishing.title_word where word % ${word}
    order by similarity(word, ${word}) desc, word limit ${limit}`.execute(using<Tables>(db))
  return rows.rows.map((row) => row.word)
}

interface TitleRow {
  index_number: string
  title: string
  language: 'zh' | 'en'
}

const asTitle = (row: TitleRow): TitleLine => ({ indexNumber: row.index_number, title: row.title, language: row.language })

/** A text as a pattern of `like` that stands for itself. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
