import { documentsThat } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const documentsEntered: Figure = { code: 'documents-entered', group: 'documents', facts: documentsThat({ stand: 'entered' }) }
