import type { Circular, CircularIssue } from './circular.ts'

/** How the record names a circular, and what it fingerprints of it: all but the number of the edit. */
export const circularSubject = (id: number): string => `reports.circular:${id}`

export function circularContent({ version: _version, begunAt, documentId, ...circular }: Circular): Record<string, unknown> {
  return { ...circular, begunAt: begunAt.toISOString(), documentId: documentId ?? null }
}

/** How the record names a circular that was handed over, and what it fingerprints: its text, its numbers and the records behind each. */
export const issueSubject = (id: number): string => `reports.circular-issue:${id}`

export function issueContent(
  { handedAt, ...issue }: CircularIssue,
  cells: readonly { unitId: number; figure: string; ids: readonly number[]; fingerprint: string }[],
): Record<string, unknown> {
  return {
    ...{ ...issue, handedAt: handedAt.toISOString() },
    cells: cells.map(({ unitId, figure, ids, fingerprint }) => ({ unitId, figure, ids, fingerprint })),
  }
}
