import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenContent, givenPublished, must, release } from '../../../test/support/given.ts'
import { attachAndRead } from '../../../test/support/attach.ts'
import { pdfOf } from '../../../test/leaks/make-pdf.ts'
import { createDocument, findDocument, saveDraft, startCorrection } from '../publishing/index.ts'
import { documentPath } from './address.ts'
import { documentsOf, givenPortal, type GivenPortal } from './given-portal.ts'

describeWithDatabase('the page of a document that was changed after its release', () => {
  let portal: GivenPortal
  beforeAll(async () => {
    portal = await givenPortal()
    portal.site.config.dataDir = await mkdtemp(join(tmpdir(), 'gongkai-portal-'))
  })

  afterAll(() => rm(portal.site.config.dataDir, { recursive: true, force: true }))

  const { read, publish, change } = documentsOf(() => portal)

  it('explains a withdrawal with 200, reason and day, and shows the text no longer', async () => {
    const document = await publish('关于公布供水价格的通知', '供水价格每立方米三元，自七月起执行。')
    await change(document, { change: 'withdraw', reason: '附表数据有误' })
    const { status, body } = await read(document)
    expect(status).toBe(200)
    expect(body).toContain('附表数据有误')
    expect(body).toContain('datetime="2026-06-15"')
    expect(body).not.toContain('每立方米三元')
    expect(body).not.toContain('公布公共自行车的收费标准')
    expect((await portal.ask('/zh/search?q=供水价格')).body).not.toContain(documentPath(document.indexNumber))
  })

  it('keeps the text of what is no longer in force, under a banner', async () => {
    const document = await publish('关于公布停车收费的通知', '停车每小时收费五元，首小时免费。')
    await change(document, { change: 'cancel', reason: '新办法已施行' })
    const { body } = await read(document)
    expect(body).toContain('本文件已失效')
    expect(body).toContain('新办法已施行')
    expect(body).toContain('停车每小时收费五元')
  })

  it('sends on from what was replaced, and says in the other what it replaces', async () => {
    const old = await publish('关于公布公园开放时间的通知（旧）', '公园每天六时至二十时开放，节假日不变。')
    const other = await publish('关于公布公园开放时间的通知（新）', '公园全天开放，夜间请注意安全，勿近水面。')
    await change(old, { change: 'replace', reason: '时间调整', replacedBy: other.indexNumber })
    const sent = await read(old, 'en')
    expect(sent.status).toBe(301)
    expect(sent.headers['location']).toBe(`/en${documentPath(other.indexNumber)}`)
    const { body } = await read(other)
    expect(body).toContain('本文件代替以下文件')
    expect(body).toContain('公园开放时间的通知（旧）')
  })

  it('answers 410 in words for what was removed, and 404 for what nobody may know of', async () => {
    const document = await publish('关于公布道路施工的通知', '城东大桥七月起封闭施工，车辆请绕行。')
    await change(document, { change: 'remove', reason: '依法移除' })
    const gone = await read(document)
    expect(gone.status).toBe(410)
    expect(gone.body).toContain('此内容已移除')
    expect(gone.body).not.toContain('道路施工')
    const draft = must(
      await createDocument(portal.site, portal.cast.writer, { unitId: portal.safety.id, content: givenContent({ title: '尚未公开' }) }),
    )
    expect((await read(draft)).status).toBe(404)
    const inside = await givenPublished(portal.site, portal.cast, portal.safety, {
      title: '内部值班安排',
      body: '本周值班由办公室安排，各科室轮流。',
      audience: 'staff',
    })
    expect((await read(inside)).status).toBe(404)
    expect((await portal.ask('/zh/search?q=内部值班安排')).body).not.toContain(documentPath(inside.indexNumber))
  })

  it('shows a correction with its reason, and until it is released the old text and the old files', async () => {
    const { site, cast } = portal
    const request = {
      unitId: portal.safety.id,
      content: givenContent({ title: '关于公布垃圾清运时间的通知', body: '垃圾每日清运一次，时间为早上六时。' }),
    }
    const created = must(await createDocument(site, cast.writer, request))
    must(await attachAndRead(site, cast.writer, created.id, { name: '../清运表.pdf', bytes: pdfOf('old') }))
    site.day = '2026-06-16'
    await release(site, cast, created)
    site.day = '2026-06-17'
    must(await startCorrection(site, cast.signer, created.id, '时间有误'))
    must(await attachAndRead(site, cast.writer, created.id, { name: '新表.pdf', bytes: pdfOf('new') }))
    const document = (await findDocument(site.database.read, created.id))!
    const corrected = must(
      await saveDraft(site, cast.writer, created.id, document.currentVersion, {
        ...request.content,
        body: '垃圾每日清运一次，时间为早上七时。',
      }),
    )
    portal.kept.changed()
    const before = await read(created)
    expect(before.body).toContain('早上六时')
    expect(before.body).not.toContain('新表.pdf')
    await release(site, cast, corrected)
    portal.kept.changed()
    const after = await read(created)
    expect(after.body).toContain('早上七时')
    expect(after.body).toContain('时间有误')
    expect(after.body).toContain('新表.pdf')
    site.day = '2026-06-15'
  })
})
