import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'
import { figureOf } from './figures/all-figures.ts'
import { figuresIn, type Template } from './summaries/template.ts'

/** Reads `work-summary.json` of a pack. Throws with the file's name when it does not have its form or names a figure that is none. */
export function loadWorkSummary(folder: string = nationalPack): Template {
  const path = join(folder, 'work-summary.json')
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const { headings, problems, ranking } = read.data
  const template = { headings, problems, fewestRanked: ranking.fewestRecords }
  const strange = figuresIn(template).filter((one) => figureOf(one) === undefined)
  if (strange.length > 0) throw new Error(`${path}: no figure ${strange.join(', ')}`)
  return template
}

const words = z.string().min(1)
const code = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/)
const name = z.string().regex(/^[a-zA-Z]+$/)
const share = z.number().min(0).max(1)
const whole = z.int().min(0)
const fact = z.strictObject({
  say: code,
  figures: z.record(name, code).optional(),
  ranked: code.optional(),
  unlessZero: name.optional(),
})
const heading = z.strictObject({
  ...{ code, nameZh: words, nameEn: words, askZh: words, askEn: words, facts: z.array(fact) },
  ...{ isProblems: z.literal(true).optional(), isRequired: z.literal(true).optional() },
})
const problem = z.discriminatedUnion('kind', [
  z.strictObject({ code, kind: z.literal('share'), part: code, whole: code, atLeast: share, fewest: whole }),
  z.strictObject({ code, kind: z.literal('missing'), part: code, whole: code, fewest: whole }),
  z.strictObject({ code, kind: z.literal('uneven'), of: code, atLeast: share, fewest: whole, fewestUnits: whole }),
])
const source = { basisZh: words, basisEn: words }
const file = z.strictObject({
  ...{ about: words, ...source, confidence: z.enum(['certain', 'likely', 'unsure']) },
  ranking: z.strictObject({ fewestRecords: whole, ...source }),
  headings: z.array(heading).min(1),
  problems: z.array(problem),
})

/** The work summary as the national pack lays it down. */
export const workSummary: Template = loadWorkSummary()
