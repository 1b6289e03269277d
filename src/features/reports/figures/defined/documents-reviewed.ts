import { documentsThat } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const documentsReviewed: Figure = { code: 'documents-reviewed', group: 'documents', facts: documentsThat({ stand: 'reviewed' }) }
