import { tasksThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const tasksOverdue: Figure = { code: 'tasks-overdue', group: 'promises', facts: tasksThat('overdue') }
