import type { Day } from '../../kernel/day.ts'
import { grounds, needsDiscretionReason, type Attribute, type Audience } from './metadata.ts'

export type Stage = 'draft' | 'with-head' | 'with-secrecy' | 'with-signer' | 'scheduled' | 'released' | 'dropped'
export type Standing = 'unpublished' | 'published' | 'cancelled' | 'ended' | 'withdrawn' | 'replaced' | 'removed' | 'kept'

/** Where a document waits for a hand on its way to release. */
export const runningStages = ['with-head', 'with-secrecy', 'with-signer'] as const satisfies Stage[]

/** What one version of a document says: everything that a hand signs for, and nothing else. */
export interface Content {
  attribute: Attribute
  ground: string
  groundReason: string
  audience: Audience
  language: 'zh' | 'en'
  title: string
  summary: string
  body: string
  documentNumber: string
  subject: string
  genre: string
  served: string
  keywords: string[]
  formedOn?: Day
  validUntil?: Day
}

export type Missing =
  | 'title'
  | 'title-too-long'
  | 'body'
  | 'subject'
  | 'formed-on'
  | 'formed-in-future'
  | 'ends-before-formed'
  | 'audience-narrower'
  | 'ground'
  | 'ground-reason'
  | 'summary-too-long'
  | 'vanishes'
  | 'nothing-changed'

/** Longest title and summary that lists and labels can carry, in characters. */
export const limits = { title: 300, summary: 500, body: 400_000 } as const

/** Everything that is still missing before anyone is asked to read it; all of it, not only the first. */
export function missingIn(content: Content, today: Day): Missing[] {
  const missing: Missing[] = []
  if (content.title.trim() === '') missing.push('title')
  if (content.title.length > limits.title) missing.push('title-too-long')
  if (content.summary.length > limits.summary) missing.push('summary-too-long')
  if (content.body.trim() === '') missing.push('body')
  if (content.subject === '') missing.push('subject')
  if (content.formedOn === undefined) missing.push('formed-on')
  if (content.formedOn !== undefined && content.formedOn > today) missing.push('formed-in-future')
  if (content.formedOn !== undefined && content.validUntil !== undefined && content.validUntil < content.formedOn)
    missing.push('ends-before-formed')
  if (content.attribute !== 'proactive') missing.push(...groundMissing(content))
  return missing
}

/**
 * What a correction may not be: one that changes nothing, or one that takes a page away from its readers without a word. Taking away is a
 * withdrawal, with a public reason.
 */
export function missingInCorrection(
  before: Pick<Content, 'audience'>,
  after: Pick<Content, 'attribute' | 'audience'>,
  isSame: boolean,
): Missing[] {
  const missing: Missing[] = []
  if (isSame) missing.push('nothing-changed')
  if (after.attribute !== 'proactive' || (after.audience === 'staff' && before.audience !== 'staff')) missing.push('vanishes')
  return missing
}

/** A promise to the public is not kept by a text that only staff may read. */
export function missingForDuty(content: Pick<Content, 'attribute' | 'audience'>, promisedTo: Audience | undefined): Missing[] {
  const isNarrower = promisedTo !== undefined && promisedTo !== 'staff' && content.audience === 'staff'
  return isNarrower && content.attribute === 'proactive' ? ['audience-narrower'] : []
}

/** May everybody read a document with this standing and audience? Withdrawn and cancelled pages stay and explain themselves. */
export function isPublic(document: { standing: Standing; audience: Audience }): boolean {
  return document.standing !== 'unpublished' && document.standing !== 'kept' && document.audience !== 'staff'
}

/** Does the page still show its text? A text that no longer holds is still there to be read; one that was taken back is not. */
export function showsText(standing: Standing): boolean {
  return standing === 'published' || standing === 'cancelled' || standing === 'ended'
}

/** What the public reads around a text, in this order. */
const headParts = ['title', 'summary', 'number', 'keywords', 'files'] as const
export type HeadPart = (typeof headParts)[number]

/** What stands around a text: its title, summary, document number, keywords and the names of its files; `starts` says where each begins. */
export function headOf(
  { title, summary, documentNumber, keywords }: Pick<Content, 'title' | 'summary' | 'documentNumber' | 'keywords'>,
  fileNames: readonly string[],
): { text: string; starts: Record<HeadPart, number> } {
  const parts = { title, summary, number: documentNumber, keywords: keywords.join('\n'), files: fileNames.join('\n') }
  const starts = { title: 0, summary: 0, number: 0, keywords: 0, files: 0 }
  let text = ''
  for (const part of headParts) {
    starts[part] = text.length
    text += `${parts[part]}\n\n`
  }
  return { text, starts }
}

/** The part of the head in which a place lies. */
export function headPartAt(starts: Record<HeadPart, number>, start: number): HeadPart {
  return headParts.findLast((part) => starts[part] <= start) ?? 'title'
}

/** A version as one text, for comparing two of them. */
export function textOf(content: Pick<Content, 'title' | 'summary' | 'body'>): string {
  return [content.title, content.summary, content.body].filter((part) => part !== '').join('\n\n')
}

/** The fields as they go into a fingerprint: fixed order is not needed, the canonical form sorts them. */
export function contentForHash(content: Content, files: readonly { name: string; sha256: string }[]): Record<string, unknown> {
  return {
    ...content,
    formedOn: content.formedOn ?? null,
    validUntil: content.validUntil ?? null,
    files: files.map((file) => ({ name: file.name, sha256: file.sha256 })),
  }
}

function groundMissing(content: Content): Missing[] {
  const missing: Missing[] = []
  if (!(grounds as readonly string[]).includes(content.ground)) missing.push('ground')
  else if (needsDiscretionReason(content.ground) && content.groundReason.trim() === '') missing.push('ground-reason')
  return missing
}
