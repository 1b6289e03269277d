import { z } from 'zod'

/* The forms of everything that systems are given about reports, work summaries and numbers by hand. */

const day = z.iso.date()
const instant = z.iso.datetime()
const named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() })
const next = z.string().nullable()
const cellAddress = z.string().describe('Table, row and column: `t2/3.1/person`')
const links = { api: z.string().describe('Its own address'), desk: z.string().describe('Where people see it') }

const document = z
  .object({
    indexNumber: z.string(),
    stage: z.enum(['draft', 'with-head', 'with-secrecy', 'with-signer', 'scheduled', 'released', 'dropped']),
    standing: z.enum(['unpublished', 'published', 'cancelled', 'ended', 'withdrawn', 'replaced', 'removed', 'kept']),
    desk: z.string(),
  })
  .nullable()
  .describe('Its publication, once it was filed: from there on people decide')

const filings = z.array(
  z.object({ filing: z.int(), cutOff: day.describe('What happened later is not in it'), filedAt: instant, fingerprint: z.string() }),
)
const driftKind = z
  .enum(['records', 'entered-anew', 'counted-now'])
  .describe('Others would be counted; entered anew by hand; or entered by hand then and counted from records now')
const drift = z
  .array(z.object({ cell: z.string(), kind: driftKind, filed: z.number(), now: z.number().nullable(), added: z.int(), removed: z.int() }))
  .describe(
    'Numbers that would be others now than in the last filing; `added` and `removed` count records, both 0 for what was filed by hand',
  )

const state = z.enum(['not-begun', 'in-making', 'filed', 'returned', 'accepted'])
const line = {
  unit: named,
  year: z.int(),
  state,
  filedAt: instant.nullable(),
  remark: z.string().nullable().describe('What the office said of the last filing'),
  publishBy: day.nullable().describe('The last day for publishing, where one is laid down'),
}

export const reportsPage = z.object({
  items: z.array(z.object({ id: z.int().nullable().describe('Null while it is not begun'), ...line, api: next, desk: next })),
  next,
})

const obstacles = z.array(z.object({ code: z.string(), message: z.string() })).describe('What stands in the way of filing it')

/** Where a report stands after something was done to it. */
export const reportStanding = z.object({
  ...{ id: z.int(), ...line, withBelow: z.boolean(), ...links },
  errors: z.int().describe('How many identities are broken so that it cannot be filed'),
  warnings: z.int(),
  obstacles,
  document,
})

export const reportWhole = reportStanding.extend({
  edition: z.string().describe('Which form it has'),
  sections: z.array(
    z.object({
      ...{ numeral: z.string(), nameZh: z.string(), nameEn: z.string() },
      isJudgement: z.boolean().describe('Nothing is filed while nobody said anything here'),
    }),
  ),
  texts: z.record(z.string(), z.string()).describe('What people wrote, by the numeral of the section; English under `五/en`'),
  notes: z.record(z.string(), z.string()).describe('Why an identity does not hold, by its id'),
  cells: z.array(
    z.object({
      cell: cellAddress,
      origin: z.enum(['counted', 'by-hand', 'sum', 'empty']).describe('Only what is by hand or empty can be entered'),
      value: z.number().nullable(),
      isAtLeast: z.boolean(),
      measure: z.enum(['count', 'money-10k']),
      evidence: z.array(z.string()).describe('What shows a number by hand'),
    }),
  ),
  breaches: z
    .array(
      z.object({
        ...{ id: z.string(), kind: z.string(), severity: z.enum(['error', 'warning']), cells: z.array(cellAddress) },
        left: z.number().describe('What the report says'),
        right: z.number().describe('What the other side makes'),
        ...{ row: z.string().nullable(), column: z.string().nullable() },
        words: z.string(),
      }),
    )
    .describe('What in it cannot be true, in the words of `npx gongkai report check`'),
  filings,
  drift,
})

const summaryState = z.enum(['in-making', 'filed', 'published'])
const summaryLine = z.object({ id: z.int(), unit: named, year: z.int(), state: summaryState, ...links })
export const summariesPage = z.object({ items: z.array(summaryLine), next })

export const summaryStanding = summaryLine.extend({
  silent: z.array(z.string()).describe('Codes of the headings under which somebody must still say something'),
  document,
})

const sentence = z.object({
  words: z.string(),
  numbers: z.array(
    z.object({ name: z.string(), value: z.number(), figure: z.string().nullable(), isByHand: z.boolean(), isAtLeast: z.boolean() }),
  ),
})

export const summaryWhole = summaryStanding.extend({
  headings: z.array(
    z.object({
      ...{ code: z.string(), nameZh: z.string(), nameEn: z.string(), isRequired: z.boolean() },
      facts: z.array(sentence).describe('What the records say'),
      textZh: z.string().describe('What people wrote'),
      textEn: z.string(),
    }),
  ),
  problems: z.array(sentence.extend({ code: z.string(), isTaken: z.boolean() })).describe('What the records propose to be said'),
  filings,
  drift,
})

export const entry = z.object({
  id: z.int(),
  unit: named,
  figure: z.string().describe('Code of a figure, or address of a cell of a report'),
  from: day,
  until: day,
  value: z.number(),
  isAtLeast: z.boolean().describe('The source says “over”'),
  evidence: z.string(),
  enteredAt: instant,
  struckAt: instant.nullable().describe('Since when it counts no longer'),
})
export const entriesPage = z.object({ items: z.array(entry), next })
