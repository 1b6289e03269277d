import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addDays, asDay, type Day } from '../../../kernel/day.ts'
import { nationalPack } from '../../../platform/pack.ts'
import { publishBy } from '../annual/deadline.ts'
import { formOfYear } from '../annual/form.ts'
import type { Period } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'

const words = z.string().min(1)
const told = { basisZh: words, basisEn: words, confidence: z.enum(['certain', 'likely', 'unsure']) }
const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const file = z.strictObject({
  about: words,
  quarter: z.strictObject({ day: z.int().min(1).max(28), ...told }),
  halfYear: z.strictObject({ H1: monthDay, H2: monthDay, ...told }),
})

/** By when rounds are due unless the office names another day. */
export type RoundRules = z.infer<typeof file>

/** A day that is proposed for a round, with the rule from which it comes and how sure that rule is. */
export interface ProposedDay {
  on: Day
  basisZh: string
  basisEn: string
  confidence: RoundRules['quarter']['confidence']
}

/** Reads `rounds.json` of a pack. Throws with the file's name when it does not have the form. */
export function loadRoundRules(folder: string = nationalPack): RoundRules {
  const path = join(folder, 'rounds.json')
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** The rules of the national pack, read once, when the program starts. */
export const roundRules: RoundRules = loadRoundRules()

/** The day proposed for a round over a period; undefined for a month, and for a year before the first form of the annual report. */
export function proposeDay(period: Period, rules: RoundRules = roundRules): ProposedDay | undefined {
  const next = addDays(period.until, 1)
  if (period.kind === 'quarter') {
    const { day, ...basis } = rules.quarter
    return { on: addDays(next, day - 1), ...basis }
  }
  if (period.kind === 'half-year') {
    const { H1, H2, ...basis } = rules.halfYear
    return { on: asDay(`${next.slice(0, 4)}-${period.code.endsWith('H1') ? H1 : H2}`), ...basis }
  }
  return period.kind === 'year' ? proposeYear(Number(period.code)) : undefined
}

/** The law's own day for departments, which make most of the reports. */
function proposeYear(year: number): ProposedDay | undefined {
  const form = formOfYear(annualForms, year)
  const on = form && publishBy(form, year, 'department')
  const deadline = form?.deadlines.find(({ kinds }) => kinds.includes('department'))
  if (on === undefined || deadline === undefined) return undefined
  return { on, basisZh: deadline.basisZh, basisEn: deadline.basisEn, confidence: 'certain' }
}
