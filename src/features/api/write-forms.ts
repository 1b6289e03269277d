import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { channels, dutyLevels } from '../catalogue/index.ts'
import { profileKeys } from '../organisations/index.ts'
import { attributes, audiences, genres, grounds, limits, servedGroups, subjects } from '../publishing/index.ts'

/* The forms of everything that systems hand in. Strict: a field that is not named here is refused, so nobody sets what is not theirs. */

const day = z.iso.date().refine(isDay).describe('A civil day, `YYYY-MM-DD`')
const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\n\r]*$/u)

const content = {
  title: line(limits.title).min(1),
  summary: z.string().max(limits.summary).default(''),
  body: z.string().max(limits.body).default('').describe('Markdown'),
  language: z.enum(['zh', 'en']).default('zh').describe('The language of the text'),
  attribute: z.enum(attributes).default('proactive').describe('To be published, given on application, or withheld'),
  ground: z
    .enum([...grounds, ''])
    .default('')
    .describe('Why it is not published on the unit’s own motion'),
  groundReason: z.string().max(2000).default(''),
  audience: z.enum(audiences).default('society'),
  documentNumber: line(100).default('').describe('The number that the paper carries'),
  subject: z
    .enum(['', ...subjects])
    .default('')
    .describe('Class of the State Council list, 1 to 22'),
  genre: z.enum(['', ...genres]).default(''),
  served: z.enum(['', ...servedGroups]).default(''),
  keywords: z.array(line(40).min(1)).max(20).default([]),
  formedOn: day.optional().describe('The day on which it was formed; the clock of its duty runs from it'),
  validUntil: day.optional(),
  related: z.array(z.string().max(200)).max(20).optional().describe('Index numbers of related documents'),
}

export const newDraft = z.strictObject({
  unit: code.describe('Code of the unit that publishes it'),
  reference: line(200).default('').describe('What the system itself calls it; the same reference twice is refused'),
  duty: code.optional().describe('Code of the line of the catalogue that it answers'),
  task: z.int().positive().optional().describe('Number of the task that it fulfils; then `duty` is not needed'),
  ...content,
})

export const changedDraft = z.strictObject(content)

export const submission = z.strictObject({ remark: z.string().max(2000).default('').describe('For the head of the unit') })

export const newMatter = z.strictObject({
  duty: code,
  unit: code,
  matter: line(300).min(1).describe('What was formed or changed, in a few words'),
  formedOn: day,
})

export const profileForm = z.strictObject(
  Object.fromEntries(profileKeys.map((key) => [key, z.string().max(4000)])) as Record<(typeof profileKeys)[number], z.ZodString>,
)

const monthDay = z.string().regex(/^\d\d-\d\d$/)
const counted = z.enum(['working', 'calendar'])
const rule = z
  .union([
    z.strictObject({ kind: z.literal('within'), days: z.int().positive(), count: counted, anchor: z.enum(['formation', 'change']) }),
    z.strictObject({ kind: z.literal('at-once') }),
    z.strictObject({ kind: z.literal('periodic'), every: z.literal('year'), by: monthDay }),
    z.strictObject({
      kind: z.literal('periodic'),
      every: z.enum(['month', 'quarter', 'half-year', 'year']),
      within: z.int().positive(),
      count: counted,
    }),
    z.strictObject({ kind: z.literal('standing'), confirm: z.literal('year'), by: monthDay }),
  ])
  .describe('The time rule')

export const newDuty = z.strictObject({
  code,
  category: code,
  titleZh: line(200).min(1),
  titleEn: line(200).min(1),
  elementsZh: z.string().max(4000).default(''),
  elementsEn: z.string().max(4000).default(''),
  basisZh: z.string().min(1).max(4000),
  basisEn: z.string().min(1).max(4000),
  guidanceZh: z.string().max(4000).default(''),
  guidanceEn: z.string().max(4000).default(''),
  rule,
  channels: z.array(z.enum(channels)).min(1),
  audience: z.enum(audiences).default('society'),
  mode: z.enum(['proactive', 'on-application']).default('proactive'),
  levels: z.array(z.enum(dutyLevels)).min(1),
  isRequired: z.boolean().default(true),
  genre: z.enum(['', ...genres]).default(''),
  subject: z.enum(['', ...subjects]).default(''),
  units: z.array(code).min(1).describe('The units that owe it, all within reach of the token'),
  sinceOn: day,
  untilOn: day.optional(),
})

export const pageOf = z.object({
  after: z.string().max(40).optional().describe('Where the list goes on: taken from `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const fileQuery = z.object({ name: line(200).min(1).describe('The name of the file, percent-encoded') })
export const draftParams = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .describe('Number of the draft'),
})
export const unitParams = z.object({ code })
