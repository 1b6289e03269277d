import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'
import { type ExemptionGuide, guideFaults } from './law/guide.ts'
import { outcomes } from './load-outcomes.ts'

/** Reads `exemption-guide.json` of a pack. Throws with the file's name when it does not have its form, goes in a circle or ends nowhere. */
export function loadExemptionGuide(folder: string = nationalPack): ExemptionGuide {
  const path = join(folder, 'exemption-guide.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const faults = guideFaults(
    read.data,
    outcomes.leaves.map(({ code }) => code),
  )
  if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`)
  return read.data
}

const words = z.string().min(1)
const said = { id: z.string().regex(/^[a-z-]+$/), zh: words, en: words }
const answer = z.strictObject({ ...said, next: words.optional(), leaves: z.array(words).min(1).optional() })
const question = z.strictObject({ ...said, helpZh: words.optional(), helpEn: words.optional(), answers: z.array(answer).min(2) })
const form = z.strictObject({ about: words, first: words, questions: z.array(question).min(1) })

/** The guide of the national pack, read once, when the program starts. */
export const exemptionGuide: ExemptionGuide = loadExemptionGuide()
