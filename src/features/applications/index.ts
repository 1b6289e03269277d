import type { Database } from '../../platform/database/index.ts'
import type { Loaders } from '../../platform/journal/index.ts'
import type { SealHolder } from '../../platform/seal/index.ts'
import { caseContent, caseSubject } from './cases/case-content.ts'
import { listApplicationIds } from './cases/queries.ts'
import { candidateContent, candidateSubject } from './mailroom/candidate.ts'
import { counterContent, counterSubject } from './mailroom/mailbox.ts'
import { listMailboxStates } from './mailroom/queries-mailboxes.ts'
import { listCandidates } from './mailroom/queries.ts'
import { sealHoldersOf, type FilesAt } from './persons/seal-holders.ts'

export { readTableFacts } from './figures/facts.ts'
export { lookIntoHanded } from './files/hand-file.ts'
export { listMovedCases } from './recounting/list-moved-cases.ts'
export { recountCases } from './recounting/recount-cases.ts'
export { openCounter } from './intake/open-counter.ts'
export { collectMailboxes } from './mailroom/collect-mailboxes.ts'
export { openInbox } from './mailroom/open-inbox.ts'
export { erasePersons } from './persons/erase-persons.ts'
export { tellApplicant } from './public/tell-applicant.ts'
export { readApplicationTodos, type ApplicationTodo } from './register/read-application-todos.ts'
export { routes } from './routes.ts'
export { warnPeople } from './warnings/warn-people.ts'

const fewCandidates = 1_000

/** Every case, every letter by mail and every mailbox as the record should know it. */
export const loaders: Loaders = {
  async *'applications.application'(db) {
    for (const id of await listApplicationIds(db)) yield { subject: caseSubject(id), content: await caseContent(db, id) }
  },
  async *'applications.candidate'(db) {
    for (let after = 0; ;) {
      const some = await listCandidates(db, after, fewCandidates)
      for (const one of some) yield { subject: candidateSubject(one.id), content: candidateContent(one) }
      if (some.length < fewCandidates) return
      after = some.at(-1)?.id ?? after
    }
  },
  async *'applications.counter'(db) {
    for (const [unitId, state] of await listMailboxStates(db))
      yield { subject: counterSubject(unitId), content: counterContent(unitId, state) }
  },
}

/** The columns of this slice that hold somebody under seal. */
export function sealHolders(database: Database, files: FilesAt): SealHolder[] {
  return sealHoldersOf(database, files)
}
