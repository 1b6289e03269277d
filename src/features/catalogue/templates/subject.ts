import type { StoredDuty } from '../queries.ts'
import type { Line, UnitAnswer } from './queries.ts'
import type { Columns, Edition, Template } from './template.ts'

/** How the record names what belongs to a template, and what it fingerprints of it. */
export const templateSubject = (id: number): string => `catalogue.template:${id}`
export const editionSubject = (id: number): string => `catalogue.edition:${id}`
export const answerSubject = (id: number): string => `catalogue.answer:${id}`

export const templateContent = (template: Template): Record<string, unknown> => ({ ...template })
export const answerContent = (answer: UnitAnswer): Record<string, unknown> => ({ ...answer })

export function editionContent(line: Pick<Line, 'templateId' | 'code'>, edition: Edition): Record<string, unknown> {
  return { ...edition, columns: { ...edition.columns }, templateId: line.templateId, code: line.code }
}

/** The columns of a duty that a template can lay down. */
export function columnsOf(duty: StoredDuty): Columns {
  const { id: _id, version: _version, unitIds: _units, above: _above, code: _code, sinceOn: _since, untilOn: _until, ...columns } = duty
  return columns
}
