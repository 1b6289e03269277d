import { NotFound } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import type { StoredApplication } from '../cases/application.ts'
import { caseContent, caseSubject } from '../cases/case-content.ts'
import { lockByRef } from '../cases/queries.ts'

export type RevealRefusal = 'reason-missing' | 'erased'

/**
 * Opens a seal of a case for somebody whose duty it is, with a reason. Each opening is an entry of the record, and nothing of what is
 * seen is kept anywhere else.
 */
export async function openOnRecord<T>(
  site: Site,
  officer: Officer,
  ref: string,
  reason: string,
  open: (db: Db, application: StoredApplication) => Promise<T | undefined>,
): Promise<Outcome<T, RevealRefusal>> {
  return site.database.transaction(async (db) => {
    const application = (await lockByRef(db, ref))?.application
    if (application === undefined) throw new NotFound('applications.application')
    if (reason === '') return refused('reason-missing')
    const found = await open(db, application)
    if (found === undefined) return refused('erased')
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.reveal', subject: caseSubject(application.id) },
      ...{ unitId: application.unitId, content: await caseContent(db, application.id), reason },
    })
    return done(found)
  })
}
