import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'

/* The forms of the list of promises. */

const day = z.iso.date().describe('A civil day in Asia/Shanghai')

export const promisesQuery = z.object({
  ending: z.enum(['on-time', 'late', 'empty']).optional().describe('How it ended: by the day, after it, or not at all'),
  unit: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .describe('Code of the unit that owed it'),
  month: z
    .string()
    .regex(/^\d{4}-\d\d$/)
    .refine((month) => isDay(`${month}-01`))
    .optional()
    .describe('Month of the due day, `YYYY-MM`'),
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.\d{1,15}$/)
    .optional()
    .describe('Where the list goes on: taken from `next` of the page before'),
})

export const promiseLine = z.object({
  duty: z.string(),
  unit: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  period: z.string(),
  matter: z.string(),
  formedOn: day.nullable(),
  dueOn: day,
  publishedOn: day.nullable(),
  ending: z.enum(['on-time', 'late', 'empty']),
  document: z.string().nullable().describe('Index number of what fulfilled it'),
})

export const promisesPage = z.object({ items: z.array(promiseLine), next: z.string().nullable() })
