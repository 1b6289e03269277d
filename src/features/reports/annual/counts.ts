import { z } from 'zod'
import { receiptChannels } from '../../../kernel/case/event.ts'
import { applicantKinds, caseStands, challengeKinds, challengeResults } from '../../applications/index.ts'
import { documentStands } from '../../publishing/index.ts'

/**
 * What a row or a column says of the records behind its cells. Both together tell them: a row says of what, a column perhaps at which stand
 * or with which result. A cell of which they do not say enough is entered by hand.
 */
export interface Said {
  of?: 'cases' | 'documents' | 'challenges' | undefined
  stand?: string | undefined
  /** The row of table 1 whose lines of the catalogue count, as the office laid them down. */
  lines?: string | undefined
  /** Codes of outcomes. */
  leaves?: string[] | undefined
  applicantKind?: string | undefined
  channels?: string[] | undefined
  isExtended?: boolean | undefined
  kinds?: string[] | undefined
  result?: string | undefined
  isDecided?: true | undefined
}

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

/** What a row and a column say together; undefined where it is not enough. Throws a ZodError for what no records are. */
export function countedIn(row: Said | undefined, column: Said | undefined): Counted | undefined {
  const said = { ...row, ...column }
  const isWhole = said.of === 'challenges' ? said.kinds !== undefined : said.of !== undefined && said.stand !== undefined
  return isWhole ? counted.parse(said) : undefined
}
