import { NotAllowed } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import { counterContent, counterSubject } from './mailbox.ts'
import { lockMailboxState, saveMailbox } from './queries-mailboxes.ts'

/**
 * Fetches no more letters for a unit, and forgets its mailbox with the password. What was kept stays. Refused where there is none; throws
 * NotAllowed for a unit that is not the officer's.
 */
export async function removeMailbox(site: Site, officer: Officer, code: string): Promise<Outcome<undefined, 'unit-missing'>> {
  return site.database.transaction(async (db) => {
    const unit = await findUnitByCode(db, code)
    const before = unit && (await lockMailboxState(db, unit.id))
    if (unit !== undefined && !officerMay(officer, 'applications.counters', unit.path)) throw new NotAllowed('applications.counters')
    if (unit === undefined || (before?.hash ?? '') === '') return refused('unit-missing')
    const state = { hash: '' }
    await saveMailbox(db, unit.id, null, state)
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.remove-mailbox', subject: counterSubject(unit.id) },
      ...{ unitId: unit.id, content: counterContent(unit.id, state) },
    })
    return done(undefined)
  })
}
