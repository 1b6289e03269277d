import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { nationalPack } from '../../platform/pack.ts'
import type { FeeLaw } from './law/fee.ts'

/** Reads `fees.json` of a pack. Throws with the file's name when it does not have its form. */
export function loadFees(folder: string = nationalPack): FeeLaw {
  const path = join(folder, 'fees.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

const words = z.string().min(1)
const whole = z.number().int().positive()
const yuan = z.number().int().min(0)
const day = z.string().refine(isDay, 'not a day (YYYY-MM-DD)')
const scale = z
  .strictObject({
    per: words,
    bands: z.array(z.strictObject({ upTo: whole, yuanEach: yuan })).min(1),
    above: z.strictObject({ yuanEach: yuan, width: whole.optional(), moreYuanEach: yuan.optional() }),
  })
  .refine(({ bands }) => bands.every(({ upTo }, at) => upTo > (bands[at - 1]?.upTo ?? 0)), 'bands must rise')
const tariff = z.strictObject({
  effective: z.strictObject({ from: day, until: day.optional() }),
  ...{ basisZh: words, basisEn: words, confidence: z.enum(['certain', 'likely', 'unsure']) },
  ...{ item: scale, page: scale, noteZh: words.optional(), noteEn: words.optional() },
})
const form = z.strictObject({ about: words, isCharged: z.boolean(), isChargedBasis: words, tariffs: z.array(tariff) })

/** The fees of the national pack, read once, when the program starts. */
export const feeLaw: FeeLaw = loadFees()
