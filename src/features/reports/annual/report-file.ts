import { z } from 'zod'
import { type Day, isDay } from '../../../kernel/day.ts'
import { identityIds } from './breach.ts'
import { type AnnualForm, cellsOf, formOfYear, unitKinds } from './form.ts'
import type { AnnualReport, Cells } from './report.ts'
import { scanJson } from './scan-json.ts'

/** What is wrong with a file; `path` says where, as `cells.t2/1/total`, and is '' for the whole. `said` is for its sentence. */
export interface FileFault {
  kind: FaultKind
  path: string
  said?: Record<string, string | number> | undefined
}

type OfText = 'empty' | 'not-json' | 'too-deep' | 'twice' | 'forbidden'
type OfShape = 'missing' | 'unknown' | 'number' | 'text' | 'choice' | 'day' | 'year' | 'list' | 'object'
type FaultKind = OfText | OfShape | 'no-form' | 'edition' | 'cell' | 'section' | 'identity' | 'previous'

/** A report, or every fault that keeps a text from being one. */
export type ReportRead = { ok: true; report: AnnualReport; form: AnnualForm } | { ok: false; faults: FileFault[] }

/**
 * Reads the text of a file `gongkai-annual-report/1`. Refuses with every fault: no JSON, keys that stand twice, another shape, an edition
 * that is not of its year, cells that its form does not have. What comes back may still break identities: see `breachesIn`.
 */
export function readReport(text: string, forms: readonly AnnualForm[]): ReportRead {
  const told = text.replace(/^\uFEFF/u, '')
  const scan = scanJson(told)
  if (scan.isTooDeep) return refusedFor({ kind: 'too-deep', path: '' })
  const raw = parsed(told)
  if (raw === undefined) return refusedFor({ kind: told.trim() === '' ? 'empty' : 'not-json', path: '' })
  const hidden = [...scan.twice.map((path) => fault('twice', path)), ...scan.forbidden.map((path) => fault('forbidden', path))]
  if (hidden.length > 0) return { ok: false, faults: hidden }
  const read = shape.safeParse(raw, { reportInput: true })
  if (!read.success) return { ok: false, faults: once(read.error.issues.flatMap(faultsOf)) }
  const form = formOfYear(forms, read.data.year)
  const faults = form === undefined ? [fault('no-form', 'year', { year: read.data.year })] : misplaced(read.data, form, forms)
  return form === undefined || faults.length > 0 ? { ok: false, faults } : { ok: true, report: read.data, form }
}

/** The shape of the file as a JSON Schema (2020-12), for whoever writes one; committed as docs/annual-report.schema.json. */
export function reportSchema(): object {
  return { title: 'gongkai-annual-report/1', ...z.toJSONSchema(shape) }
}

/** No city counts further, and sums of such numbers stay exact. */
const most = 1_000_000_000_000

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?=\s*\S)[^\p{Cc}\p{Cf}]+$/u)
const prose = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/u)
const year = z.int().min(1900).max(2199)
const cells = z
  .record(z.string().max(80), z.number().min(-most).max(most).nullable())
  .describe('figures by the address of their cell, table/row/column; null for a blank')
const shape = z.strictObject({
  format: z.literal('gongkai-annual-report/1'),
  about: prose(5_000).optional().describe('where the figures come from; not read'),
  edition: line(20).describe('the form that the year has: 2014 up to 2018, 2019 for 2019 and 2020, 2021 since'),
  year: year.describe('the year reported on'),
  unit: z.strictObject({ code: line(60).optional(), name: line(200), kind: z.enum(unitKinds) }),
  title: line(500).optional(),
  publishedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((text): text is Day => isDay(text))
    .optional(),
  cells,
  previous: z.strictObject({ year, cells }).optional().describe('the report of the year before, as far as it is known'),
  parts: z
    .array(z.strictObject({ name: line(200), cells }))
    .max(5_000)
    .optional()
    .describe('the units that the report adds up'),
  text: z.record(z.string().max(20), prose(1_000_000)).optional().describe('the text of a section by its numeral'),
  notes: z.record(z.string().max(20), prose(10_000)).optional().describe('an explanation by the identity that it explains'),
})

/** What a place expects, by its type in the shape and by the end of its path. */
function faultsOf(issue: z.core.$ZodIssue): FileFault[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fault('unknown', path === '' ? key : `${path}.${key}`))
  if (issue.code === 'invalid_type' && issue.input === undefined) return [fault('missing', path)]
  if (issue.code === 'invalid_value') return [fault('choice', path, { choices: issue.values.map(String).join(' / ') })]
  if (issue.code === 'invalid_key') return [fault('unknown', path)]
  const last = String(issue.path.at(-1) ?? '')
  if (last === 'year') return [fault('year', path)]
  if (last === 'publishedOn') return [fault('day', path)]
  if (issue.code === 'invalid_type' && issue.expected === 'array') return [fault('list', path)]
  if (issue.code === 'invalid_type' && issue.expected !== 'number' && issue.expected !== 'string') return [fault('object', path)]
  if (issue.path.at(-2) === 'cells') return [fault('number', path, { most })]
  if (issue.code === 'too_big' && last === 'parts') return [fault('list', path)]
  return [fault('text', path)]
}

/** A text that is both too long and full of control characters is one fault of one place. */
function once(faults: FileFault[]): FileFault[] {
  return [...new Map(faults.map((each) => [`${each.kind} ${each.path}`, each])).values()]
}

/** What has the right shape and the wrong place. */
function misplaced(report: AnnualReport, form: AnnualForm, forms: readonly AnnualForm[]): FileFault[] {
  const { year: own, edition, previous, parts = [], text = {}, notes = {} } = report
  if (edition !== form.id) return [fault('edition', 'edition', { year: own, edition: form.id, given: edition })]
  const before = previous === undefined ? undefined : formOfYear(forms, previous.year)
  const numerals = form.sections.map(({ numeral }) => numeral)
  return [
    ...strange(report.cells, form, 'cells'),
    ...(previous !== undefined && previous.year !== own - 1 ? [fault('previous', 'previous.year', { year: own - 1 })] : []),
    ...(previous === undefined || before === undefined ? [] : strange(previous.cells, before, 'previous.cells')),
    ...parts.flatMap((part, at) => strange(part.cells, form, `parts.${at}.cells`)),
    ...Object.keys(text)
      .filter((numeral) => !numerals.includes(numeral))
      .map((numeral) => fault('section', `text.${numeral}`, { numerals: numerals.join('、') })),
    ...Object.keys(notes)
      .filter((id) => !identityIds.some((known) => known === id))
      .map((id) => fault('identity', `notes.${id}`)),
  ]
}

function strange(given: Cells, form: AnnualForm, path: string): FileFault[] {
  const known = new Set(cellsOf(form).map(({ address }) => address))
  return Object.keys(given)
    .filter((address) => !known.has(address))
    .map((address) => fault('cell', `${path}.${address}`, { edition: form.id }))
}

function fault(kind: FaultKind, path: string, said?: FileFault['said']): FileFault {
  return { kind, path: shown(path), ...(said === undefined ? {} : { said }) }
}

/** A path as it may be printed: no control or direction characters, and not endless. */
function shown(path: string): string {
  const plain = path.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain
}

function refusedFor(one: FileFault): ReportRead {
  return { ok: false, faults: [one] }
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
