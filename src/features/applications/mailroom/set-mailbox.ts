import { NotAllowed } from '../../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../../kernel/outcome.ts'
import { readInboxAddress, type AddressFault } from '../../../platform/inbox/index.ts'
import { record } from '../../../platform/journal/index.ts'
import { keyedHash, seal } from '../../../platform/seal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnitByCode } from '../../organisations/index.ts'
import { officerMay, type Officer } from '../../publishing/index.ts'
import { aboutMailbox, counterContent, counterSubject, shownMailbox, type MailboxState } from './mailbox.ts'
import { lockMailboxState, saveMailbox } from './queries-mailboxes.ts'

export type MailboxRefusal = 'unit-missing' | `address-${AddressFault}`

/**
 * Tells from which mailbox the letters to a unit are fetched. The address holds a password: it is kept under seal and never shown again.
 * Another mailbox is read from its first mail; the same one goes on where it was. Refused with everything that is wrong with the address;
 * throws NotAllowed for a unit that is not the officer's.
 */
export async function setMailbox(
  site: Site,
  officer: Officer,
  { unit: code, address }: { unit: string; address: string },
): Promise<Outcome<MailboxState, MailboxRefusal>> {
  const typed = address.trim()
  const read = readInboxAddress(typed)
  return site.database.transaction(async (db) => {
    const unit = await findUnitByCode(db, code)
    const before = unit && (await lockMailboxState(db, unit.id))
    if (unit !== undefined && !officerMay(officer, 'applications.counters', unit.path)) throw new NotAllowed('applications.counters')
    const faults = read.ok ? [] : read.refusals.map((fault) => `address-${fault}` as const)
    if (unit === undefined || before === undefined) return refused('unit-missing', ...faults)
    if (!read.ok) return refused(...faults)
    const hash = keyedHash(site.keys, typed, 'mailbox').toString('hex')
    const position = before.hash === hash ? before.position : undefined
    const state: MailboxState = { hash, shown: shownMailbox(read.value), ...(position && { position }) }
    await saveMailbox(db, unit.id, seal(site.keys, typed, aboutMailbox(unit.id)), state)
    await record(db, {
      ...{ at: site.now(), actor: `person:${officer.personId}`, act: 'applications.set-mailbox', subject: counterSubject(unit.id) },
      ...{ unitId: unit.id, content: counterContent(unit.id, state) },
    })
    return done(state)
  })
}
