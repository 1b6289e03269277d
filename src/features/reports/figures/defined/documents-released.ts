import { documentsThat } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const documentsReleased: Figure = { code: 'documents-released', group: 'documents', facts: documentsThat({ stand: 'released' }) }
