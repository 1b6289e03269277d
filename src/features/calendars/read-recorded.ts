import type { Db } from '../../platform/database/index.ts'
import { findNotice, listNotices, type StoredNotice } from './queries.ts'

/** How the record names a notice. */
export function noticeSubject(id: number): string {
  return `calendars.notice:${id}`
}

/** What the record fingerprints of a notice: all of it. */
export async function noticeContent(db: Db, id: number): Promise<StoredNotice> {
  const notice = await findNotice(db, id)
  if (notice === undefined) throw new Error(`no ${noticeSubject(id)}`)
  return notice
}

/** Every notice as the record should know it. */
export async function* recordedNotices(db: Db): AsyncIterable<{ subject: string; content: unknown }> {
  for (const notice of await listNotices(db)) yield { subject: noticeSubject(notice.id), content: notice }
}
