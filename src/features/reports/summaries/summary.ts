import type { Day } from '../../../kernel/day.ts'
import type { Mark } from '../figures/mark.ts'
import { longestText } from '../making/made.ts'
import type { Problem } from './problem.ts'
import type { Heading } from './template.ts'

/** A work summary in the making: people write their judgement, the records give its facts until it is filed. */
export interface Summary {
  id: number
  unitId: number
  /** `2026` */
  period: string
  /** What people wrote, by the code of the heading; English under `content/en`. */
  texts: Record<string, string>
  /** The codes of the proposed problems that the writer took over. */
  taken: string[]
  documentId?: number | undefined
  begunBy: number
  begunAt: Date
  version: number
}

/** A number as it was filed. `ids` are kept beside it. */
export interface FiledNumber extends Mark {
  name: string
  value: number
  figure?: string | undefined
  /** It is a place, or the number of places, in the ranking by this figure. */
  ranked?: string | undefined
  /** The unit whose number it is, where it is not that of the summary. */
  unit?: string | undefined
}

/** A sentence as it was filed: the key of its words, and its numbers. */
export interface FiledSentence {
  key: string
  numbers: FiledNumber[]
  /** Names of units that stand in it, by the name of their place. */
  units?: Record<string, { nameZh: string; nameEn: string }> | undefined
}

/** The summary as it is frozen. */
export interface SummaryContent {
  format: 'gongkai-work-summary/1'
  year: number
  unit: { code: string; nameZh: string; nameEn: string }
  headings: {
    code: string
    nameZh: string
    nameEn: string
    facts: FiledSentence[]
    problems: FiledSentence[]
    textZh: string
    textEn: string
  }[]
}

/** Every number that a summary says, in its order. */
export function numbersOf({ headings }: Pick<SummaryContent, 'headings'>): FiledNumber[] {
  return headings.flatMap(({ facts, problems }) => [...facts, ...problems].flatMap(({ numbers }) => numbers))
}

/** The same summary with the numbers that were frozen, by their cells. */
export function withNumbers(content: SummaryContent, values: ReadonlyMap<string, number>): SummaryContent {
  const numbered = (sentences: readonly FiledSentence[]): FiledSentence[] =>
    sentences.map((one) => ({
      ...one,
      numbers: one.numbers.map((number) => ({ ...number, value: values.get(cellOf(number)) ?? number.value })),
    }))
  const headings = content.headings.map((one) => ({ ...one, facts: numbered(one.facts), problems: numbered(one.problems) }))
  return { ...content, headings }
}

/** How a filing names a number: the code of its figure, with that of the unit where it is another's. */
export function cellOf({ figure, ranked, unit, name }: FiledNumber): string {
  if (figure === undefined) return `ranking/${ranked}/${name}`
  return unit === undefined ? figure : `${figure}@${unit}`
}

export type SummaryBeginRefusal = 'begun-before' | 'period-wrong' | 'period-to-come'
export type SummarySaveRefusal = 'edited-meanwhile' | 'text-long' | 'heading-unknown' | 'problem-unknown'
export type SummaryFileRefusal = 'edited-meanwhile' | 'words-missing' | 'correction-first'

/** What a form sends; `version` is the one that it was opened with. */
export interface SummaryForm {
  version: number
  texts: Record<string, string>
  taken: string[]
}

/** Why what was written cannot be saved: only what the records propose can be taken over, and what was taken before can stay. */
export function saveRefusals(
  summary: Summary,
  form: SummaryForm,
  headings: readonly Heading[],
  proposed: readonly Problem[],
): SummarySaveRefusal[] {
  const refusals: SummarySaveRefusal[] = []
  const known = new Set([...proposed.map(({ code }) => code), ...summary.taken])
  if (summary.version !== form.version) refusals.push('edited-meanwhile')
  if (Object.values(form.texts).some((text) => text.length > longestText)) refusals.push('text-long')
  if (Object.keys(form.texts).some((key) => !headings.some(({ code }) => key === code || key === `${code}/en`)))
    refusals.push('heading-unknown')
  if (form.taken.some((code) => !known.has(code))) refusals.push('problem-unknown')
  return refusals
}

/** Why a summary cannot be filed. A year may be summed up while it still runs: the day up to which it counts stands on it. */
export function fileRefusals(
  summary: Summary,
  asked: { version: number; headings: readonly Heading[]; proposed: readonly Problem[]; isReleased: boolean },
): SummaryFileRefusal[] {
  const refusals: SummaryFileRefusal[] = []
  if (summary.version !== asked.version) refusals.push('edited-meanwhile')
  if (silentHeadings(summary, asked.headings, asked.proposed).length > 0) refusals.push('words-missing')
  if (asked.isReleased) refusals.push('correction-first')
  return refusals
}

/** The headings under which somebody must say something and nobody did. A problem taken over is something. */
export function silentHeadings(summary: Summary, headings: readonly Heading[], proposed: readonly Problem[]): Heading[] {
  return headings.filter(({ code, isRequired, isProblems }) => {
    const isTold = isProblems === true && problemsTaken(summary, proposed).length > 0
    return isRequired === true && !isTold && (summary.texts[code] ?? '').trim() === ''
  })
}

/** What was taken over and still holds: what the records no longer show is not said. */
export function problemsTaken({ taken }: Pick<Summary, 'taken'>, proposed: readonly Problem[]): Problem[] {
  return proposed.filter(({ code }) => taken.includes(code))
}

/** Can a year be summed up? Not one that has not begun. */
export function beginRefusals(period: { kind: string; from: Day } | undefined, today: Day): SummaryBeginRefusal[] {
  if (period?.kind !== 'year') return ['period-wrong']
  return period.from > today ? ['period-to-come'] : []
}
