import { tasksThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const tasksInTime: Figure = { code: 'tasks-in-time', group: 'promises', facts: tasksThat('in-time') }
