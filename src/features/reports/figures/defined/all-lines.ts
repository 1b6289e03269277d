import { linesThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const lines: Figure = { code: 'lines', group: 'catalogue', facts: linesThat('owed'), isStock: true }
