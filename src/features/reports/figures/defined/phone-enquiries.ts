import type { Figure } from '../count-figures.ts'

export const phoneEnquiries: Figure = { code: 'phone-enquiries', group: 'by-hand' }
