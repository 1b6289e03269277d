import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../../platform/pack.ts'
import { figureOf } from '../figures/all-figures.ts'

const words = z.string().min(1)
const counted = z
  .string()
  .refine((code) => figureOf(code)?.facts !== undefined, 'no figure that records show')
  .refine((code) => figureOf(code)?.group !== 'applications', 'a circular tells of single units, so it counts no applications')
const count = z.int().min(1)
const percent = z.int().min(1).max(100)
const file = z.strictObject({
  ...{ about: words, basisZh: words, basisEn: words, confidence: z.enum(['certain', 'likely', 'local']) },
  figures: z.array(counted).min(1),
  kinds: z.array(z.enum(['department', 'county', 'town', 'village', 'institution', 'enterprise'])).min(1),
  fewestPeers: z.int().min(2),
  methods: z
    .array(
      z.strictObject({
        code: z.enum(['entered', 'released', 'reviewed-share', 'in-time-share']),
        of: counted,
        over: counted.optional(),
        minimum: count,
        basis: words,
      }),
    )
    .min(1),
  proposals: z.strictObject({ praisedRanks: count, latePercent: percent, waitingPercent: percent, basis: words }),
})

/** What a city laid down for its circulars. */
export type CircularPack = z.infer<typeof file>
export type MethodCode = CircularPack['methods'][number]['code']
export type PeerKind = CircularPack['kinds'][number]

/** Reads `circular.json` of a pack. Throws with the file's name and every fault when it does not fit its form. */
export function loadCircularPack(folder: string = nationalPack): CircularPack {
  const path = join(folder, 'circular.json')
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** That of the national pack, read once, when the program starts. */
export const circularPack: CircularPack = loadCircularPack()
