import { z } from 'zod'
import { type CaseChoices, type CaseEdition, type Confidence, editionOn, receiptChannels } from '../kernel/case/index.ts'
import { type Day, isDay } from '../kernel/day.ts'
import type { Complain } from './pack-calendar.ts'

/** What was chosen where the law leaves a point open, and for each the sentence that says so to whoever reads a date. */
export interface ToldChoices extends CaseChoices {
  told: Record<keyof CaseChoices, { saysZh: string; saysEn: string; confidence: Confidence }>
}

const words = z.string().min(1)
const day = z.custom<Day>((text) => typeof text === 'string' && isDay(text), 'not a day (YYYY-MM-DD)')
const effective = z
  .strictObject({ from: day, until: day.optional() })
  .refine(({ from, until = from }) => until >= from, 'ends before it begins')
const confidence = z.enum(['certain', 'likely', 'unsure'])
const cited = { basisZh: words, basisEn: words, confidence, noteZh: words.optional(), noteEn: words.optional() }
const term = z.strictObject({ term: z.strictObject({ days: z.number().int().positive(), count: z.literal('working') }), ...cited })
const rule = z.enum(['handed-over', 'signed-for', 'confirmed', 'arrived', 'form-filled'])
const receipt = z.strictObject({ rule, isSameDayDuty: z.boolean().optional(), ...cited })
const consultation = z.strictObject({ pauses: z.boolean(), answer: term.optional(), ...cited })
const says = { saysZh: words, saysEn: words, confidence }

const editionForm = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens only'),
  nameZh: words,
  nameEn: words,
  effective,
  reply: term,
  extension: term,
  receipt: z.record(z.enum(receiptChannels), receipt),
  clarification: z.strictObject({ notice: term.optional(), isOnce: z.boolean(), ...cited }),
  consultation: z.strictObject({ 'third-party': consultation, 'co-agency': consultation }),
  fee: z.strictObject({ payment: term, effective, ...cited }).optional(),
  maySetDate: z.boolean(),
})

/** The form of `applications.json`. */
export const applicationsForm = z.strictObject({
  editions: z.array(editionForm).min(1),
  choices: z.strictObject({
    pauseBegins: z.strictObject({ chosen: z.enum(['sent', 'delivered']), ...says }),
    lateClarificationRestarts: z.strictObject({ chosen: z.boolean(), ...says }),
    askingReasonsPauses: z.strictObject({ chosen: z.boolean(), ...says }),
  }),
})

/** Editions and choices as the clock of a case takes them. Refuses, through `complain`, two editions of one day or one name. */
export function applicationsOf(
  { editions, choices }: z.infer<typeof applicationsForm>,
  complain: Complain,
): { editions: CaseEdition[]; choices: ToldChoices } {
  for (const [index, edition] of editions.entries()) {
    const field = `editions[${index}]`
    if (editions.findIndex(({ id }) => id === edition.id) < index) complain(`${field}.id`, `"${edition.id}" is there already`)
    const rival = editions.find((other) => other !== edition && editionOn([other], edition.effective.from))
    if (rival) complain(`${field}.effective`, `"${rival.id}" is in force on ${edition.effective.from}, too`)
  }
  const { pauseBegins, lateClarificationRestarts, askingReasonsPauses } = choices
  return {
    editions,
    choices: {
      pauseBegins: pauseBegins.chosen,
      lateClarificationRestarts: lateClarificationRestarts.chosen,
      askingReasonsPauses: askingReasonsPauses.chosen,
      told: choices,
    },
  }
}
