import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { receiptChannels } from '../../kernel/case/event.ts'
import { withoutControls } from '../../platform/http/route.ts'
import {
  applicantKinds,
  deskChannels,
  handedRoles,
  identityKinds,
  registerViews,
  timings,
  wantedForms,
  wantedWays,
  wishKinds,
} from '../applications/index.ts'

/* The forms of everything that systems hand in about applications for information. Strict, like all forms of what is written. */

const day = z.iso.date({ abort: true }).refine(isDay).describe('A civil day, `YYYY-MM-DD`')
const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const clean = (text: string): string => withoutControls(text).trim()
const text = (most: number) => z.string().max(most).overwrite(clean)
const longest = 20_000

/** A file within a form. Compared with what it decodes to: a pattern would be too slow for twenty megabytes. */
export const sentFile = z.strictObject({
  name: z.string().min(1).max(300).overwrite(clean),
  content: z
    .string()
    .refine((content) => Buffer.from(content, 'base64').toString('base64') === content)
    .describe('Its bytes in Base64'),
})
export type SentFile = z.infer<typeof sentFile>

export const caseParams = z.object({ ref: z.uuid().describe('How addresses name the case') })
export const deedParams = caseParams.extend({ verb: code.describe('One of `deeds` of the case') })
export const itemParams = caseParams.extend({
  position: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .describe('Number of the item in the case'),
})

export const casesQuery = z.object({
  view: z.enum(registerViews).default('open').describe('`mine`: those of the person who answers for the system'),
  unit: code.optional().describe('Code of one unit within reach'),
  channel: z.enum(receiptChannels).optional(),
  kind: z.enum(applicantKinds).optional().describe('Kind of applicant'),
  leaf: z
    .string()
    .regex(/^[A-Z]\d$/)
    .optional()
    .describe('An outcome of the statutory table'),
  year: z
    .string()
    .regex(/^(19|20|21)\d\d$/)
    .optional()
    .describe('The year in the number'),
  ended: z
    .string()
    .regex(/^(19|20|21)\d\d$/)
    .optional()
    .describe('The year in which it ended'),
  timing: z.enum(timings).optional(),
  extended: z.enum(['yes']).optional(),
  text: z.string().max(100).optional().describe('A number, its beginning, or words of what is asked for'),
  after: z.string().max(40).optional().describe('Where the list goes on: taken from `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

const line = text(300).default('')

export const newCase = z.strictObject({
  unit: code.describe('Code of the unit that is asked'),
  kind: z.enum(wishKinds).default('information'),
  wanted: text(longest).describe('What is wanted, in the words of whoever asks'),
  documentHint: text(longest).default('').describe('Name or number of a document, where it is known'),
  reason: text(longest).default('').describe('Never required, but for a correction: what is wrong'),
  items: z.array(text(longest)).default([]).describe('The things asked for, one by one; empty: the whole text is one'),
  form: z.enum(wantedForms),
  way: z.enum(wantedWays),
  applicant: z
    .strictObject({
      kind: z.enum(applicantKinds),
      name: text(300),
      identityKind: z.enum(identityKinds),
      identityNumber: text(100),
      ...{ phone: line, email: line, address: line },
      contactName: line.describe('Whoever speaks for an organisation'),
      ...{ agentName: line, agentIdentityNumber: line },
    })
    .describe('Kept under seal; given back nowhere'),
  channel: z.enum(deskChannels),
  arrivedOn: day.describe('The true day of arrival, not that of typing'),
  confirmedOn: day.optional().describe('The day on which unit and applicant confirmed it to each other, where the channel asks for that'),
  files: z.array(sentFile).default([]).describe('Proof of identity, authority of an agent'),
})

/** What a deed asks stands in `deeds` of the case; here is what each kind of field looks like. */
export const deedBody = z
  .record(z.string(), z.union([z.string(), z.number(), z.array(sentFile)]))
  .describe('The fields that `deeds` of the case names for this verb: texts, days, numbers, values of choices, files')

export const decision = z.strictObject({
  leaf: z.string().max(10).describe('Code of one of `outcomes` of the case'),
  ground: text(longest).default('').describe('The provision, where the outcome leaves it to the unit'),
  facts: text(longest).default(''),
  harm: text(longest).default('').describe('What harm openness would do, where the outcome asks for it'),
  discretion: text(longest).default(''),
  search: text(longest).default('').describe('Where was searched, when nothing was found'),
  pointer: text(longest).default('').describe('Where it is to be found, or who has it'),
  withheld: z.array(z.string().max(10)).max(30).default([]).describe('Of a partial release: the outcomes under which the rest is withheld'),
})

export const itemFileQuery = z.object({
  name: z.string().min(1).max(300).describe('The name of the file, percent-encoded'),
  role: z.enum(handedRoles).describe('`redacted` copies name their `original`'),
  original: z.coerce.number().int().positive().optional().describe('Number of the original in this case'),
})

export const replyText = z.strictObject({
  number: text(100).default('').describe('The number that the paper carries'),
  title: text(300),
  body: text(100_000).describe('Paragraphs, parted by empty lines'),
  bodyEn: text(100_000).default(''),
})
