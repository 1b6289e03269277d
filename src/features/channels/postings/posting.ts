import { isDay, type Day } from '../../../kernel/day.ts'
import type { Kind } from '../kind.ts'
import type { Carrier } from '../carriers/carrier.ts'

/** One document on one carrier. */
export interface Posting {
  id: number
  carrierId: number
  documentId: number
  /** Which text hangs there. */
  version: number
  postedAt: Date
  /** Edition, issue or programme, and the page. */
  issue: string
  page: string
  note: string
  /** Why it hung there before it was on the portal. */
  earlyReason: string
  /** The name of a kept photo or file, or ''. */
  proof: string
  proofType: string
  /** The public may see the photo. */
  isOpenProof: boolean
  postedBy?: number
  recordedAt: Date
  takenDownOn?: Day
  takenDownBy?: number
  formKey: string
}

/** What is to be recorded about several documents at once. */
export interface PostingAsk {
  /** When they were put up; undefined when what was typed is no day or no time. */
  postedAt: Date | undefined
  issue: string
  page: string
  note: string
  earlyReason: string
  hasProof: boolean
}

/** As much of a document as decides whether it may hang somewhere. */
export interface KnownDocument {
  id: number
  isPublic: boolean
  publishedAt?: Date
  publishedVersion?: number
}

export type PostingRefusal =
  | 'nothing-chosen'
  | 'day-wrong'
  | 'in-future'
  | 'before-carrier'
  | 'after-carrier'
  | 'issue-missing'
  | 'proof-missing'
  | 'not-public'
  | 'before-portal'
  | 'posted-already'

/**
 * Why this cannot be recorded. The portal is never later than the other carriers (the county portal is the first platform of
 * publication): what hung somewhere before it was released here is recorded only with the reason, which stays visible.
 */
export function postingRefusals(
  ask: PostingAsk,
  place: { carrier: Carrier; kind: Kind | undefined; postedOn: Day | undefined },
  documents: readonly KnownDocument[],
  hangingIds: readonly number[],
  now: { at: Date; today: Day },
): PostingRefusal[] {
  const refusals = new Set<PostingRefusal>(placeRefusals(ask, place, now))
  if (documents.length === 0) refusals.add('nothing-chosen')
  for (const document of documents) {
    if (!document.isPublic || document.publishedAt === undefined) refusals.add('not-public')
    else if (ask.postedAt !== undefined && ask.postedAt < wholeMinute(document.publishedAt) && ask.earlyReason === '')
      refusals.add('before-portal')
    if (hangingIds.includes(document.id) && ask.issue === '') refusals.add('posted-already')
  }
  return [...refusals]
}

/** The instant of a day and a time of day as people type them; undefined for what is neither. */
export function instantOf(day: string, time: string): Date | undefined {
  const match = /^(\d{1,2})[:：](\d{2})$/.exec(time.trim())
  if (!isDay(day.trim()) || match === null) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  if (hour > 23 || minute > 59) return undefined
  return new Date(`${day.trim()}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00+08:00`)
}

/** `14:05`, the time of Shanghai. */
export function timeOf(at: Date): string {
  return new Date(at.getTime() + shanghaiMs).toISOString().slice(11, 16)
}

const shanghaiMs = 8 * 3_600_000

function placeRefusals(
  ask: PostingAsk,
  { carrier, kind, postedOn }: { carrier: Carrier; kind: Kind | undefined; postedOn: Day | undefined },
  now: { at: Date; today: Day },
): PostingRefusal[] {
  const refusals: PostingRefusal[] = []
  if (ask.postedAt === undefined || postedOn === undefined) refusals.push('day-wrong')
  else if (postedOn > now.today || ask.postedAt > now.at) refusals.push('in-future')
  else if (postedOn < carrier.sinceOn) refusals.push('before-carrier')
  else if (carrier.untilOn !== undefined && postedOn > carrier.untilOn) refusals.push('after-carrier')
  if (kind?.isIssued === true && ask.issue === '') refusals.push('issue-missing')
  if (kind?.isFree === true && !ask.hasProof) refusals.push('proof-missing')
  return refusals
}

/** People type minutes: a release at 10:05:40 and a sheet put up at 10:05 are at the same time. */
function wholeMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000)
}
