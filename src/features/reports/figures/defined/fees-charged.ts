import type { Figure } from '../count-figures.ts'

export const feesCharged: Figure = { code: 'fees-charged', group: 'by-hand', decimals: 4 }
