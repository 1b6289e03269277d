import type { Figure } from '../count-figures.ts'

export const paperCopies: Figure = { code: 'paper-copies', group: 'by-hand' }
