import { documentsThat } from '../../../publishing/index.ts'
import type { Figure } from '../count-figures.ts'

export const documentsWaiting: Figure = { code: 'documents-waiting', group: 'documents', facts: documentsThat({ stand: 'waiting' }) }
