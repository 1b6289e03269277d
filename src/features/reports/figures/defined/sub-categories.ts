import { categoriesAt } from '../../../catalogue/index.ts'
import type { Figure } from '../count-figures.ts'

export const subCategories: Figure = { code: 'sub-categories', group: 'catalogue', facts: categoriesAt(2), isStock: true }
