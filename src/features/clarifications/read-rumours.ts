import { dayOf } from '../../kernel/day.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Site } from '../../platform/site.ts'
import { findUnit, type Unit } from '../organisations/index.ts'
import { findDocument, readPublic, type StoredDocument } from '../publishing/index.ts'
import { hoursFor } from './load-clarification-rules.ts'
import { listAnswered, type StoredRumour } from './queries.ts'
import { clockState, dueAfter, publicClaim, type ClockState, type RumourSituation } from './rumour.ts'

/** What was reported, with its clock and its clarification. */
export interface RumourView {
  rumour: StoredRumour
  unit: Unit
  situation: RumourSituation
  document?: StoredDocument
  publishedAt?: Date
  dueAt: Date
  clock: ClockState
  /** A major emergency owes a press conference too. */
  briefing?: { dueAt: Date; clock: ClockState }
}

export async function situationOfRumour(db: Db, rumour: StoredRumour): Promise<RumourSituation> {
  const document = rumour.documentId === undefined ? undefined : await findDocument(db, rumour.documentId)
  const { state, unitId, isMajor, verdict } = rumour
  return { state, unitId, isMajor, verdict, isBriefed: rumour.briefedAt !== undefined, document: stateOf(document) }
}

function stateOf(document: StoredDocument | undefined): RumourSituation['document'] {
  if (document === undefined) return 'none'
  if (document.publishedAt !== undefined) return 'published'
  return document.stage === 'dropped' ? 'dropped' : 'running'
}

/** Reads what belongs to one that was reported. */
export async function readRumour(site: Site, db: Db, rumour: StoredRumour): Promise<RumourView> {
  const unit = await findUnit(db, rumour.unitId)
  if (unit === undefined) throw new Error(`rumour ${rumour.id} has no unit`)
  const document = rumour.documentId === undefined ? undefined : await findDocument(db, rumour.documentId)
  const hours = hoursFor(site.pack.terms, rumour.isMajor, dayOf(rumour.reportedAt))
  const dueAt = dueAfter(rumour.reportedAt, hours.publish)
  const clock = clockState(rumour.state, dueAt, document?.publishedAt, site.now())
  const briefingDue = hours.briefing === undefined ? undefined : dueAfter(rumour.reportedAt, hours.briefing)
  return {
    ...{ rumour, unit, dueAt, clock, situation: await situationOfRumour(db, rumour) },
    ...(document === undefined ? {} : { document }),
    ...(document?.publishedAt === undefined ? {} : { publishedAt: document.publishedAt }),
    ...(briefingDue === undefined
      ? {}
      : { briefing: { dueAt: briefingDue, clock: clockState(rumour.state, briefingDue, rumour.briefedAt, site.now()) } }),
  }
}

/** One clarification as the public reads it. */
export interface PublicClarification {
  id: number
  indexNumber: string
  unit: Unit
  /** What circulated; absent where the published text does not say it. */
  claim?: string
  verdict: 'false' | 'incomplete'
  title: string
  summary: string
  language: 'zh' | 'en'
  publishedAt: Date
}

const mostShown = 100

/** What was clarified in public, the newest first. */
export async function listClarified(db: Db): Promise<PublicClarification[]> {
  const found: PublicClarification[] = []
  for (const rumour of await listAnswered(db, mostShown)) {
    const document = rumour.documentId === undefined ? undefined : await findDocument(db, rumour.documentId)
    const face = document === undefined ? 'none' : await readPublic(db, document.indexNumber)
    const unit = document && (await findUnit(db, document.unitId))
    if (typeof face === 'string' || unit === undefined || face.document.publishedAt === undefined) continue
    if (face.document.standing !== 'published' && face.document.standing !== 'cancelled') continue
    const claim = publicClaim(rumour.claim, face.version.body)
    const { title, summary, language } = face.version
    found.push({
      ...{ id: rumour.id, indexNumber: face.document.indexNumber, unit, title, summary, language, publishedAt: face.document.publishedAt },
      ...(claim === undefined ? {} : { claim }),
      verdict: rumour.verdict === 'incomplete' ? 'incomplete' : 'false',
    })
  }
  return found.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}
