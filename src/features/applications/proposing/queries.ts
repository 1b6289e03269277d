import { using, type Db } from '../../../platform/database/index.ts'
import type { Tables } from '../tables.gen.ts'

/** Links a case with the document that was made of its answer. */
export async function insertProposal(db: Db, applicationId: number, documentId: number): Promise<void> {
  await using<Tables>(db).insertInto('applications.proposal').values({ application_id: applicationId, document_id: documentId }).execute()
}

/** The document that was made of a case's answer; undefined while nobody proposed it. */
export async function findProposal(db: Db, applicationId: number): Promise<number | undefined> {
  const row = await using<Tables>(db)
    .selectFrom('applications.proposal')
    .select('document_id')
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return row?.document_id
}
