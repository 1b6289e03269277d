import { z } from 'zod'
import { receiptChannels } from '../../../kernel/case/event.ts'
import { applicantKinds, caseStands, challengeKinds, challengeResults } from '../../applications/index.ts'
import { documentStands } from '../../publishing/index.ts'
import type { Said } from './counts.ts'

const cases = z.strictObject({
  of: z.literal('cases'),
  stand: z.enum(caseStands),
  leaves: z.array(z.string()).optional(),
  applicantKind: z.enum(applicantKinds).optional(),
  channels: z.array(z.enum(receiptChannels)).min(1).optional(),
  isExtended: z.boolean().optional(),
})
const documents = z.strictObject({ of: z.literal('documents'), stand: z.enum(documentStands), lines: z.string().optional() })
const challenges = z.strictObject({
  of: z.literal('challenges'),
  kinds: z.array(z.enum(challengeKinds)).min(1),
  result: z.enum([...challengeResults, 'pending']).optional(),
  isDecided: z.literal(true).optional(),
})
const counted = z.discriminatedUnion('of', [cases, documents, challenges])

/** The records behind a cell. */
export type Counted = z.infer<typeof counted>

/** The records behind a cell, from what its row and its column say; undefined where it is not enough. Throws a ZodError for what no records are. */
export function readCounted(said: Said): Counted | undefined {
  const isWhole = said.of === 'challenges' ? said.kinds !== undefined : said.of !== undefined && said.stand !== undefined
  return isWhole ? counted.parse(said) : undefined
}
