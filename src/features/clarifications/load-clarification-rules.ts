import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { nationalPack, termOn, type TermEdition } from '../../platform/pack.ts'

const form = z.object({
  clarification: z.object({ usualHours: z.number().int().positive(), majorTerms: z.object({ publish: z.string(), briefing: z.string() }) }),
})

let rules: z.infer<typeof form>['clarification'] | undefined

/** How many hours an answer has on a day, and a press conference where it is a major emergency; `release.json` and `terms.json` of the pack. */
export function hoursFor(terms: readonly TermEdition[], isMajor: boolean, day: Day): { publish: number; briefing?: number } {
  rules ??= form.parse(JSON.parse(readFileSync(join(nationalPack, 'release.json'), 'utf8'))).clarification
  if (!isMajor) return { publish: rules.usualHours }
  const hours = (id: string): number | undefined => {
    const term = termOn(terms, id, day)
    return term !== undefined && 'hours' in term ? term.hours : undefined
  }
  const briefing = hours(rules.majorTerms.briefing)
  return { publish: hours(rules.majorTerms.publish) ?? rules.usualHours, ...(briefing === undefined ? {} : { briefing }) }
}
