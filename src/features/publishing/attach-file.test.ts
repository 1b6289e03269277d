import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachAndRead, readWaiting } from '../../../test/support/attach.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenContent, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { filesOf } from '../../platform/files/index.ts'
import { attachFile, detachFile } from './attach-file.ts'
import { createDocument } from './create-document.ts'
import { moveDocument } from './move-document.ts'
import { readDocument } from './read-document.ts'

describeWithDatabase('files of a draft', () => {
  let site: TestSite
  let cast: Cast
  let id: number
  const file = (name: string, text = '内容') => ({ name, bytes: Buffer.from(text) })

  beforeAll(async () => {
    site = await freshSite()
    site.config = { ...site.config, dataDir: await mkdtemp(join(tmpdir(), 'gongkai-files-')) }
    const unit = await givenUnit(site, { code: 'mc' })
    cast = await givenCast(site, unit)
    id = must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent() })).id
  })
  afterAll(() => rm(site.config.dataDir, { recursive: true, force: true }))

  test('keep their name without any folder, and their bytes under their fingerprint', async () => {
    must(await attachFile(site, cast.writer, id, file('..\\..\\etc/收费表.csv')))
    const [kept] = (await readDocument(site.database.read, id))?.files ?? []
    expect(kept).toMatchObject({ name: '收费表.csv', sizeBytes: 6, isPublic: false })
    expect((await filesOf(site.config).read(kept?.sha256 ?? '')).toString()).toBe('内容')
  })

  test('are refused with every reason', async () => {
    expect(await attachFile(site, cast.writer, id, file('macro.exe', ''))).toEqual({ ok: false, refusals: ['empty', 'kind-not-allowed'] })
    expect(await detachFile(site, cast.writer, id, 999_999)).toEqual({ ok: false, refusals: ['no-such-file'] })
  })

  test('make whoever added them a writer of the text, and cannot be changed once it is on its way', async () => {
    const added = { personId: cast.head.personId, posts: [...cast.head.posts, ...cast.writer.posts] }
    must(await attachAndRead(site, added, id, file('说明.txt')))
    await readWaiting(site, id)
    must(await moveDocument(site, cast.writer, id, { move: 'submit', version: 1, remark: '' }))
    expect(await moveDocument(site, cast.head, id, { move: 'approve', version: 1, remark: '' })).toEqual({
      ok: false,
      refusals: ['own-text'],
    })
    expect(await attachFile(site, cast.writer, id, file('晚了.txt'))).toEqual({ ok: false, refusals: ['not-a-draft'] })
  })

  test('make whoever takes one away a writer too, also when somebody else submits the text', async () => {
    const unitId = (await readDocument(site.database.read, id))?.document.unitId ?? 0
    const other = must(await createDocument(site, cast.writer, { unitId, content: givenContent({ title: '另一份通知' }) })).id
    must(await attachFile(site, cast.writer, other, file('多余.txt')))
    const [kept] = (await readDocument(site.database.read, other))?.files ?? []
    const removing = { personId: cast.head.personId, posts: [...cast.head.posts, ...cast.writer.posts] }
    must(await detachFile(site, removing, other, kept?.id ?? 0))
    must(await moveDocument(site, cast.writer, other, { move: 'submit', version: 1, remark: '' }))
    expect(await moveDocument(site, cast.head, other, { move: 'approve', version: 1, remark: '' })).toEqual({
      ok: false,
      refusals: ['own-text'],
    })
  })
})
