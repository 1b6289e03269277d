import { categoriesAt } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const categories: Figure = { code: 'categories', group: 'catalogue', facts: categoriesAt(1), isStock: true }
