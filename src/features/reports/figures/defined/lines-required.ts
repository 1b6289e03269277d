import { linesThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const linesRequired: Figure = { code: 'lines-required', group: 'catalogue', facts: linesThat('required'), isStock: true }
