import type { Carrier } from './carriers/carrier.ts'
import type { Issue } from './gazettes/issue.ts'
import type { Posting } from './postings/posting.ts'

/** How the record names a carrier, and what it fingerprints of it: all but the number of the edit. */
export const carrierSubject = (id: number): string => `channels.carrier:${id}`

export function carrierContent({ version: _version, ...carrier }: Carrier): Record<string, unknown> {
  const { keeperId, categoryId, untilOn } = carrier
  return { ...carrier, keeperId: keeperId ?? null, categoryId: categoryId ?? null, untilOn: untilOn ?? null }
}

/** How the record names a posting, and what it fingerprints of it. */
export const postingSubject = (id: number): string => `channels.posting:${id}`

export function postingContent({ formKey: _formKey, ...posting }: Posting): Record<string, unknown> {
  return {
    ...posting,
    postedAt: posting.postedAt.toISOString(),
    recordedAt: posting.recordedAt.toISOString(),
    postedBy: posting.postedBy ?? null,
    takenDownOn: posting.takenDownOn ?? null,
    takenDownBy: posting.takenDownBy ?? null,
  }
}

/** How the record names an issue of a gazette, and what it fingerprints of it. */
export const issueSubject = (id: number): string => `channels.issue:${id}`

export function issueContent({ version: _version, ...issue }: Issue): Record<string, unknown> {
  return {
    ...issue,
    publishedAt: issue.publishedAt?.toISOString() ?? null,
    items: issue.items.map((item) => ({ ...item, version: item.version ?? null })),
  }
}
