import { dayOf } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/database/index.ts'
import { findDocument, readVersion } from '../../publishing/index.ts'
import { goesOn } from '../making/publication-of.ts'
import type { AnnualReport } from './report.ts'

/** The title that the publication of a report has now, and the day on which it was first public; nothing of one that does not go on. */
export async function readPublication(db: Db, documentId: number | undefined): Promise<Pick<AnnualReport, 'title' | 'publishedOn'>> {
  const document = goesOn(documentId === undefined ? undefined : await findDocument(db, documentId))
  if (document === undefined) return {}
  const { publishedAt } = document
  return {
    title: (await readVersion(db, document.id, document.currentVersion))?.title,
    publishedOn: publishedAt === undefined ? undefined : dayOf(publishedAt),
  }
}
