import type { Day } from '../../../kernel/day.ts'

/** One document in an issue. `version` is the text that was printed, once it is. */
export interface IssueItem {
  position: number
  section: string
  documentId: number
  version?: number
}

/** An issue of a gazette: composed first, then published and no longer changed. */
export interface Issue {
  id: number
  carrierId: number
  year: number
  number: number
  datedOn: Day
  publishedAt?: Date
  items: IssueItem[]
  version: number
}

export type IssueRefusal =
  | 'number-wrong'
  | 'number-taken'
  | 'day-wrong'
  | 'dated-later'
  | 'published-already'
  | 'nothing-in-it'
  | 'no-gazette'
  | 'edited-meanwhile'
  | 'section-missing'
  | 'not-public'

/** Why an issue with these numbers cannot be begun. */
export function issueRefusals(form: { year: number; number: number; datedOn: Day | undefined }): IssueRefusal[] {
  const refusals: IssueRefusal[] = []
  const isYear = Number.isInteger(form.year) && form.year >= 1900 && form.year < 2200
  if (!isYear || !Number.isInteger(form.number) || form.number < 1 || form.number > 9999) refusals.push('number-wrong')
  if (form.datedOn === undefined) refusals.push('day-wrong')
  return refusals
}

/** Why an issue cannot be published today. */
export function publishRefusals(issue: Issue, today: Day): IssueRefusal[] {
  const refusals: IssueRefusal[] = []
  if (issue.publishedAt !== undefined) refusals.push('published-already')
  if (issue.items.length === 0) refusals.push('nothing-in-it')
  if (issue.datedOn > today) refusals.push('dated-later')
  return refusals
}

/** The items in the order of their sections: a section stands where its first item was put, items in it by their place. */
export function arranged(items: readonly { place: number; section: string; documentId: number }[]): IssueItem[] {
  const byPlace = [...items].sort((a, b) => a.place - b.place)
  const sections = [...new Set(byPlace.map((item) => item.section))]
  const inSections = sections.flatMap((section) => byPlace.filter((item) => item.section === section))
  return inSections.map(({ section, documentId }, index) => ({ position: index + 1, section, documentId }))
}

/** `2026-3`: how an issue is named in its address. */
export function issueKey(issue: Pick<Issue, 'year' | 'number'>): string {
  return `${issue.year}-${issue.number}`
}

/** The year and the number in an address; undefined for anything else. */
export function keyFrom(text: string): { year: number; number: number } | undefined {
  const match = /^(\d{4})-(\d{1,4})$/.exec(text)
  return match === null ? undefined : { year: Number(match[1]), number: Number(match[2]) }
}
