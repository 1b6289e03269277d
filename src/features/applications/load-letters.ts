import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { placeholdersOf } from '../../kernel/translate.ts'
import { nationalPack } from '../../platform/pack.ts'
import { outcomeGroups } from './law/leaf.ts'
import { letterKinds, type Letters } from './law/letter.ts'
import { remedyRules } from './law/remedy.ts'
import { outcomes } from './load-outcomes.ts'

/** Reads `letters.json` of a pack. Throws with the file's name when it does not have its form, or a leaf of the outcomes has no paragraph. */
export function loadLetters(folder: string = nationalPack): Letters {
  const path = join(folder, 'letters.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const silent = outcomes.leaves.filter(({ code }) => !Object.hasOwn(read.data.reply.leaves, code))
  if (silent.length > 0) throw new Error(`${path}: no paragraph for ${silent.map(({ code }) => code).join(', ')}`)
  return read.data
}

const words = z.string().min(1)
const day = z.string().refine(isDay, 'not a day (YYYY-MM-DD)')
const bilingual = { zh: words, en: words }
const isSame = ({ zh, en }: { zh: string; en: string }) => String(placeholdersOf(zh)) === String(placeholdersOf(en))
const text = z.strictObject(bilingual).refine(isSame, 'other placeholders in the other language')
const paragraph = z
  .strictObject({ ...bilingual, onlyWith: z.array(words).optional(), unlessWith: z.array(words).optional() })
  .refine(isSame, 'other placeholders in the other language')
const letter = z.strictObject({
  ...{ title: text, to: z.enum(['applicant', 'thirdParty', 'agency']) },
  basis: z.array(z.strictObject({ ...bilingual, from: day.optional(), until: day.optional() })).min(1),
  ...{ paragraphs: z.array(paragraph).min(1), remedy: z.enum(remedyRules).optional() },
})
const form = z.strictObject({
  about: words,
  addressee: z.strictObject({ applicant: text, thirdParty: text, agency: text }),
  kinds: z.record(z.enum(letterKinds), letter),
  reply: z.strictObject({
    titles: z.record(z.enum(outcomeGroups), text),
    ...{ opening: z.array(paragraph), heading: text, joins: z.strictObject({ labels: text, files: text }) },
    leaves: z.record(z.string(), z.array(paragraph).min(1)),
  }),
})

/** The letters of the national pack, read once, when the program starts. */
export const letters: Letters = loadLetters()
