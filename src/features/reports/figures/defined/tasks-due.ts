import { tasksThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const tasksDue: Figure = { code: 'tasks-due', group: 'promises', facts: tasksThat('due') }
