import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenContent, givenPublished, must, release } from '../../../test/support/given.ts'
import { attachAndRead } from '../../../test/support/attach.ts'
import { pdfOf } from '../../../test/leaks/make-pdf.ts'
import { filesOf } from '../../platform/files/index.ts'
import { createDocument } from '../publishing/index.ts'
import { documentPath } from './address.ts'
import { documentsOf, givenPortal, type GivenPortal } from './given-portal.ts'

describeWithDatabase('a document’s page', () => {
  let portal: GivenPortal
  beforeAll(async () => {
    portal = await givenPortal()
    portal.site.config.dataDir = await mkdtemp(join(tmpdir(), 'gongkai-portal-'))
  })

  afterAll(() => rm(portal.site.config.dataDir, { recursive: true, force: true }))

  const { read, change } = documentsOf(() => portal)

  it('shows the text as HTML in which no markup of the writer’s is alive', async () => {
    const { body } = await read(portal.chinese)
    expect(body).toContain('<h2>总则</h2>')
    expect(body).toContain('<strong>各单位</strong>')
    expect(body).toContain('&lt;script&gt;alert(1)')
    expect(body).not.toContain('<script>alert')
  })

  it('is the same document under either language and without one, with the slash as it is or encoded', async () => {
    const path = documentPath(portal.english.indexNumber)
    for (const url of [
      `/zh${path}`,
      `/en${path}`,
      path,
      path.replace('2026-', '2026%2D'),
      `/en/documents/${encodeURIComponent(portal.english.indexNumber)}`,
      `${path}/`,
    ]) {
      const answer = await portal.ask(url)
      expect(answer.status).toBe(200)
      expect(answer.body).toContain('<div class="gk-prose" lang="en">')
      expect(answer.body).toContain(
        `<link rel="canonical" href="http://127.0.0.1:3000/${answer.body.includes('<html lang="en"') ? 'en' : 'zh'}${path}"/>`,
      )
    }
  })

  it('carries the page tags of government sites', async () => {
    const { body } = await read(portal.chinese)
    const tag = (name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(body)?.[1]
    expect(tag('SiteIDCode')).toBe('9999000001')
    expect(tag('ArticleTitle')).toBe('明川市防汛应急预案')
    expect(tag('PubDate')).toBe('2026-06-15 10:00')
    expect(tag('ContentSource')).toBe('明川市应急管理局')
    expect(tag('ColumnName')).toBe('规划计划')
    expect(tag('Keywords')).toBe('防汛;应急')
    expect(tag('Url')).toBe(`http://127.0.0.1:3000/zh${documentPath(portal.chinese.indexNumber)}`)
  })

  it('says under which number, by whom and through which hands it was published, and whether in time', async () => {
    const { body } = await read(portal.chinese)
    for (const words of [
      '索引号',
      portal.chinese.indexNumber,
      '明应急〔2026〕12号',
      '生成日期',
      '主题分类',
      '保密审查通过',
      '签发',
      '按时公开',
      '应急预案',
    ]) {
      expect(body).toContain(words)
    }
    expect(body).toContain('gk-day--due')
    expect(body).not.toMatch(/林晓|高远/)
  })

  it('gives the files of public documents, only those, and never one whose bytes were changed', async () => {
    const { site, cast } = portal
    const created = must(
      await createDocument(site, cast.writer, {
        unitId: portal.safety.id,
        content: givenContent({ title: '关于公布路灯维修电话的通知', body: '路灯损坏请致电城管热线，二十四小时受理。' }),
      }),
    )
    must(await attachAndRead(site, cast.writer, created.id, { name: '电话表.pdf', bytes: pdfOf('phones') }))
    expect((await portal.ask(`/files/${created.id}/1/x`)).status).toBe(404)
    await release(site, cast, created)
    portal.kept.changed()
    const path = /href="(\/files\/[^"]+)"/.exec((await read(created)).body)?.[1] ?? ''
    const file = await portal.ask(path)
    expect(file.status).toBe(200)
    expect(file.body).toBe(pdfOf('phones').toString())
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['content-security-policy']).toBe("sandbox; default-src 'none'")
    expect(file.headers['content-disposition']).toContain("attachment; filename*=UTF-8''")
    expect((await portal.ask(path.replace(`/files/${created.id}/`, `/files/${portal.chinese.id}/`))).status).toBe(404)
    await change(created, { change: 'withdraw', reason: '号码有误' })
    expect((await portal.ask(path)).status).toBe(404)
  })

  it('says when it came late, in working days', async () => {
    const document = await givenPublished(
      portal.site,
      portal.cast,
      portal.safety,
      { title: '应急预案年度评估', body: '评估认为预案可行，建议增加演练次数。', formedOn: '2026-05-11' as never },
      portal.duty,
    )
    portal.kept.changed()
    expect((await read(document, 'en')).body).toMatch(/5 working days late/)
    const list = await portal.ask('/en/promises/list?ending=late')
    expect(list.body).toContain('应急预案年度评估')
    for (const far of ['9999-12', '0000-01']) expect((await portal.ask(`/en/promises/list?month=${far}`)).status).toBe(200)
    const home = await portal.ask('/en/')
    expect(home.body).toMatch(/ending=late"[^>]*>1</)
  })

  it('has a bad address answered, not broken', async () => {
    await filesOf(portal.site.config).keep(Buffer.from('x'))
    for (const url of [
      '/documents/%00',
      '/documents/' + 'x'.repeat(3000),
      '/documents/..%2f..%2fetc',
      '/documents/%E0%A4%A',
      '/files/9999999999999999/1/x',
      '/files/1/-1/x',
      '/documents/%27;drop table publishing.document',
    ]) {
      expect((await portal.ask(url.replaceAll(' ', '%20'))).status, url).toBeGreaterThanOrEqual(400)
      expect((await portal.ask(url.replaceAll(' ', '%20'))).status, url).toBeLessThan(500)
    }
  })
})
