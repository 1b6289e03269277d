import type { Figure } from '../count-figures.ts'

export const pointVisits: Figure = { code: 'point-visits', group: 'by-hand' }
