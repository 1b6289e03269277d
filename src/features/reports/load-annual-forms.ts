import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { asDay } from '../../kernel/day.ts'
import { loadPack, nationalPack, termOn, type TermEdition } from '../../platform/pack.ts'
import { leavesInRow, outcomes } from '../applications/index.ts'
import {
  type AnnualForm,
  type Block,
  cellsOf,
  type Column,
  type Deadline,
  measures,
  type Named,
  type Row,
  unitKinds,
} from './annual/form.ts'
import { readCounted } from './annual/read-counted.ts'

/**
 * Reads `annual-report.json` of a pack, puts the applicants and the result rows of `outcomes.json` and the deadlines of `terms.json` in,
 * and gives the forms in the order of their years. Throws with the file's name and every fault when it does not fit its form.
 */
export function loadAnnualForms(folder: string = nationalPack, terms: readonly TermEdition[] = loadPack(folder).terms): AnnualForm[] {
  const path = join(folder, 'annual-report.json')
  const read = file.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`)
  const faults: string[] = []
  const complain = (fault: string) => faults.push(fault)
  const forms = read.data.forms.map((raw) => formOf(raw, terms, complain))
  for (const form of forms) complainOf(form, complain)
  for (const [at, { id, years }] of forms.entries()) {
    const next = forms[at + 1]
    if (next !== undefined && next.years.from !== (years.until ?? Number.NaN) + 1) complain(`form ${next.id} does not follow form ${id}`)
  }
  if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`)
  return forms
}

type Complain = (fault: string) => void

const words = z.string().min(1)
const named = { nameZh: words, nameEn: words }
const code = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
const numbered = z.string().regex(/^\d+(?:\.\d+)*$/)
const year = z.int().min(2008)
/** As `Said` in annual/counts.ts; `leavesOf`: the outcomes of a row of results and of all that are part of it. */
const counts = z.strictObject({
  ...{ of: z.enum(['cases', 'documents', 'challenges']).optional(), stand: words.optional(), lines: code.optional() },
  ...{ leavesOf: numbered.optional(), channels: z.array(words).optional(), isExtended: z.boolean().optional() },
  ...{ kinds: z.array(words).optional(), result: words.optional(), isDecided: z.literal(true).optional() },
})
const column = z.strictObject({
  ...{ code, ...named, measure: z.enum(measures).optional() },
  ...{ isTotal: z.literal(true).optional(), isSigned: z.literal(true).optional(), counts: counts.omit({ leavesOf: true }).optional() },
})
const row = z.strictObject({
  ...{ code, ...named, measure: z.enum(measures), isTotal: z.literal(true).optional(), counts: counts.optional() },
  headings: z.array(z.strictObject(named)).default([]),
})
const block = z.strictObject({
  ...{ nameZh: words.optional(), nameEn: words.optional() },
  applicants: z.strictObject(named).optional(),
  results: z.array(z.strictObject({ of: numbered, ...named })).optional(),
  columns: z.array(column).min(1),
  rows: z.array(row).min(1),
})
const form = z.strictObject({
  ...{ id: words, ...named, basisZh: words, basisEn: words, noteZh: words.optional(), noteEn: words.optional() },
  years: z.strictObject({ from: year, until: year.optional() }),
  confidence: z.enum(['certain', 'likely']),
  blanks: z.enum(['error', 'warning']),
  sections: z.array(z.strictObject({ numeral: words, ...named, isJudgement: z.literal(true).optional() })).min(1),
  tables: z.array(z.strictObject({ code: z.string().regex(/^t\d$/), ...named, section: words, blocks: z.array(block).min(1) })).min(1),
  deadlines: z.array(z.strictObject({ kinds: z.array(z.enum(unitKinds)).min(1), term: words })),
})
const file = z.strictObject({ about: words, forms: z.array(form).min(1) })

function formOf(raw: z.infer<typeof form>, terms: readonly TermEdition[], complain: Complain): AnnualForm {
  const tables = raw.tables.map((table) => ({ ...table, blocks: table.blocks.map((each) => blockOf(each, raw.id, complain)) }))
  return { ...raw, tables, deadlines: raw.deadlines.flatMap((each) => deadlineOf(each, raw, terms, complain)) }
}

