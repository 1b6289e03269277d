import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, must, release, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { loaders } from '../../app.ts'
import { readSnapshot } from '../../platform/database/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import type { Unit } from '../organisations/index.ts'
import { findDocument } from '../publishing/index.ts'
import { moveRumour } from './move-rumour.ts'
import { findRumour } from './queries.ts'
import { listClarified, readRumour } from './read-rumours.ts'
import { reportRumour, type Report } from './report-rumour.ts'

describeWithDatabase('something false that circulates', () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit

  beforeEach(async () => {
    site = await freshSite('2026-06-15')
    unit = await givenUnit(site, { code: 'water' }, await givenUnit(site, { code: 'mc' }))
    cast = await givenCast(site, unit)
  })

  const form = (rest: Partial<Report> = {}): Report => ({
    ...{ unit: 'water', claim: '水库今夜要垮', place: '居民微信群', reporter: '', isMajor: true, formKey: randomUUID() },
    reportedAt: site.now(),
    ...rest,
  })

  it('is registered once however often its form is sent, and not without what, where and when', async () => {
    const sent = form()
    expect(await reportRumour(site, cast.writer, sent)).toEqual(await reportRumour(site, cast.writer, sent))
    const bad = form({ claim: ' ', place: '', reportedAt: new Date('2026-06-16T02:00:00Z') })
    expect(await reportRumour(site, cast.writer, bad)).toEqual({ ok: false, refusals: ['claim-missing', 'place-missing', 'time-ahead'] })
    await expect(reportRumour(site, cast.head, form())).rejects.toThrow('clarifications.write')
  })

  it('is assessed, verified and answered by a document; in public once that is out, in time or late', async () => {
    const id = must(await reportRumour(site, cast.writer, form()))
    must(await moveRumour(site, cast.writer, id, { move: 'assess', words: '水库由我局管理', isMajor: true }))
    must(await moveRumour(site, cast.writer, id, { move: 'verify', words: '大坝监测正常', verdict: 'false' }))
    const draft = givenContent({ title: '关于水库的澄清说明', body: '网传“水库今夜要垮”。\n\n大坝监测正常。' })
    const answered = must(await moveRumour(site, cast.writer, id, { move: 'answer', words: '', draft }))
    expect(await listClarified(site.database.read)).toEqual([])
    const document = await findDocument(site.database.read, answered.documentId ?? 0)
    if (document === undefined) throw new Error('no document')
    await release(site, cast, document)
    expect(await listClarified(site.database.read)).toMatchObject([
      { claim: '水库今夜要垮', verdict: 'false', title: '关于水库的澄清说明' },
    ])
    const view = await readRumour(site, site.database.read, answered)
    expect(view).toMatchObject({ clock: 'in-time', briefing: { clock: 'running' } })
    expect((await readSnapshot(site.database, (db) => verifyJournal(db, loaders))).findings).toEqual([])
  })

  it('is closed without an answer only with a reason, by whoever may', async () => {
    const id = must(await reportRumour(site, cast.writer, form()))
    expect(await moveRumour(site, cast.writer, id, { move: 'close', words: '无须' })).toEqual({ ok: false, refusals: ['no-right'] })
    expect(await moveRumour(site, cast.signer, id, { move: 'close', words: ' ' })).toEqual({ ok: false, refusals: ['words-missing'] })
    must(await moveRumour(site, cast.signer, id, { move: 'close', words: '仅一人转发，已当面说明' }))
    expect(await findRumour(site.database.read, id)).toMatchObject({ state: 'closed', closeReason: '仅一人转发，已当面说明' })
  })
})
