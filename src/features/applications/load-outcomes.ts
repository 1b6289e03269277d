import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import { nationalPack } from '../../platform/pack.ts'
import { applicantKinds, identityKinds } from './law/kind.ts'
import { outcomeGroups, leafNeeds, type Outcomes, pointerKinds } from './law/leaf.ts'
import { remedyRules } from './law/remedy.ts'

/** Reads `outcomes.json` of a pack. Throws with the file's name when it does not have its form, or names a row or leaf that is not there. */
export function loadOutcomes(folder: string = nationalPack): Outcomes {
  const path = join(folder, 'outcomes.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const wrong = loose(read.data)
  if (wrong.length > 0) throw new Error(`${path}: ${wrong.join('; ')}`)
  return read.data
}

const words = z.string().min(1)
const day = z.string().refine(isDay, 'not a day (YYYY-MM-DD)')
const cited = { basisZh: words, basisEn: words }
const named = { nameZh: words, nameEn: words }
const formOfTable = z.strictObject({
  ...{
    id: words,
    decides: z.literal('correction').optional(),
    ...named,
    effective: z.strictObject({ from: day, until: day.optional() }),
    ...cited,
  },
  confidence: z.enum(['certain', 'likely', 'unsure']),
  thirdParty: z.strictObject({ binds: z.enum(['no-agreement', 'founded-refusal']), ...cited }),
  rows: z.array(z.strictObject({ row: words, ...named, isTotal: z.literal(true).optional() })).min(1),
})
const leaf = z
  .strictObject({
    ...{ code: z.string().regex(/^[A-Z]\d$/), group: z.enum(outcomeGroups), labelZh: words, labelEn: words, ...cited },
    ...{ force: z.enum(['must', 'may']).optional(), needs: z.array(z.enum(leafNeeds)), handsOver: z.boolean() },
    pointer: z.strictObject({ kind: z.enum(pointerKinds), isNeeded: z.boolean() }).optional(),
    ...{ mayBeOverridden: z.literal(true).optional(), remedy: z.enum(remedyRules), rows: z.record(z.string(), words) },
    ...{ countsAs: words.optional(), noteZh: words.optional(), noteEn: words.optional() },
  })
  .refine(({ force, needs }) => (force === 'may') === needs.includes('discretion'), 'what may be withheld needs a reason of discretion')
  .refine(({ handsOver, group }) => handsOver === (group === 'granted' || group === 'partial'), 'handsOver does not fit the group')
const form = z.strictObject({
  about: words,
  forms: z.array(formOfTable).min(1),
  leaves: z.array(leaf).min(1),
  applicantKinds: z.array(z.strictObject({ kind: z.enum(applicantKinds), ...named })),
  identityKinds: z.array(z.strictObject({ kind: z.enum(identityKinds), ...named })),
})

/** What points at nothing, or stands twice. */
function loose({ forms, leaves }: Outcomes): string[] {
  const twice = leaves.filter(({ code }, at) => leaves.findIndex((other) => other.code === code) !== at)
  const rowless = leaves.flatMap(({ code, rows }) =>
    Object.entries(rows).flatMap(([id, row]) =>
      forms.some((one) => one.id === id && one.rows.some((own) => own.row === row && own.isTotal !== true))
        ? []
        : [`leaf ${code}: form ${id} has no row ${row}`],
    ),
  )
  const aimless = leaves.filter(({ countsAs }) => countsAs !== undefined && !leaves.some(({ code }) => code === countsAs))
  return [
    ...twice.map(({ code }) => `leaf ${code} stands twice`),
    ...rowless,
    ...aimless.map(({ code }) => `leaf ${code} counts as a leaf that is not there`),
  ]
}

/** The outcomes of the national pack, read once, when the program starts. */
export const outcomes: Outcomes = loadOutcomes()
