import { linesThat } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const linesOptional: Figure = { code: 'lines-optional', group: 'catalogue', facts: linesThat('optional'), isStock: true }
