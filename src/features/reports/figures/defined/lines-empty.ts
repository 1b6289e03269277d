import { linesWithout } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const linesEmpty: Figure = { code: 'lines-empty', group: 'catalogue', facts: linesWithout('any'), isStock: true }
