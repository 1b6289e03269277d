import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'
import { asCheckRules, type CheckRules } from '../checks/index.ts'

/** What may be kept of what people search for. */
export type SearchRules = z.infer<typeof form>

/** Reads `searches.json` of a pack. Throws with the file's name when it does not have its form. */
export function loadRules(folder: string = nationalPack): SearchRules {
  const path = join(folder, 'searches.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

const whole = z.number().int().positive()
const form = z.object({
  missed: z.object({
    longestWords: whole,
    shownFromTimes: whole,
    shownFromDays: whole,
    mostTimesADay: whole,
    mostNewADay: whole,
    longestDigits: whole,
    forgetUnshownDays: whole,
    forgetCountsDays: whole,
  }),
  asked: z.object({ shownFromTimes: whole, lookBackDays: whole, mostTimesADay: whole }),
})

/** The rules of the national pack, read once, when the program starts. */
export const searchRules: SearchRules = loadRules()

let checks: CheckRules | undefined

/** The rules of the text checks, read from the same pack when they are first needed. */
export function checkRules(): CheckRules {
  checks ??= asCheckRules(JSON.parse(readFileSync(join(nationalPack, 'publishing.json'), 'utf8')))
  return checks
}
