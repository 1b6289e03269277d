import type { Group } from './group.ts'
import type { Missed } from './missed.ts'
import type { SavedSearch } from './saved.ts'

/** How the record names what this slice keeps, and what it fingerprints of it. */
export const missedSubject = (id: number): string => `searches.missed:${id}`
export const groupSubject = (id: number): string => `searches.synonym-group:${id}`
export const savedSubject = (id: number): string => `searches.saved:${id}`

export function missedContent({ words, decision, link, reason, decidedOn }: Missed): Record<string, unknown> {
  return { words, decision: decision ?? null, link, reason, decidedOn: decidedOn ?? null }
}

export function groupContent({ words }: Group): Record<string, unknown> {
  return { words }
}

export function savedContent({ personId, name, question }: SavedSearch): Record<string, unknown> {
  return { personId, name, question }
}
