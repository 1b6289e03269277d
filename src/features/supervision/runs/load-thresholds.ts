import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { packageRoot } from '../../../platform/root.ts'
import { detectorNames, type DetectorName } from '../detectors/shortfall.ts'
import type { Basis, Thresholds } from '../detectors/threshold.ts'

/** Reads `supervision.json` of a pack. Throws with the file's name when it does not have its form. */
export function loadThresholds(folder: string = join(packageRoot, 'packs/cn')): Thresholds {
  const path = join(folder, 'supervision.json')
  const read = form.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const { detectors, columns } = read.data
  const bases = Object.fromEntries(detectorNames.map((name) => [name, detectors[name]])) as Record<DetectorName, Basis>
  return {
    bases,
    late: detectors.late,
    emptyColumn: detectors['empty-column'],
    staleColumn: detectors['stale-column'],
    unasked: detectors.unasked,
    forwarded: detectors.forwarded,
    intermittent: detectors.intermittent,
    uneven: detectors.uneven,
    profileFields: detectors['profile-incomplete'].fields,
    guideFields: detectors['guide-incomplete'].fields,
    homeStale: detectors['home-stale'],
    columnsVeto: detectors['columns-veto'],
    columns: columns.list,
  }
}

let thresholds: Thresholds | undefined

/** The thresholds of the national pack, read once. */
export function thresholdsOf(): Thresholds {
  thresholds ??= loadThresholds()
  return thresholds
}

const whole = z.number().int().positive()
const words = z.string().min(1)
const based = {
  basisZh: words,
  basisEn: words,
  confidence: z.enum(['certain', 'likely', 'unsure']),
  noteZh: words.optional(),
  noteEn: words.optional(),
}
const plain = z.strictObject(based)
const fields = z.strictObject({ ...based, fields: z.array(words).min(1) })
const column = z
  .strictObject({
    name: words,
    fields: z.array(words).optional(),
    codes: z.array(words).optional(),
    days: whole.optional(),
    months: whole.optional(),
  })
  .refine((one) => (one.fields === undefined) !== (one.codes === undefined), 'needs either fields or codes')
const form = z.object({
  detectors: z.strictObject({
    overdue: plain,
    late: z.strictObject({ ...based, listedDays: whole }),
    'empty-column': z.strictObject({ ...based, graceDays: whole }),
    'stale-column': z.strictObject({ ...based, months: whole }),
    unasked: z.strictObject({ ...based, listedDays: whole }),
    forwarded: z.strictObject({ ...based, alikePercent: whole, shortestSigns: whole }),
    intermittent: z.strictObject({ ...based, months: whole, regularMonths: whole, silentMonths: whole }),
    uneven: z.strictObject({ ...based, fewestUnits: whole, fewestTasks: whole, spreads: z.number().positive(), leastPoints: whole }),
    'profile-incomplete': fields,
    'guide-incomplete': fields,
    'profile-outdated': plain,
    'home-stale': z.strictObject({ ...based, days: whole }),
    'site-column-stale': plain,
    'required-column': plain,
    'columns-veto': z.strictObject({ ...based, empty: whole, stale: whole, longStale: whole, longMonths: whole }),
    'dates-wrong': plain,
    'dead-link': plain,
  }),
  columns: z.object({ list: z.array(column) }),
})
