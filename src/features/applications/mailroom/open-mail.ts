import { done } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import type { Officer } from '../../publishing/index.ts'
import { candidateContent, candidateSubject } from './candidate.ts'
import { reachMail } from './reach-mail.ts'
import { readMail, type OpenedMail } from './read-mail.ts'

/**
 * Opens a letter by mail for somebody whose duty it is. Each opening is an entry of the record, and nothing of what is seen is kept
 * anywhere else. Undefined where it was decided: then there is nothing left to open. Throws NotFound, and NotAllowed for a letter to
 * another unit.
 */
export async function openMail(site: Site, officer: Officer, id: number): Promise<OpenedMail | undefined> {
  const opened = await site.database.transaction(async (db) => {
    const { candidate } = await reachMail(db, officer, id)
    const mail = await readMail(site, db, candidate)
    if (mail === undefined) return done(undefined)
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.open-mail', subject: candidateSubject(id) },
      ...{ unitId: candidate.unitId, content: candidateContent(candidate) },
    })
    return done(mail)
  })
  return opened.value
}
