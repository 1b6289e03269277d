import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../../platform/pack.ts'
import { figureOf } from '../figures/all-figures.ts'
import type { Figure } from '../figures/count-figures.ts'

const words = z.string().min(1)
const file = z.strictObject({
  ...{ about: words, basisZh: words, basisEn: words, confidence: z.enum(['certain', 'likely', 'unsure']) },
  figures: z.array(words).min(1),
})

/** The lines of the quarterly statistics, and the rule from which they come. */
export interface Statistics {
  figures: readonly Figure[]
  basisZh: string
  basisEn: string
  confidence: 'certain' | 'likely' | 'unsure'
}

/** Reads `quarterly-statistics.json` of a pack. Throws with the file's name for a wrong form, a code that is no figure, and one that stands twice. */
export function loadStatistics(folder: string = nationalPack): Statistics {
  const path = join(folder, 'quarterly-statistics.json')
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const { figures: codes, basisZh, basisEn, confidence } = read.data
  const figures = codes.map((code) => {
    const figure = figureOf(code)
    if (figure === undefined) throw new Error(`${path}: ${code} is no figure`)
    return figure
  })
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined) throw new Error(`${path}: ${twice} stands twice`)
  return { figures, basisZh, basisEn, confidence }
}

/** Those of the national pack, read once, when the program starts. */
export const statistics: Statistics = loadStatistics()
