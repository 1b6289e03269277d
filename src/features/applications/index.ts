import type { Database } from '../../platform/database/index.ts'
import type { Loaders } from '../../platform/journal/index.ts'
import type { SealHolder } from '../../platform/seal/index.ts'
import { caseContent, caseSubject } from './cases/case-content.ts'
import { listApplicationIds } from './cases/queries.ts'
import { sealHoldersOf, type FilesAt } from './persons/seal-holders.ts'

export { readTableFacts } from './figures/facts.ts'
export { lookIntoHanded } from './files/hand-file.ts'
export { listMovedCases } from './recounting/list-moved-cases.ts'
export { recountCases } from './recounting/recount-cases.ts'
export { openCounter } from './intake/open-counter.ts'
export { erasePersons } from './persons/erase-persons.ts'
export { tellApplicant } from './public/tell-applicant.ts'
export { readApplicationTodos, type ApplicationTodo } from './register/read-application-todos.ts'
export { routes } from './routes.ts'
export { warnPeople } from './warnings/warn-people.ts'

/** Every case as the record should know it. */
export const loaders: Loaders = {
  async *'applications.application'(db) {
    for (const id of await listApplicationIds(db)) yield { subject: caseSubject(id), content: await caseContent(db, id) }
  },
}

/** The columns of this slice that hold somebody under seal. */
export function sealHolders(database: Database, files: FilesAt): SealHolder[] {
  return sealHoldersOf(database, files)
}
