import type { Bulletin, Issue } from './bulletin.ts'

/** How the record names a bulletin, and what it fingerprints of it: all but the number of the edit. */
export const bulletinSubject = (id: number): string => `reports.bulletin:${id}`

export function bulletinContent({ version: _version, begunAt, documentId, ...bulletin }: Bulletin): Record<string, unknown> {
  return { ...bulletin, begunAt: begunAt.toISOString(), documentId: documentId ?? null }
}

/** How the record names a bulletin that was handed over. */
export const issueSubject = (id: number): string => `reports.bulletin-issue:${id}`

export function issueContent({ handedAt, ...issue }: Issue): Record<string, unknown> {
  return { ...issue, handedAt: handedAt.toISOString() }
}

/** How the record names what fills a section. */
export const sectionSubject = (section: string): string => `reports.bulletin-section:${section}`

export function sectionContent(section: string, codes: readonly string[]): Record<string, unknown> {
  return { section, codes: [...codes] }
}
