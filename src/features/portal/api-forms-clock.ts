import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { day, yearNumber } from './api-forms.ts'

/* The forms of the calendar and of terms, as the read API takes and gives them. */

export const yearParams = z.object({ year: yearNumber })

export const clockQuery = z.object({
  days: z.coerce.number().int().min(1).max(3660).describe('Length of the term'),
  count: z.enum(['working', 'calendar']).default('working'),
  start: day.refine(isDay, 'a day of the years 1900 to 2199').describe('The day that starts the term; counting begins the day after it'),
})

export const calendarYear = z.object({
  year: z.number().int(),
  isAnnounced: z.boolean(),
  days: z.array(z.object({ on: day, kind: z.enum(['working', 'weekend', 'holiday', 'make-up', 'unannounced']) })),
})

export const clockAnswer = z.object({
  due: day,
  provisional: z.boolean(),
  days: z.array(z.object({ on: day, counted: z.boolean(), why: z.string() })),
})
