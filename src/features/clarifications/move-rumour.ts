import { NotFound } from '../../kernel/faults.ts'
import { done, refused, type Outcome } from '../../kernel/outcome.ts'
import { may } from '../../kernel/policy.ts'
import type { Db } from '../../platform/database/index.ts'
import { record } from '../../platform/journal/index.ts'
import type { Site } from '../../platform/site.ts'
import { findUnit } from '../organisations/index.ts'
import { createDocumentIn, type Content, type Officer } from '../publishing/index.ts'
import { insertRumourStep, lockRumour, saveRumour, type StoredRumour } from './queries.ts'
import { rumourContent, rumourSubject } from './read-content.ts'
import { situationOfRumour } from './read-rumours.ts'
import { rumourMoveFrom, rumourObstacles, type RumourObstacle, type RumourRequest, type RumourState } from './rumour.ts'

export interface RumourAsk extends RumourRequest {
  /** The draft of the clarification, where one is to be written. */
  draft?: Content
}

/** Takes what was reported one step on. Answering begins a document of the unit, which goes through the hands like any other. */
export async function moveRumour(
  site: Site,
  officer: Officer,
  id: number,
  request: RumourAsk,
): Promise<Outcome<StoredRumour, RumourObstacle>> {
  return site.database.transaction(async (db) => {
    const rumour = await lockRumour(db, id)
    if (rumour === undefined) throw new NotFound(rumourSubject(id))
    const path = (await findUnit(db, rumour.unitId))?.path ?? ''
    const refusals = rumourObstacles(await situationOfRumour(db, rumour), request, (action) => may(action, officer.posts, path))
    const to = rumourMoveFrom(rumour.state, request.move)?.to
    if (refusals.length > 0 || to === undefined) return refused(...refusals)
    const moved = await moveOn(site, db, officer, rumour, to, request)
    await saveRumour(db, moved)
    await insertRumourStep(db, id, { move: request.move, words: request.words, byId: officer.personId, at: site.now() })
    await record(db, {
      at: site.now(),
      actor: `person:${officer.personId}`,
      act: `clarifications.${request.move}`,
      subject: rumourSubject(id),
      unitId: moved.unitId,
      content: await rumourContent(db, id),
      reason: request.words,
    })
    return done(moved)
  })
}

async function moveOn(
  site: Site,
  db: Db,
  officer: Officer,
  rumour: StoredRumour,
  to: RumourState,
  request: RumourAsk,
): Promise<StoredRumour> {
  const moved = { ...rumour, state: to }
  switch (request.move) {
    case 'hand-over':
      return { ...moved, unitId: request.unitId ?? rumour.unitId }
    case 'assess':
      return { ...moved, isMajor: request.isMajor === true }
    case 'verify':
      return { ...moved, finding: request.words, ...(request.verdict === undefined ? {} : { verdict: request.verdict }) }
    case 'brief':
      return { ...moved, briefedAt: site.now() }
    case 'close':
      return { ...moved, closeReason: request.words }
    case 'answer':
      return { ...moved, documentId: await beginAnswer(site, db, officer, rumour, request.draft) }
  }
}

async function beginAnswer(site: Site, db: Db, officer: Officer, rumour: StoredRumour, draft: Content | undefined): Promise<number> {
  if (draft === undefined) throw new Error('an answer without a draft')
  const created = await createDocumentIn(site, db, officer, { unitId: rumour.unitId, content: draft })
  if (!created.ok) throw new Error(`the draft of ${rumourSubject(rumour.id)} was refused: ${created.refusals.join()}`)
  return created.value.id
}