function blockOf(raw: z.infer<typeof block>, id: string, complain: Complain): Block {
  const { nameZh, nameEn, applicants, results, columns, rows } = raw
  const name = nameZh === undefined || nameEn === undefined ? {} : { name: { nameZh, nameEn } }
  return {
    ...name,
    columns: applicants === undefined ? columns : [...columnsOfApplicants(applicants), ...columns],
    rows: [...rows.map((each) => withLeaves(each, id)), ...(results === undefined ? [] : rowsOfResults(results, id, complain))].sort(
      results === undefined ? () => 0 : byCode,
    ),
  }
}

function withLeaves({ counts: said, ...raw }: z.infer<typeof row>, id: string): Row {
  if (said === undefined) return raw
  const { leavesOf, ...rest } = said
  return { ...raw, counts: leavesOf === undefined ? rest : { ...rest, leaves: leavesUnder(id, leavesOf) } }
}

/** The outcomes of a row of results, and of all rows that are part of it. */
function leavesUnder(id: string, own: string): string[] {
  const of = outcomes.forms.find((each) => each.id === id)
  const rows = (of?.rows ?? []).filter((each) => each.row === own || each.row.startsWith(`${own}.`))
  return of === undefined ? [] : rows.flatMap((each) => leavesInRow(of, each.row))
}

/** The six kinds of applicants, the organisations under their common heading. */
function columnsOfApplicants(organisations: Named): Column[] {
  return outcomes.applicantKinds.map(({ kind, nameZh, nameEn }) => ({
    code: kind,
    nameZh,
    nameEn,
    counts: { applicantKind: kind },
    ...(kind === 'person' ? {} : { heading: organisations }),
  }))
}

function rowsOfResults(headings: (Named & { of: string })[], id: string, complain: Complain): Row[] {
  const rows = outcomes.forms.find((each) => each.id === id)?.rows
  if (rows === undefined) complain(`outcomes.json has no form ${id}`)
  return (rows ?? []).map(({ row: own, nameZh, nameEn, isTotal }) => ({
    ...{ code: own, nameZh, nameEn, measure: 'count' as const },
    headings: headings.filter(({ of }) => own.startsWith(`${of}.`)).map((each) => ({ nameZh: each.nameZh, nameEn: each.nameEn })),
    counts: { of: 'cases' as const, stand: 'concluded', ...(isTotal === true ? {} : { leaves: leavesUnder(id, own) }) },
    ...(isTotal === true ? { isTotal } : {}),
  }))
}

/** `3.3.10` after `3.3.9`, and a row before those that are part of it. */
function byCode(a: Row, b: Row): number {
  const [left, right] = [a.code.split('.').map(Number), b.code.split('.').map(Number)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1)
}

function deadlineOf(
  raw: { kinds: Deadline['kinds']; term: string },
  { years }: { years: AnnualForm['years'] },
  terms: readonly TermEdition[],
  complain: Complain,
): Deadline[] {
  const term = termOn(terms, raw.term, asDay(`${years.from + 1}-01-01`))
  if (term !== undefined && 'by' in term) return [{ kinds: raw.kinds, by: term.by, basisZh: term.basisZh, basisEn: term.basisEn }]
  complain(`terms.json gives no day for ${raw.term}`)
  return []
}

function complainOf(form: AnnualForm, complain: Complain): void {
  const { id, tables, sections } = form
  try {
    for (const cell of cellsOf(form)) readCounted(cell.counts)
  } catch (error) {
    complain(`form ${id}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`)
  }
  for (const table of tables) {
    if (!sections.some(({ numeral }) => numeral === table.section)) complain(`form ${id}: ${table.code} stands in no section`)
    const codes = table.blocks.flatMap(({ rows }) => rows.map((each) => each.code))
    for (const twice of new Set(codes.filter((each, at) => codes.indexOf(each) !== at))) {
      complain(`form ${id}: row ${twice} of ${table.code} stands twice`)
    }
  }
}

/** The forms of the national pack, read once, when the program starts. */
export const annualForms: AnnualForm[] = loadAnnualForms()
