import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { WordKey } from '../../kernel/words.ts'
import type { Call } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import type { Unit } from '../organisations/index.ts'
import type { StoredDocument } from '../publishing/index.ts'
import { markNumbers, type MadeView } from '../reports/index.ts'
import { refuseCall } from './refuse-call.ts'
import type { reportStanding } from './report-give-forms.ts'

type Given = Pick<z.infer<typeof reportStanding>, 'document'>

/** The version of the report, and the mark of the numbers by hand in it, that the client saw. Throws the problem where it saw none. */
export function seenIn({ seen }: Call): { version: number; numbers: string } {
  const [, version, numbers] = /^(\d{1,9})-([0-9a-f]{8})-/.exec(seen) ?? []
  if (version === undefined || numbers === undefined) throw new Problem('changed-meanwhile')
  return { version: Number(version), numbers }
}

/** The validator of a report: its version and the numbers by hand in it, by which acts compare, and what was given. */
export function tagOfReport({ report, made }: Pick<MadeView, 'report' | 'made'>, body: unknown): string {
  return tagOf([report.version, markNumbers(made.cells)], body)
}

/** A validator by which acts compare its first parts alone: what records count may change meanwhile. */
export function tagOf(parts: readonly (string | number)[], body: unknown): string {
  return [...parts, createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)].join('-')
}

/** What an act refused, each reason by the field that mends it. `kind`: `refused` where nothing in the body can mend it. */
export function refuseReport(
  call: Call,
  refusals: readonly string[],
  fieldOf: Readonly<Record<string, string>>,
  words: 'reports' | 'summary' = 'reports',
): Problem {
  if (refusals.includes('edited-meanwhile')) return new Problem('changed-meanwhile')
  const reasons = refusals.map((code) => ({ field: fieldOf[code] ?? '', code, word: `${words}.refused.${code}` as WordKey }))
  return refuseCall(call, reasons, refusals.every((one) => mendable.includes(one)) ? 'form-wrong' : 'refused')
}

/** What another body would mend; all the rest the rules do not allow now. */
const mendable = ['no-form', 'not-asked-yearly', 'period-wrong', 'period-to-come', 'problem-unknown', 'text-long']

/** The unit whose it is, as every answer names one. */
export function viewUnit({ code, nameZh, nameEn }: Unit): Pick<Unit, 'code' | 'nameZh' | 'nameEn'> {
  return { code, nameZh, nameEn }
}

/** A publication, as far as whoever filed it is told. */
export function viewPublication({ site }: Call, document: StoredDocument | undefined): Given['document'] {
  if (document === undefined) return null
  const { id, indexNumber, stage, standing } = document
  return { indexNumber, stage, standing, desk: `${site.config.baseUrl}/desk/documents/${id}` }
}

/** The addresses of one of a kind: for programs, and for people. */
export function linksTo({ site }: Call, kind: 'reports' | 'summaries', id: number): { api: string; desk: string } {
  return { api: `${site.config.baseUrl}/api/v1/desk/${kind}/${id}`, desk: `${site.config.baseUrl}/desk/${kind}/${id}` }
}

/** One part of a list that goes on after the code of a unit, and the address of the next part. */
export function partOf<Line extends { unit: Unit }>(
  { site, query }: Call,
  path: string,
  lines: readonly Line[],
  { after, limit }: { after?: string | undefined; limit: number },
): { part: Line[]; next?: string | undefined } {
  const from = after === undefined ? 0 : lines.findIndex(({ unit }) => unit.code === after) + 1
  const part = lines.slice(from, from + limit)
  const last = lines.length > from + limit ? part.at(-1) : undefined
  return { part, next: last && `${site.config.baseUrl}${path}?${new URLSearchParams({ ...query, after: last.unit.code })}` }
}
