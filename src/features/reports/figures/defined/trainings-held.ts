import type { Figure } from '../count-figures.ts'

export const trainings: Figure = { code: 'trainings', group: 'by-hand' }
