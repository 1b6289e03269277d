import type { Day } from '../../../kernel/day.ts'
import { covers, reach, type HeldPost } from '../../../kernel/policy.ts'
import type { Breach } from '../annual/breach.ts'
import type { AnnualReport } from '../annual/report.ts'
import type { FactSentence } from '../annual/sentence.ts'

export type ReportKind = 'annual' | 'quarter' | 'half-year'

/** A report in the making: people write its judgement, the records give its figures until it is filed. */
export interface MadeReport {
  id: number
  unitId: number
  kind: ReportKind
  /** `2026`, `2026-Q3`, `2026-H2` */
  period: string
  /** Its figures are those of the unit and of all below it. */
  withBelow: boolean
  /** What people wrote, by the numeral of the section; English under `五/en`. */
  texts: Record<string, string>
  /** Why an identity does not hold, by its id. */
  notes: Record<string, string>
  /** The publication, once it was filed. */
  documentId?: number | undefined
  begunBy: number
  begunAt: Date
  version: number
}

/** What was filed: it never changes. Filed again, it is the next filing. */
export interface Filing<Content = AnnualReport> {
  id: number
  reportId: number
  serial: number
  /** What happened later is not in it. */
  cutOff: Day
  filedBy: number
  filedAt: Date
  content: Content
  /** What people had written, in both languages. */
  texts: Record<string, string>
  /** What the records said in words when it was filed, by the numeral of the section. */
  facts: readonly (readonly [string, readonly FactSentence[]])[]
  /** Which lines of the catalogue counted in which row of table 1 when it was filed: ids of duties by the row's code. */
  lines: Readonly<Record<string, readonly number[]>>
  /** The version of the publication that says the same; none for what is not published. */
  documentVersion?: number | undefined
  fingerprint: string
}

/** What the office said of a filing. */
export interface Judgement {
  id: number
  filingId: number
  verdict: 'accepted' | 'returned'
  remark: string
  by: number
  /** The unit whose office said it. */
  officeId: number
  at: Date
}

/** Where a report stands, said from what happened. */
export type ReportState = 'not-begun' | 'in-making' | 'filed' | 'returned' | 'accepted'

export type BeginRefusal = 'begun-before' | 'no-form' | 'period-to-come' | 'not-asked-yearly'
export type SaveRefusal = 'edited-meanwhile' | 'text-long' | 'section-unknown' | 'note-unknown'
export type FileRefusal = 'period-running' | 'breaches' | 'judgement-missing' | 'edited-meanwhile' | 'correction-first' | 'accepted-already'
export type CoverageRefusal = 'edited-meanwhile' | 'filed-already'
export type JudgeRefusal = 'nothing-filed' | 'judged-before' | 'remark-missing' | 'filed-meanwhile'

export const longestText = 20_000
/** Says where a report stands from its last filing and what was said of it last. */
export function stateOf(
  report: MadeReport | undefined,
  filing: Pick<Filing, 'id'> | undefined,
  judgement: Judgement | undefined,
): ReportState {
  if (report === undefined) return 'not-begun'
  if (filing === undefined) return 'in-making'
  return judgement === undefined || judgement.filingId !== filing.id ? 'filed' : judgement.verdict
}

/** Why texts cannot be saved. `numerals`: the sections that the form has; `ids`: the identities that can be explained. */
export function saveRefusals(
  report: MadeReport,
  form: { version: number; texts: Record<string, string>; notes: Record<string, string> },
  numerals: readonly string[],
  ids: readonly string[],
): SaveRefusal[] {
  const refusals: SaveRefusal[] = []
  if (report.version !== form.version) refusals.push('edited-meanwhile')
  if ([...Object.values(form.texts), ...Object.values(form.notes)].some((text) => text.length > longestText)) refusals.push('text-long')
  if (Object.keys(form.texts).some((key) => !numerals.includes(key.replace(/\/en$/, '')))) refusals.push('section-unknown')
  if (Object.keys(form.notes).some((id) => !ids.includes(id))) refusals.push('note-unknown')
  return refusals
}

/** What is asked of a report that is to be filed. */
export interface FileQuestion {
  version: number
  /** The numeral of the section in which people must say something. */
  judgement: string
  breaches: readonly Breach[]
  until: Day
  today: Day
  state: ReportState
  /** Its publication: on its way to the first release, public, or public and being corrected. */
  publication: 'none' | 'under-way' | 'released' | 'in-correction'
  /** Others were entered by hand since whoever files looked. */
  hasOtherNumbers?: boolean
}

/**
 * Why a report cannot be filed today: every error of its identities stands in the way, warnings do not. That it was published too late (I15)
 * is said and stands in no way: no filing can mend it. What the office accepted is filed again once the office returned it, or once the
 * signer began a correction of what is public.
 */
export function fileRefusals(report: MadeReport, asked: FileQuestion): FileRefusal[] {
  const refusals: FileRefusal[] = []
  if (report.version !== asked.version || asked.hasOtherNumbers === true) refusals.push('edited-meanwhile')
  if (asked.today <= asked.until) refusals.push('period-running')
  if (asked.breaches.some(({ id, severity }) => severity === 'error' && id !== 'I15')) refusals.push('breaches')
  if ((report.texts[asked.judgement] ?? '').trim() === '') refusals.push('judgement-missing')
  if (asked.publication === 'released') refusals.push('correction-first')
  if (asked.publication === 'under-way' && asked.state === 'accepted') refusals.push('accepted-already')
  return refusals
}

/** Why it cannot be changed whose numbers a report says: what was filed says it for good. */
export function coverageRefusals(report: MadeReport, asked: { version: number; filings: number }): CoverageRefusal[] {
  const refusals: CoverageRefusal[] = []
  if (report.version !== asked.version) refusals.push('edited-meanwhile')
  if (asked.filings > 0) refusals.push('filed-already')
  return refusals
}

/** The unit for whose office somebody judges a report of the unit at `path`: the nearest of those that answer for it. */
export function officeOf(posts: readonly HeldPost[], path: string): number | undefined {
  const paths = reach('reports.judge', posts).filter((own) => covers(own, path))
  const nearest = paths.toSorted((one, other) => other.length - one.length)[0]
  return nearest === undefined ? undefined : Number(nearest.split('/').at(-2))
}

/** Why the office cannot judge: only the last filing, and nothing goes back without a word. What was accepted may still be returned. */
export function judgeRefusals(
  state: ReportState,
  filing: Filing | undefined,
  asked: { filingId: number; verdict: Judgement['verdict']; remark: string },
): JudgeRefusal[] {
  const refusals: JudgeRefusal[] = []
  if (filing === undefined) return ['nothing-filed']
  if (filing.id !== asked.filingId) refusals.push('filed-meanwhile')
  if (state !== 'filed' && !(state === 'accepted' && asked.verdict === 'returned')) refusals.push('judged-before')
  if (asked.verdict === 'returned' && asked.remark.trim() === '') refusals.push('remark-missing')
  return refusals
}
