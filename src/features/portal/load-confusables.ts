import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nationalPack } from '../../platform/pack.ts'

const form = z.object({ groups: z.array(z.string().min(2)) })

/** Characters that are typed for one another, by each of them. Throws with the file's name when it does not have its form. */
export function loadConfusables(folder: string = nationalPack): Map<string, string[]> {
  const path = join(folder, 'confusables.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const fellows = new Map<string, string[]>()
  for (const group of read.data.groups) {
    for (const one of group)
      fellows.set(
        one,
        [...new Set([...(fellows.get(one) ?? []), ...group])].filter((other) => other !== one),
      )
  }
  return fellows
}
