import type { Standing } from './queries.ts'

/** How the record names what stands published under a matter, and what it fingerprints of it. */
export const standingSubject = (id: number): string => `catalogue.standing:${id}`

export function standingContent(standing: Standing): Record<string, unknown> {
  return { ...standing, downOn: standing.downOn ?? null }
}
