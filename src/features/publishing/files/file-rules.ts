import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../../platform/pack.ts'

const whole = z.number().int().min(1)

const form = z.object({
  weights: z.record(z.string(), z.enum(['block', 'answer', 'advice'])),
  textChecks: z.array(z.string()),
  look: z.object({ inflatedBytes: whole, entries: whole, depth: whole, pages: whole, textCharacters: whole }),
  child: z.object({ seconds: whole, memoryBytes: whole, outputBytes: whole }),
})

/** What is looked for in files, with its weights and limits; see `packs/cn/files.json`. */
export type FileRules = z.infer<typeof form>

let rules: FileRules | undefined

/** The rules for files, read once from the pack. Throws with the file's name when it does not have the form. */
export function fileRules(): FileRules {
  if (rules !== undefined) return rules
  const path = join(nationalPack, 'files.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  rules = read.data
  return rules
}
