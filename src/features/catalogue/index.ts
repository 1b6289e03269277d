export { addCategory } from './add-category.ts'
export { confirmStanding, fulfilTask } from './fulfil-task.ts'
export { categoriesAt, linesThat, tasksThat } from './facts.ts'
export { findStatute } from './find-statute.ts'
export { layDownDuty, type LayDownRefusal } from './lay-down-duty.ts'
export { listMovedTasks } from './list-moved-tasks.ts'
export { moveDueDays } from './move-due-days.ts'
export { moveFormedDay } from './move-formed-day.ts'
export { planTasks } from './plan-tasks.ts'
export { readGuide } from './read-guide.ts'
export { registerMatter, registerMatterIn, type Matter } from './register-matter.ts'
export { CataloguePage, type CataloguePageProps } from './pages/catalogue-page.tsx'
export { periodInWords, ruleInWords } from './pages/rule-words.ts'
export { routes } from './routes.tsx'
export { findDuty, findDutyByCode, listCategories, listDuties, type Category, type StoredDuty } from './queries.ts'
export { findTask, listTasks, type StoredTask, type TaskFilter } from './queries-tasks.ts'
export { countOpenByUnit } from './queries-board.ts'
export { countKeptByMonth, countKeptByUnit, findPublicLine, type Kept, type PublicLineOfDuty } from './queries-public.ts'
export { comesRound, isHandedIn, type TimeRule } from './rule.ts'
export { innerDeadlines, stateOf, type TaskState } from './task.ts'
export { statuteInWords } from './pages/statute-words.ts'
export { channels, dutyLevels, isInForce } from './duty.ts'

export { standPublished } from './confirmations/stand-published.ts'
export { takeDown } from './confirmations/take-down.ts'
export { type Material } from './materials/material.ts'
export { moveMaterial } from './materials/move-material.ts'
export { MaterialStateWord } from './materials/pages/materials-page.tsx'
export { listMaterials } from './materials/queries.ts'
export { layDownTemplate } from './templates/lay-down-template.ts'
export { announceEdition } from './templates/announce-edition.ts'
export { answerProposal } from './templates/answer-proposal.ts'
export { listLines } from './templates/queries.ts'
export { readOrigins } from './templates/read-template.ts'
export { takeEffect } from './templates/take-effect.ts'
export { tightenLine } from './templates/tighten-line.ts'
export { readCatalogueFile, sayRefusal } from './sheets/read-catalogue-file.ts'
export type { ImportReport } from './sheets/import-lines.ts'
export { recorded } from './read-recorded.ts'
export { confirmed, withheld } from './task.ts'
export {
  countTasksByMonth,
  listMissedTasks,
  listOwedLines,
  sumTasksByLine,
  type LineOfTasks,
  type MissedTask,
  type MonthOfTasks,
  type OwedLine,
} from './queries-measured.ts'
