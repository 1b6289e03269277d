import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'
import type { Kind, Rhythm } from './kind.ts'

/** Everything that the pack says of carriers. */
export interface Channels {
  rhythms: Rhythm[]
  kinds: Kind[]
  screen: { secondsPerPage: number; documents: number }
  broadcast: { zhCharactersPerMinute: number; enWordsPerMinute: number; longestZh: number; longestEn: number }
}

/** Reads `channels.json` of a pack. Throws with the file's name when it does not have its form. */
export function loadKinds(folder: string = nationalPack): Channels {
  const path = join(folder, 'channels.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const strange = read.data.kinds.find((kind) => !read.data.rhythms.some(({ rhythm }) => rhythm === kind.rhythm))
  if (strange !== undefined) throw new Error(`${path}: ${strange.kind}: no rhythm "${strange.rhythm}"`)
  return read.data
}

const whole = z.number().int().positive()
const name = z.string().min(1)
const truth = z.boolean().optional()
const form = z.object({
  rhythms: z.array(z.object({ rhythm: name, nameZh: name, nameEn: name, days: whole.optional(), months: whole.optional() })),
  kinds: z.array(
    z.object({
      ...{ kind: name, channels: z.array(name).min(1), nameZh: name, nameEn: name, rhythm: name, isOffline: z.boolean() },
      ...{ isScreen: truth, isGazette: truth, isIssued: truth, isFree: truth },
    }),
  ),
  screen: z.object({ secondsPerPage: whole, documents: whole }),
  broadcast: z.object({ zhCharactersPerMinute: whole, enWordsPerMinute: whole, longestZh: whole, longestEn: whole }),
})

/** The carriers of the national pack, read once, when the program starts. */
export const channels: Channels = loadKinds()

/** A kind by its name; undefined for one that the pack no longer has. */
export function kindOf(kind: string): Kind | undefined {
  return channels.kinds.find((one) => one.kind === kind)
}

/** A rhythm by its name. */
export function rhythmOf(rhythm: string): Rhythm | undefined {
  return channels.rhythms.find((one) => one.rhythm === rhythm)
}
