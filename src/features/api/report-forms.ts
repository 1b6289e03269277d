import { z } from 'zod'
import { withoutControls } from '../../platform/http/route.ts'
import { identityIds, longestText, periodFrom } from '../reports/index.ts'

/* The forms of everything that systems hand in about reports, work summaries and numbers by hand. Strict, like all forms of what is written. */

const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const year = z.string().regex(/^(19|20|21)\d\d$/)
const text = (most: number) =>
  z
    .string()
    .max(most)
    .overwrite((typed) => withoutControls(typed).trim())
const id = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .describe('Its number')

/** More cells than any form has. */
const mostNumbers = 1_000
const longestSent = 20_000

export const reportParams = z.object({ id })
const page = {
  after: z.string().max(60).optional().describe('Where the list goes on: taken from `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(100),
}
export const reportsQuery = z.object({ year: year.optional().describe('The year reported on: the last one unless told'), ...page })
export const summariesQuery = z.object({ year: year.optional().describe('The year summed up: the running one unless told'), ...page })
export const entriesQuery = z.object({
  unit: code.optional().describe('Code of one unit within reach'),
  figure: z.string().max(100).optional().describe('Code of a figure, or address of a cell of a report'),
  period: z
    .string()
    .max(10)
    .refine((typed) => periodFrom(typed) !== undefined)
    .optional()
    .describe('`2026`, `2026-H1`, `2026-Q3` or `2026-09`, with all that lies within: the running year unless told'),
  struck: z.enum(['yes']).optional().describe('Also what was struck'),
  ...page,
})

const unit = code.describe('Code of the unit whose it is')
export const newReport = z.strictObject({
  unit,
  year: z.int().describe('The year reported on'),
  withBelow: z.boolean().default(false).describe('Its figures are those of the unit and of all below it'),
})
export const newSummary = newReport.omit({ withBelow: true })

/** Texts by their keys: `五` and, in English, `五/en`. */
const texts = z.record(z.string(), text(longestText))

export const reportTexts = z.strictObject({
  texts: texts.default({}).describe('By the numeral of the section, in English under `五/en`; what is left out stays'),
  notes: texts.default({}).describe('Why an identity does not hold, by its id; what is left out stays'),
})

/** The same for one report: its sections, and the identities that can be explained. */
export function formOfTexts(numerals: readonly string[]) {
  return z.strictObject({ texts: textsOf(bothLanguages(numerals)).default({}), notes: textsOf(identityIds).default({}) })
}

export const summaryTexts = z.strictObject({
  texts: texts.default({}).describe('By the code of the heading, in English under `problems/en`; what is left out stays'),
  taken: z.array(code).max(100).optional().describe('Codes of the proposed problems that are taken over, all anew; left out they stay'),
})

/** The same for one summary with its headings. */
export function formOfSummary(headings: readonly string[]) {
  return summaryTexts.extend({ texts: textsOf(bothLanguages(headings)).default({}) })
}

const number = {
  value: z.number().describe('Not below zero unless it is a change; at most four digits behind the point, whole unless it is money'),
  isAtLeast: z.boolean().default(false).describe('The source says “over”'),
  evidence: text(longestSent).describe('What shows it: a sheet, a receipt, a letter'),
}

export const cellNumbers = z.strictObject({
  numbers: z
    .array(z.strictObject({ cell: z.string().max(100).describe('Its address: `t1/charges/amount`'), ...number }))
    .min(1)
    .max(mostNumbers)
    .describe(
      'All of them are entered, or none. Each is the number of the unit itself: in a report with all below it, what those units entered is added',
    ),
})

export const newEntry = z.strictObject({
  unit,
  figure: z.string().max(100).describe('Code of a figure that no record shows'),
  period: z.string().max(10).describe('`2026`, `2026-H1`, `2026-Q3` or `2026-09`'),
  ...number,
})

/** The body of what needs no words. */
export const nothing = z.strictObject({})

function textsOf(keys: readonly string[]) {
  return z.strictObject(Object.fromEntries(keys.map((key) => [key, text(longestText).optional()])))
}

function bothLanguages(keys: readonly string[]): string[] {
  return keys.flatMap((key) => [key, `${key}/en`])
}
