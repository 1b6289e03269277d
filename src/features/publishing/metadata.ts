/** Codes of the metadata that officials expect above a document (META-09). Words for each live in the locales. */

/** Subject classes (主题分类), State Council list, first level. */
export const subjects = Array.from({ length: 22 }, (_, index) => String(index + 1)) as readonly string[]

/** The fifteen kinds of official document (体裁), and the genres of what is not one. */
export const genres = [
  'resolution',
  'decision',
  'order',
  'communique',
  'announcement',
  'notice-public',
  'opinion',
  'notice',
  'circular',
  'report',
  'request',
  'reply',
  'motion',
  'letter',
  'minutes',
  'plan',
  'statistics',
  'guide',
  'list',
  'other',
] as const
export type Genre = (typeof genres)[number]

/** Whom a document serves (服务对象分类). */
export const servedGroups = ['citizens', 'enterprises', 'organisations', 'visitors', 'civil-servants', 'special-groups'] as const

export const attributes = ['proactive', 'on-application', 'withheld'] as const
export type Attribute = (typeof attributes)[number]

export const audiences = ['society', 'group', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** Grounds for not publishing on one's own initiative (OGI-2019 art. 14-16, 36). Each has its article in the words. */
export const grounds = [
  'state-secret',
  'forbidden-by-law',
  'three-securities',
  'third-party',
  'internal-affairs',
  'process-information',
  'enforcement-file',
  'some-people-only',
] as const

const mayDecide: readonly string[] = ['internal-affairs', 'process-information', 'enforcement-file', 'some-people-only']

/** A ground that leaves a choice needs a recorded reason for choosing it (OGI-2019 art. 16); the others forbid. */
export function needsDiscretionReason(ground: string): boolean {
  return mayDecide.includes(ground)
}
