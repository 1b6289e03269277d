import type { Db } from '../../platform/database/index.ts'
import { categoryContent } from './add-category.ts'
import { listCategories, listDuties } from './queries.ts'
import { listOwing, listTasks } from './queries-tasks.ts'
import { dutyContent, dutySubject, taskContent, taskSubject } from './subject.ts'

export { addCategory } from './add-category.ts'
export { confirmStanding, fulfilTask } from './fulfil-task.ts'
export { findStatute } from './find-statute.ts'
export { layDownDuty, type LayDownRefusal } from './lay-down-duty.ts'
export { moveFormedDay } from './move-formed-day.ts'
export { planTasks } from './plan-tasks.ts'
export { readGuide } from './read-guide.ts'
export { registerMatter, registerMatterIn, type Matter } from './register-matter.ts'
export { CataloguePage, type CataloguePageProps } from './pages/catalogue-page.tsx'
export { periodInWords, ruleInWords } from './pages/rule-words.ts'
export { routes } from './routes.tsx'
export { findDuty, findDutyByCode, listCategories, listDuties, type Category, type StoredDuty } from './queries.ts'
export { findTask, listTasks, type StoredTask, type TaskFilter } from './queries-tasks.ts'
export { countKeptByMonth, countKeptByUnit, findPublicLine, type Kept, type PublicLineOfDuty } from './queries-public.ts'
export { comesRound, type TimeRule } from './rule.ts'
export { innerDeadlines, stateOf, type TaskState } from './task.ts'
export { statuteInWords } from './pages/statute-words.ts'
export { channels, dutyLevels, isInForce } from './duty.ts'

type Recorded = AsyncIterable<{ subject: string; content: unknown }>

/** Every category, duty and task as the record should know them. */
export async function* recordedCategories(db: Db): Recorded {
  for (const category of await listCategories(db))
    yield { subject: `catalogue.category:${category.id}`, content: categoryContent(category) }
}

export async function* recordedDuties(db: Db): Recorded {
  for (const duty of await listDuties(db)) yield { subject: dutySubject(duty.id), content: dutyContent(duty, await listOwing(db, duty.id)) }
}

export async function* recordedTasks(db: Db): Recorded {
  for (const task of await listTasks(db, { limit: 1_000_000 })) yield { subject: taskSubject(task.id), content: taskContent(task) }
}
export { confirmed, withheld } from './task.ts'
