import { applicationsReceived } from './defined/applications-received.ts'
import { applicationsCarriedOver } from './defined/applications-carried-over.ts'
import { applicationsConcluded } from './defined/applications-concluded.ts'
import { applicationsOpen } from './defined/applications-open.ts'
import { applicationsInTime } from './defined/applications-in-time.ts'
import { applicationsLate } from './defined/applications-late.ts'
import { applicationsExtended } from './defined/applications-extended.ts'
import { reconsiderations } from './defined/all-reconsiderations.ts'
import { suits } from './defined/direct-suits.ts'
import { suitsAfterReconsideration } from './defined/suits-after-reconsideration.ts'
import { documentsReleased } from './defined/documents-released.ts'
import { documentsEntered } from './defined/documents-entered.ts'
import { documentsReviewed } from './defined/documents-reviewed.ts'
import { documentsWaiting } from './defined/documents-waiting.ts'
import { documentsCorrected } from './defined/documents-corrected.ts'
import { tasksDue } from './defined/tasks-due.ts'
import { tasksInTime } from './defined/tasks-in-time.ts'
import { tasksLate } from './defined/tasks-late.ts'
import { tasksOverdue } from './defined/tasks-overdue.ts'
import { departments } from './defined/all-departments.ts'
import { departmentsPractising } from './defined/departments-practising.ts'
import { villagesProfiled } from './defined/villages-profiled.ts'
import { sectionsProfiled } from './defined/sections-profiled.ts'
import { unitsProfiled } from './defined/units-profiled.ts'
import { categories } from './defined/first-categories.ts'
import { subCategories } from './defined/sub-categories.ts'
import { lines } from './defined/all-lines.ts'
import { linesRequired } from './defined/lines-required.ts'
import { linesEmpty } from './defined/lines-empty.ts'
import { linesOptional } from './defined/lines-optional.ts'
import { phoneEnquiries } from './defined/phone-enquiries.ts'
import { pointVisits } from './defined/point-visits.ts'
import { paperCopies } from './defined/paper-copies.ts'
import { trainings } from './defined/trainings-held.ts'
import { complaints } from './defined/complaints-received.ts'
import { feesCharged } from './defined/fees-charged.ts'
import type { Figure } from './count-figures.ts'

/** Every figure of the account, in the order in which it is shown. A new one is a file in `defined`, a line here and three words. */
export const figures: readonly Figure[] = [
  applicationsReceived,
  applicationsCarriedOver,
  applicationsConcluded,
  applicationsOpen,
  applicationsInTime,
  applicationsLate,
  applicationsExtended,
  reconsiderations,
  suits,
  suitsAfterReconsideration,
  documentsReleased,
  documentsEntered,
  documentsReviewed,
  documentsWaiting,
  documentsCorrected,
  tasksDue,
  tasksInTime,
  tasksLate,
  tasksOverdue,
  departments,
  departmentsPractising,
  villagesProfiled,
  sectionsProfiled,
  unitsProfiled,
  categories,
  subCategories,
  lines,
  linesRequired,
  linesOptional,
  linesEmpty,
  phoneEnquiries,
  pointVisits,
  paperCopies,
  trainings,
  complaints,
  feesCharged,
]

/** A figure by its code; undefined for a word that is none. */
export function figureOf(code: string): Figure | undefined {
  return figures.find((one) => one.code === code)
}
