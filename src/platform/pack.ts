import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Calendar, withOverlay } from '../kernel/calendar.ts'
import type { CaseEdition } from '../kernel/case/index.ts'
import { type Day, isDay } from '../kernel/day.ts'
import { applicationsForm, applicationsOf, type ToldChoices } from './pack-applications.ts'
import { calendarForm, calendarOf, type Complain, overlayForm, overlayOf } from './pack-calendar.ts'
import { packageRoot } from './root.ts'

/** The rules of a jurisdiction, read from a folder. */
export interface Pack {
  calendar: Calendar
  terms: TermEdition[]
  /** What each edition of the regulations says about the clock of an application. */
  editions: CaseEdition[]
  /** What was chosen where the regulations leave that clock open. */
  choices: ToldChoices
}

/** A pack that cannot be used; the message names the file and every field that is wrong. */
export class WrongPack extends Error {
  override name = 'WrongPack'
}

/**
 * How long a provision gives. `days` with `count` as in the clock's Term; `by` a month-day of the year after;
 * `every` a period, after whose end the thing is due; `hours`; or `atOnce`.
 */
export type Length =
  | { days: number; count: 'working' | 'calendar'; rolls?: boolean }
  | { by: string }
  | { every: 'month' | 'quarter' | 'half-year' | 'year' }
  | { hours: number }
  | { atOnce: true }

/** One edition of a term: what the law said about it during a span of days. */
export type TermEdition = Length & {
  id: string
  subjectZh: string
  subjectEn: string
  /** The event that starts it. */
  sinceZh: string
  sinceEn: string
  /** True when the length is the least that must be given, such as time for comments, not the most that may be taken. */
  least?: boolean
  basisZh: string
  basisEn: string
  /** Both days inclusive; without `until` still in force. */
  effective: { from: Day; until?: Day }
  confidence: 'certain' | 'likely' | 'unsure'
  noteZh?: string
  noteEn?: string
}

/** The folder of the national pack that comes with the program. */
export const nationalPack = join(packageRoot, 'packs', 'cn')

/**
 * Reads and examines a pack; `region` lays `regions/<region>.json` over its calendar.
 * Throws WrongPack with the file and the fields when something is missing or contradicts itself.
 */
export function loadPack(folder: string = nationalPack, region?: string): Pack {
  const calendar = calendarOf(read(join(folder, 'calendar.json'), calendarForm), complainer(join(folder, 'calendar.json')))
  const terms = read(join(folder, 'terms.json'), z.array(termForm)) as TermEdition[]
  refuseOverlaps(terms, complainer(join(folder, 'terms.json')))
  const applications = join(folder, 'applications.json')
  const pack: Pack = { calendar, terms, ...applicationsOf(read(applications, applicationsForm), complainer(applications)) }
  if (region === undefined) return pack
  const path = regionPath(folder, region)
  return { ...pack, calendar: withOverlay(calendar, overlayOf(read(path, overlayForm), complainer(path))) }
}

/** The edition of a term in force on a day; undefined when there was none. */
export function termOn(terms: readonly TermEdition[], id: string, day: Day): TermEdition | undefined {
  return terms.find(({ id: own, effective }) => own === id && effective.from <= day && (effective.until ?? day) >= day)
}

const words = z.string().min(1)
const day = z.string().refine(isDay, 'not a day (YYYY-MM-DD)')
const described = {
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens only'),
  subjectZh: words,
  subjectEn: words,
  sinceZh: words,
  sinceEn: words,
  least: z.boolean().optional(),
  basisZh: words,
  basisEn: words,
  effective: z.strictObject({ from: day, until: day.optional() }),
  confidence: z.enum(['certain', 'likely', 'unsure']),
  noteZh: words.optional(),
  noteEn: words.optional(),
}
const length = {
  days: z.number().int().positive().optional(),
  count: z.enum(['working', 'calendar']).optional(),
  rolls: z.boolean().optional(),
  by: z
    .string()
    .refine((text) => isDay(`2000-${text}`), 'not a month and day (MM-DD)')
    .optional(),
  every: z.enum(['month', 'quarter', 'half-year', 'year']).optional(),
  hours: z.number().int().positive().optional(),
  atOnce: z.literal(true).optional(),
}
const termForm = z
  .strictObject({ ...described, ...length })
  .refine(
    (term) => [term.days, term.by, term.every, term.hours, term.atOnce].filter((given) => given !== undefined).length === 1,
    'needs exactly one of days, by, every, hours, atOnce',
  )
  .refine((term) => (term.days === undefined) === (term.count === undefined), 'days and count go together')
  .refine((term) => term.rolls === undefined || term.days !== undefined, 'only days can roll')
  .refine(({ effective }) => (effective.until ?? effective.from) >= effective.from, 'effective ends before it begins')

function refuseOverlaps(terms: readonly TermEdition[], complain: Complain): void {
  for (const [index, term] of terms.entries()) {
    const rival = terms.findIndex((other) => other !== term && termOn([other], term.id, term.effective.from))
    if (rival >= 0) complain(`[${index}].effective`, `"${term.id}" is already given by [${rival}] on ${term.effective.from}`)
  }
}

function regionPath(folder: string, region: string): string {
  const regions = join(folder, 'regions')
  const known = existsSync(regions) ? readdirSync(regions).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : [])) : []
  if (known.includes(region)) return join(regions, `${region}.json`)
  throw new WrongPack(`${regions}: no region "${region}"; there ${known.length > 0 ? `is: ${known.join(', ')}` : 'is none'}`)
}

function read<Form extends z.ZodType>(path: string, form: Form): z.infer<Form> {
  const reading = form.safeParse(parse(path))
  if (reading.success) return reading.data
  throw new WrongPack(reading.error.issues.map((issue) => `${path}: ${fieldOf(issue.path)}: ${issue.message}`).join('\n'))
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (fault) {
    throw new WrongPack(`${path}: cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`)).join('') || 'the file'
}

function complainer(path: string): Complain {
  return (field, problem) => {
    throw new WrongPack(`${path}: ${field}: ${problem}`)
  }
}
