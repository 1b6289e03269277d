import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../../platform/pack.ts'

const whole = z.number().int().positive()
const form = z.object({
  tokens: z.object({ longestDays: whole, usualDays: whole }),
  answers: z.object({ keepHours: whole }),
  limits: z.object({ perMinute: whole, strangersPerMinute: whole }),
  bodies: z.object({ jsonBytes: whole, fileBytes: whole, formBytes: whole }),
})

/** The numbers of the API; see `packs/cn/api.json`. */
export type ApiRules = z.infer<typeof form>

/** Reads them from a pack. Throws with the file's name when it does not have its form. */
export function loadApiRules(folder: string = nationalPack): ApiRules {
  const path = join(folder, 'api.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  return read.data
}

/** The rules of the national pack, read once, when the program starts. */
export const apiRules: ApiRules = loadApiRules()
