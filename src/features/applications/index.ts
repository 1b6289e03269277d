import type { Database } from '../../platform/database/index.ts'
import type { Loaders } from '../../platform/journal/index.ts'
import type { SealHolder } from '../../platform/seal/index.ts'
import { caseContent, caseSubject } from './cases/case-content.ts'
import { listCounters } from './cases/queries-counters.ts'
import { listApplicationIds } from './cases/queries.ts'
import { openingContent, openingSubject } from './intake/opening.ts'
import { candidateContent, candidateSubject } from './mailroom/candidate.ts'
import { counterContent, counterSubject } from './mailroom/mailbox.ts'
import { listMailboxStates } from './mailroom/queries-mailboxes.ts'
import { listCandidates } from './mailroom/queries.ts'
import { sealHoldersOf, type FilesAt } from './persons/seal-holders.ts'

export type { Applicant } from './cases/applicant.ts'
export type { CaseAt } from './cases/change-case.ts'
export { findByForm } from './cases/queries.ts'
export { listItems } from './cases/queries-items.ts'
export { type CaseView, pathOfCase, readCase } from './cases/read-case.ts'
export { type DeskCase, readDeskCase } from './cases/read-desk-case.ts'
export { type Wish, wantedForms, wantedWays, wishKinds } from './cases/wish.ts'
export { allDeeds } from './deeds/all-deeds.ts'
export type { Deed, DeedField, Typed } from './deeds/deed.ts'
export { answerErrand } from './errands/ask-section.ts'
export { listErrands } from './errands/queries.ts'
export { challengeKinds, challengeResults } from './challenges/challenge.ts'
export { casesThat, challengesThat, countTable, leavesInRow, listTable, readMisplaced, type TablePlace } from './facts.ts'
export { type CaseStand, caseStands } from './figures/filter.ts'
export { countNotices } from './figures/queries-facts.ts'
export { readTableFacts } from './figures/facts.ts'
export { type ShownCount, countNames } from './figures/figure.ts'
export { readStatistics } from './figures/read-statistics.ts'
export { handFile, lookIntoHanded } from './files/hand-file.ts'
export { handedRoles } from './files/handed.ts'
export { assignCase } from './handling/assign-case.ts'
export { openCounter } from './intake/open-counter.ts'
export { deskChannels, registerApplication } from './intake/register-application.ts'
export { fieldOfRefusal } from './intake/routes-intake.tsx'
export { submitApplication } from './intake/submit-application.ts'
export { applicantKinds, identityKinds } from './law/kind.ts'
export { leafGroups } from './law/leaf.ts'
export { leavesOf } from './cases/leaves-of.ts'
export { outcomes } from './load-outcomes.ts'
export { collectMailboxes } from './mailroom/collect-mailboxes.ts'
export { openInbox } from './mailroom/open-inbox.ts'
export { erasePersons } from './persons/erase-persons.ts'
export { rateHandling } from './public/rate-handling.ts'
export { grades } from './public/rating.ts'
export { recallApplication } from './public/recall-application.ts'
export { tellApplicant } from './public/tell-applicant.ts'
export { listMovedCases } from './recounting/list-moved-cases.ts'
export { recountCases } from './recounting/recount-cases.ts'
export { listRegister } from './register/list-register.ts'
export { type Listing, registerViews, timings } from './register/listing.ts'
export { countOverdue } from './register/read-register.ts'
export { type ApplicationTodo, readApplicationTodos } from './register/read-application-todos.ts'
export type { ToldLine } from './register/read-lines.ts'
export { composeReply } from './replying/compose-reply.ts'
export { decideItem } from './replying/decide-item.ts'
export { moveLetter } from './replying/move-letter.ts'
export { listLetters } from './replying/queries.ts'
export { readDecisions } from './replying/read-decisions.ts'
export { writeReply } from './replying/write-reply.ts'
export { routes } from './routes.ts'
export { warnPeople } from './warnings/warn-people.ts'

const fewCandidates = 1_000

/** Every case, every letter by mail, every counter and every mailbox as the record should know it. */
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
  async *'applications.opening'(db) {
    for (const counter of await listCounters(db)) yield { subject: openingSubject(counter.unitId), content: openingContent(counter) }
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
