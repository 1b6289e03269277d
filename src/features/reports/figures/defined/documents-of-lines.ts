import { documentsThat } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

/** What was released under some lines of the catalogue: those of one column, or one alone. */
export function documentsOfLines(dutyIds: readonly number[]): Figure {
  return { code: 'documents-of-lines', group: 'documents', facts: documentsThat({ stand: 'released', dutyIds }) }
}
