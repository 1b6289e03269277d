import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'

const whole = z.number().int().positive()
const term = z.object({ days: whole, count: z.literal('working'), basis: z.string() })
const form = z.object({
  schedule: z.object({ lateAfterMinutes: whole }),
  coordination: term,
  emergency: z.object({ review: term, kinds: z.record(z.string(), z.object({ genres: z.array(z.string()), basis: z.string() })) }),
  reassessment: z.object({ months: whole, basis: z.string() }),
  classification: z.object({ longestYears: z.object({ top: whole, high: whole, low: whole }) }),
})

/** The rules of every other way to release than the ordinary one; see `packs/cn/release.json`. */
export type ReleaseRules = z.infer<typeof form>

/** Reads the rules of release of a pack. Throws with the file's name when it does not have the form. */
export function loadReleaseRules(folder: string = nationalPack): ReleaseRules {
  const path = join(folder, 'release.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** The rules of the national pack, read once, when the program starts. */
export const releaseRules: ReleaseRules = loadReleaseRules()
