import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { asDay, isDay } from '../../../kernel/day.ts'
import { nationalPack } from '../../../platform/pack.ts'
import type { Section } from './section.ts'

const words = z.string().min(1)
const code = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const basis = { basisZh: words, basisEn: words }
const day = z.string().refine(isDay).transform(asDay)
const section = z.strictObject({
  ...{ code, nameZh: words, nameEn: words, codes: z.array(code) },
  isRest: z.literal(true).optional(),
  masked: z.strictObject(basis).optional(),
  historic: z.strictObject({ from: day, noteZh: words, noteEn: words, ...basis }).optional(),
})
const file = z.strictObject({
  ...{ about: words, ...basis, confidence: z.enum(['certain', 'likely', 'local']), source: words },
  kinds: z.array(code).min(1),
  bodies: z.array(code).min(1),
  line: code,
  sections: z.array(section).min(1),
})

/** The form of the bulletin: whose it is, the line under which it is published, and its sections. */
export type BulletinForm = Omit<z.infer<typeof file>, 'sections'> & { sections: readonly Section[] }

/** Reads `bulletin.json` of a pack. Throws with the file's name and every fault when it does not fit its form. */
export function loadBulletinForm(folder: string = nationalPack): BulletinForm {
  const path = join(folder, 'bulletin.json')
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const faults = faultsOf(read.data.sections)
  if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`)
  return read.data
}

function faultsOf(sections: readonly Section[]): string[] {
  const twice = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) !== at)
  return [
    ...twice(sections.map((one) => one.code)).map((one) => `section ${one} stands twice`),
    ...twice(sections.flatMap(({ codes }) => codes)).map((one) => `code ${one} stands in two sections`),
    ...(sections.filter(({ isRest }) => isRest).length === 1 ? [] : ['one section must take the rest']),
  ]
}

/** The form of the national pack, read once, when the program starts. */
export const bulletinForm: BulletinForm = loadBulletinForm()
