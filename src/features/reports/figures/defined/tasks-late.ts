import { tasksThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const tasksLate: Figure = { code: 'tasks-late', group: 'promises', facts: tasksThat('late') }
