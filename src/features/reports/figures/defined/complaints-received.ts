import type { Figure } from '../count-figures.ts'

export const complaints: Figure = { code: 'complaints', group: 'by-hand' }
