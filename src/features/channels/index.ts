import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import { countReleased } from '../publishing/index.ts'
import type { Carrier } from './carriers/carrier.ts'
import { listCarriers } from './carriers/queries.ts'
import { listIssues } from './gazettes/queries.ts'
import { channels, kindOf } from './load-kinds.ts'
import { countPosted, listEveryPosting } from './postings/queries.ts'
import { carrierContent, carrierSubject, issueContent, issueSubject, postingContent, postingSubject } from './subject.ts'

export type { Carrier, CarrierDraft } from './carriers/carrier.ts'
export { keepCarrier } from './carriers/keep-carrier.ts'
export { arrangeIssue, composeIssue } from './gazettes/compose-issue.ts'
export { publishIssue } from './gazettes/publish-issue.ts'
export { channels as channelRules } from './load-kinds.ts'
export { OnPaper } from './pages/on-paper.tsx'
export { postDocuments } from './postings/post-documents.ts'
export { listPostings } from './postings/queries.ts'
export { readDue } from './postings/read-hanging.ts'
export { readPostedOn, type PostedOn } from './postings/read-posted-on.ts'
export { routes } from './routes.ts'

/** The gazettes that are composed here. */
export async function listGazettes(db: Db): Promise<Carrier[]> {
  return (await listCarriers(db)).filter((one) => kindOf(one.kind)?.isGazette === true)
}

/** How many documents appeared where; a document on ten columns counts once in its channel and once `anywhere`. */
export interface ChannelCount {
  /** Released on this site. */
  portal: number
  /** By the channel of the catalogue that the carriers count as. */
  byChannel: Map<string, number>
  /** On at least one carrier besides this site. */
  anywhere: number
}

/** What these units published from one day to another, both included, by channel. */
export async function countByChannel(db: Db, unitIds: readonly number[], from: Day, until: Day): Promise<ChannelCount> {
  const carriers = (await listCarriers(db)).filter((one) => unitIds.includes(one.unitId))
  const counts = channels.kinds.map((kind) => ({ kind: kind.kind, channel: kind.channels[0] ?? kind.kind }))
  const posted = await countPosted(
    db,
    carriers.map((one) => one.id),
    { from, until },
    counts,
  )
  return { portal: await countReleased(db, unitIds, from, until), ...posted }
}

type Recorded = AsyncIterable<{ subject: string; content: unknown }>

/** Every carrier, posting and issue as the record should know them. */
export async function* recordedCarriers(db: Db): Recorded {
  for (const carrier of await listCarriers(db)) yield { subject: carrierSubject(carrier.id), content: carrierContent(carrier) }
}

export async function* recordedPostings(db: Db): Recorded {
  for (const posting of await listEveryPosting(db)) yield { subject: postingSubject(posting.id), content: postingContent(posting) }
}

export async function* recordedIssues(db: Db): Recorded {
  for (const issue of await listIssues(db)) yield { subject: issueSubject(issue.id), content: issueContent(issue) }
}
