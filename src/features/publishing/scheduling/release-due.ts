import type { Db } from '../../../platform/database/index.ts'
import { record } from '../../../platform/journal/index.ts'
import type { Site } from '../../../platform/site.ts'
import { findUnit } from '../../organisations/index.ts'
import { situationOf } from '../move-document.ts'
import { obstacles, type Obstacle } from '../move.ts'
import { insertStep } from '../queries-chain.ts'
import { saveDocument } from '../queries.ts'
import { documentContent, documentSubject, readLocked, type WholeDocument } from '../read-document.ts'
import { release } from '../release-document.ts'
import { listDueIds } from './queries.ts'

/**
 * Releases everything whose set time has come, each in its own transaction: twice is as good as once, and what fell due while the
 * program stood still is released now. What may not go out any more goes back to the signer, with the reasons.
 */
export async function releaseDue(site: Site): Promise<void> {
  for (const id of await listDueIds(site.database.read, site.now())) await site.database.transaction((db) => releaseOne(site, db, id))
}

async function releaseOne(site: Site, db: Db, id: number): Promise<void> {
  const whole = await readLocked(db, id)
  const signed = whole?.steps.findLast((step) => step.move === 'schedule')
  if (whole === undefined || signed === undefined || whole.document.stage !== 'scheduled') return
  const unitPath = (await findUnit(db, whole.document.unitId))?.path ?? ''
  const stops = obstacles(await situationOf(site, db, whole, unitPath), 'release', {
    id: signed.personId,
    may: () => false,
    remark: '',
    isClock: true,
  })
  if (stops.includes('not-yet')) return
  const move = stops.length === 0 ? 'release' : 'unschedule'
  await insertStep(db, id, { ...signed, move, post: 'clock', at: site.now(), remark: stops.join(' '), contentHash: whole.contentHash })
  if (stops.length === 0) await release(site, db, 'system', whole)
  else await hold(db, whole)
  await recordEnd(site, db, whole, stops)
}

async function hold(db: Db, { document }: WholeDocument): Promise<void> {
  const { releaseAt: _, ...rest } = document
  await saveDocument(db, { ...rest, stage: 'with-signer' })
}

async function recordEnd(site: Site, db: Db, { document }: WholeDocument, stops: readonly Obstacle[]): Promise<void> {
  await record(db, {
    at: site.now(),
    actor: 'system',
    act: stops.length === 0 ? 'publishing.release' : 'publishing.hold',
    subject: documentSubject(document.id),
    unitId: document.unitId,
    content: await documentContent(db, document.id),
    details: { setFor: document.releaseAt?.toISOString() ?? '', stops: stops.join(' ') },
  })
}
