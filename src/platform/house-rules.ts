import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from './root.ts'

const form = z.object({
  atOnce: z.object({ days: z.number().int().min(0), count: z.enum(['working', 'calendar']) }),
  chain: z.object({
    submit: z.number().int().min(0),
    approve: z.number().int().min(0),
    clear: z.number().int().min(0),
    sign: z.number().int().min(0),
  }),
  files: z.object({
    largestBytes: z.number().int().min(1),
    formBytes: z.number().int().min(1),
    most: z.number().int().min(1),
    nameCharacters: z.number().int().min(20),
  }),
  planAheadDays: z.number().int().min(1),
  dueSoonWorkingDays: z.number().int().min(1),
  statute: z.string(),
  standingConfirmBy: z.string().regex(/^\d{2}-\d{2}$/),
  material: z.object({ before: z.number().int().min(1), count: z.enum(['working', 'calendar']) }),
  cascade: z.object({ noticeDays: z.number().int().min(0) }),
  /** How far back a feed tells of changes. */
  feedDays: z.number().int().min(1),
})

/** Local practice that a city may set for itself; see `packs/cn/house-rules.json`. */
export type HouseRules = z.infer<typeof form>

/** Reads the local rules of a pack. Throws with the file's name when it does not have the form. */
export function loadHouseRules(folder: string = join(packageRoot, 'packs/cn')): HouseRules {
  const path = join(folder, 'house-rules.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}
