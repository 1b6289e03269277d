import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { nationalPack } from '../../platform/pack.ts'
import { type RemedyLaw, remedyPeriods, remedyRules, reviewBodies, standings } from './law/remedy.ts'

/** Reads `remedies.json` of a pack. Throws with the file's name when it does not have its form. */
export function loadRemedies(folder: string = nationalPack): RemedyLaw {
  const path = join(folder, 'remedies.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

const words = z.string().min(1)
const day = z.string().refine(isDay, 'not a day (YYYY-MM-DD)')
const whole = z.number().int().positive()
const dated = {
  effective: z.strictObject({ from: day, until: day.optional() }),
  ...{ basisZh: words, basisEn: words, confidence: z.enum(['certain', 'likely', 'unsure']) },
}
const term = z.union([
  z.strictObject({ days: whole, count: z.enum(['working', 'calendar']), rolls: z.boolean().optional() }),
  z.strictObject({ months: whole, rolls: z.boolean().optional() }),
])
const text = z.strictObject({ zh: words, en: words })
const form = z.strictObject({
  about: words,
  rules: z.array(z.strictObject({ rule: z.enum(remedyRules), isReconsiderationFirst: z.boolean(), ...dated })),
  periods: z.array(z.strictObject({ period: z.enum(remedyPeriods), term, ...dated })),
  bodies: z.array(z.strictObject({ standing: z.enum(standings), bodies: z.array(z.enum(reviewBodies)).min(1), ...dated })),
  paragraphs: z.strictObject({ 'reconsideration-first': text, either: text }),
  scopes: z.strictObject({ whole: text, withheld: text, rest: text }),
  or: text,
})

/** The remedies of the national pack, read once, when the program starts. */
export const remedyLaw: RemedyLaw = loadRemedies()
