import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { loaders } from '../../../app.ts'
import { listJobs } from '../../../platform/jobs/index.ts'
import { readSnapshot } from '../../../platform/database/index.ts'
import { verifyJournal } from '../../../platform/journal/index.ts'
import { givenRelease, type GivenRelease } from '../given-release.ts'
import { moveDocument } from '../move-document.ts'
import { listPublic } from '../queries-public.ts'
import { findDocument, type StoredDocument } from '../queries.ts'
import { readPublic } from '../read-public.ts'
import { readDocument } from '../read-document.ts'
import { saveDraft } from '../save-draft.ts'
import { momentAt } from './moment.ts'
import { releaseDue } from './release-due.ts'

describeWithDatabase('a document that is signed for a time', () => {
  let given: GivenRelease
  let document: StoredDocument
  const nine = momentAt('2026-06-17', '09:00') as Date

  beforeEach(async () => {
    given = await givenRelease()
    document = await given.begin()
    await given.handOn(document, 3)
    const signed = { move: 'schedule', version: 1, remark: '', releaseAt: nine } as const
    must(await moveDocument(given.site, given.cast.signer, document.id, signed))
  })

  const stage = async () => (await findDocument(given.site.database.read, document.id))?.stage
  const comes = (day: string) => void (given.site.day = day)

  it('waits where nobody outside sees it, and a job is set for that very instant', async () => {
    await releaseDue(given.site)
    expect(await stage()).toBe('scheduled')
    expect(await readPublic(given.site.database.read, document.indexNumber)).toBe('none')
    expect(await listPublic(given.site.database.read, { limit: 10 })).toEqual([])
    const jobs = await listJobs(given.site.database.read, { state: 'waiting' })
    expect(jobs.map((job) => [job.name, job.runAt])).toEqual([['publishing.release-due', nine]])
  })

  it('is public from then on, once, however often the job runs; a late start releases at once', async () => {
    comes('2026-06-18')
    await Promise.all([releaseDue(given.site), releaseDue(given.site)])
    await releaseDue(given.site)
    const whole = await readDocument(given.site.database.read, document.id)
    expect(whole?.document).toMatchObject({ stage: 'released', standing: 'published', publishedAt: given.site.now(), releaseAt: nine })
    expect(whole?.steps.filter((step) => step.move === 'release')).toHaveLength(1)
    const face = await readPublic(given.site.database.read, document.indexNumber)
    expect(typeof face === 'string' ? face : face.hands.map((hand) => hand.move)).toEqual(['submit', 'approve', 'clear', 'sign'])
    const { findings } = await readSnapshot(given.site.database, (db) => verifyJournal(db, loaders))
    expect(findings).toEqual([])
  })

  it('goes back to the signer with a reason, who may sign it again', async () => {
    const back = { move: 'unschedule', version: 1, remark: '' } as const
    expect(await moveDocument(given.site, given.cast.signer, document.id, back)).toEqual({ ok: false, refusals: ['remark-missing'] })
    must(await moveDocument(given.site, given.cast.signer, document.id, { ...back, remark: '会议推迟' }))
    comes('2026-06-18')
    await releaseDue(given.site)
    expect(await stage()).toBe('with-signer')
    must(await moveDocument(given.site, given.cast.signer, document.id, { move: 'sign', version: 1, remark: '' }))
    expect(await stage()).toBe('released')
  })

  it('is not released when somebody changed it: the signature is void', async () => {
    const version = (await readDocument(given.site.database.read, document.id))?.version
    if (version === undefined) throw new Error('no version')
    must(await saveDraft(given.site, given.cast.writer, document.id, 1, { ...version, title: '改动后的标题' }))
    comes('2026-06-18')
    await releaseDue(given.site)
    expect(await stage()).toBe('draft')
  })

  it('goes back to the signer at its time when a check forbids it by then, and the record says that nobody did that', async () => {
    const { asOwner } = await import('../../../platform/database/index.ts')
    await asOwner(given.site.database, (client) =>
      client.query(`update publishing.version set body = body || '身份证号11010519491231002X。' where document_id = ${document.id}`),
    )
    comes('2026-06-18')
    await releaseDue(given.site)
    const whole = await readDocument(given.site.database.read, document.id)
    expect(whole?.document.stage).toBe('with-signer')
    expect(whole?.steps.at(-1)).toMatchObject({ move: 'unschedule', post: 'clock', remark: 'blocked text-changed' })
  })
})
