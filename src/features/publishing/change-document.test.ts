import { beforeAll, expect, test } from 'vitest'
import { attachAndRead } from '../../../test/support/attach.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, givenPublished, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { NotAllowed } from '../../kernel/faults.ts'
import { changeDocument } from './change-document.ts'
import { moveDocument } from './move-document.ts'
import { countPublic } from './queries-public.ts'
import { findDocument, type StoredDocument } from './queries.ts'
import { readDocument } from './read-document.ts'
import { readPublic } from './read-public.ts'
import { saveDraft } from './save-draft.ts'
import { startCorrection } from './start-correction.ts'

describeWithDatabase('a published document', () => {
  let site: TestSite
  let cast: Cast
  let publish: (title: string) => Promise<StoredDocument>
  const review = { conclusion: 'may-publish', basis: '不涉及国家秘密', opinion: '', consulted: '', redactions: '' } as const

  beforeAll(async () => {
    site = await freshSite()
    site.config = { ...site.config, dataDir: `/tmp/gongkai-test-${process.pid}` }
    const unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
    publish = (title) => givenPublished(site, cast, unit, { title, body: `${title}的正文，各不相同。` })
  })

  const shown = async (number: string) => {
    const found = await readPublic(site.database.read, number)
    return typeof found === 'string'
      ? found
      : { body: found.version.body, files: found.files.map((file) => file.name), changes: found.changes.map((one) => one.kind) }
  }

  async function signAgain(id: number, version: number) {
    must(await moveDocument(site, cast.writer, id, { move: 'submit', version, remark: '' }))
    must(await moveDocument(site, cast.head, id, { move: 'approve', version, remark: '' }))
    must(await moveDocument(site, cast.secrecy, id, { move: 'clear', version, remark: '', review }))
    must(await moveDocument(site, cast.signer, id, { move: 'sign', version, remark: '' }))
  }

  test('being corrected, keeps its old text and files in public until the new ones are signed', async () => {
    const { id, indexNumber } = await publish('停水通知')
    must(await startCorrection(site, cast.signer, id, '日期有误'))
    must(await saveDraft(site, cast.writer, id, 1, givenContent({ title: '停水通知', body: '更正后的正文' })))
    must(await attachAndRead(site, cast.writer, id, { name: '附件.txt', bytes: Buffer.from('附件') }))
    expect(await shown(indexNumber)).toEqual({ body: '停水通知的正文，各不相同。', files: [], changes: ['released'] })
    await signAgain(id, 2)
    expect(await shown(indexNumber)).toEqual({ body: '更正后的正文', files: ['附件.txt'], changes: ['released', 'corrected'] })
  })

  test('whose correction is given up, is as it was and can be corrected and withdrawn again', async () => {
    const { id, indexNumber } = await publish('招聘公告')
    must(await startCorrection(site, cast.signer, id, '岗位有误'))
    must(await saveDraft(site, cast.writer, id, 1, givenContent({ title: '招聘公告', body: '改到一半' })))
    must(await attachAndRead(site, cast.writer, id, { name: '岗位表.txt', bytes: Buffer.from('表') }))
    must(await moveDocument(site, cast.writer, id, { move: 'drop', version: 2, remark: '无须更正' }))
    expect(await findDocument(site.database.read, id)).toMatchObject({ stage: 'released', standing: 'published', currentVersion: 1 })
    expect((await readDocument(site.database.read, id))?.files).toEqual([])
    must(await startCorrection(site, cast.signer, id, '确需更正'))
    expect(must(await saveDraft(site, cast.writer, id, 1, givenContent({ title: '招聘公告', body: '再次更正' }))).currentVersion).toBe(3)
    await signAgain(id, 3)
    expect(await shown(indexNumber)).toMatchObject({ body: '再次更正' })
    must(await changeDocument(site, cast.signer, id, { change: 'withdraw', reason: '招聘取消' }))
  })

  test('cannot be corrected into nothing new, nor out of sight', async () => {
    const { id } = await publish('预算公开')
    must(await startCorrection(site, cast.signer, id, '更正'))
    const submit = (version: number) => moveDocument(site, cast.writer, id, { move: 'submit', version, remark: '' })
    expect(await submit(1)).toEqual({ ok: false, refusals: ['incomplete'] })
    must(await saveDraft(site, cast.writer, id, 1, givenContent({ title: '预算公开', audience: 'staff' })))
    expect(await submit(2)).toEqual({ ok: false, refusals: ['incomplete'] })
    must(await saveDraft(site, cast.writer, id, 2, givenContent({ title: '预算公开', body: '更正后的预算' })))
    must(await submit(3))
  })

  test('withdrawn, stays with its reason and is found no more; removed, it is gone', async () => {
    const { id, indexNumber } = await publish('公示名单')
    const before = await countPublic(site.database.read, { limit: 1 })
    must(await changeDocument(site, cast.signer, id, { change: 'withdraw', reason: '公示期满' }))
    expect(await shown(indexNumber)).toMatchObject({ changes: ['released', 'withdrawn'] })
    expect(await countPublic(site.database.read, { limit: 1 })).toBe(before - 1)
    must(await changeDocument(site, cast.office, id, { change: 'remove', reason: '含个人信息' }))
    expect(await shown(indexNumber)).toBe('gone')
  })

  test('replaced, it leads to the other one, and never round in a circle', async () => {
    const [old, next] = [await publish('旧办法'), await publish('新办法')]
    const replace = (one: StoredDocument, by: string) =>
      changeDocument(site, cast.signer, one.id, { change: 'replace', reason: '已修订', replacedBy: by })
    expect(await replace(old, 'nowhere')).toEqual({ ok: false, refusals: ['replacement-missing'] })
    expect(await replace(old, old.indexNumber)).toEqual({ ok: false, refusals: ['circle'] })
    must(await replace(old, next.indexNumber))
    expect(await replace(next, old.indexNumber)).toEqual({ ok: false, refusals: ['circle'] })
    expect(await readPublic(site.database.read, old.indexNumber)).toMatchObject({ replacedBy: { indexNumber: next.indexNumber } })
  })

  test('is changed only with a reason, by a signer or the office', async () => {
    const { id } = await publish('收费公示')
    expect(await changeDocument(site, cast.signer, id, { change: 'cancel', reason: ' ' })).toEqual({
      ok: false,
      refusals: ['reason-missing'],
    })
    await expect(changeDocument(site, cast.writer, id, { change: 'cancel', reason: '废止' })).rejects.toThrow(NotAllowed)
    await expect(startCorrection(site, cast.head, id, '更正')).rejects.toThrow(NotAllowed)
  })

  test('is withdrawn or removed also while it is being corrected, which gives the correction up', async () => {
    for (const [change, standing] of [
      ['withdraw', 'withdrawn'],
      ['remove', 'removed'],
    ] as const) {
      const { id } = await publish(`泄露通知${change}`)
      must(await startCorrection(site, cast.signer, id, '数字有误'))
      must(await saveDraft(site, cast.writer, id, 1, givenContent({ title: `泄露通知${change}`, body: '改到一半' })))
      const changed = must(await changeDocument(site, cast.signer, id, { change, reason: '含不应公开的内容' }))
      expect(changed).toMatchObject({ standing, stage: 'released', currentVersion: 1, changeReason: '' })
    }
  })

  test('is signed only by whoever saw its files: a page opened before they were changed signs nothing', async () => {
    const { id } = await publish('附件通知')
    must(await startCorrection(site, cast.signer, id, '补充附件'))
    const before = await readDocument(site.database.read, id)
    must(await attachAndRead(site, cast.writer, id, { name: 'b.txt', bytes: Buffer.from('b') }))
    const request = { move: 'submit', version: 1, remark: '' } as const
    expect(await moveDocument(site, cast.writer, id, { ...request, seen: before?.contentHash })).toEqual({
      ok: false,
      refusals: ['read-another-version'],
    })
    const now = await readDocument(site.database.read, id)
    must(await moveDocument(site, cast.writer, id, { ...request, seen: now?.contentHash }))
  })

  test('is not changed with a reason that leaks what must not be public', async () => {
    const { id } = await publish('理由通知')
    const reason = '误载身份证号11010519491231002X，现予撤下'
    expect(await changeDocument(site, cast.signer, id, { change: 'withdraw', reason })).toEqual({ ok: false, refusals: ['reason-leaks'] })
    expect(await startCorrection(site, cast.signer, id, reason)).toEqual({ ok: false, refusals: ['reason-leaks'] })
  })
})
