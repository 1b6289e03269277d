import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { caseClockForm } from './api-forms-case.ts'
import { day, yearNumber } from './api-forms.ts'

/* The forms of the calendar and of terms, as the read API takes and gives them. */

export const yearParams = z.object({ year: yearNumber })

export const clockQuery = z
  .object({
    days: z.coerce.number().int().min(1).max(3660).optional().describe('Length of a term; needed unless there are events'),
    count: z.enum(['working', 'calendar']).default('working'),
    start: day
      .refine(isDay, 'a day of the years 1900 to 2199')
      .optional()
      .describe('The day that starts the term; counting begins the day after it'),
    events: z
      .string()
      .max(12_000)
      .optional()
      .describe('In place of a term: what happened in an application, as a JSON list; the whole clock of the case is given'),
    edition: z.string().max(60).optional().describe('The edition of the regulations that governs it; by the day of receipt unless told'),
  })
  .superRefine(({ days, start, events }, { addIssue }) => {
    if (events !== undefined) return
    for (const [name, given] of Object.entries({ days, start }))
      if (given === undefined) addIssue({ code: 'custom', path: [name], message: `${name} is missing` })
  })

export const calendarYear = z.object({
  year: z.number().int(),
  isAnnounced: z.boolean(),
  days: z.array(z.object({ on: day, kind: z.enum(['working', 'weekend', 'holiday', 'make-up', 'unannounced']) })),
})

const termAnswer = z.object({
  due: day,
  provisional: z.boolean(),
  days: z.array(z.object({ on: day, counted: z.boolean(), why: z.string() })),
})

export const clockAnswer = z.union([termAnswer, caseClockForm])
