import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenContent, givenPublished, must } from '../../../test/support/given.ts'
import { createDocument } from './create-document.ts'
import { givenDesk, idIn, usual, type GivenDesk } from './given-desk.ts'
import type { StoredDocument } from './queries.ts'
import { saveRelated } from './queries-files.ts'

describeWithDatabase('documents of another unit, related at the desk', () => {
  let given: GivenDesk
  let draft: StoredDocument
  let open: StoredDocument

  beforeAll(async () => {
    given = await givenDesk()
    const { site, other, cast, people } = given
    const officer = { personId: cast.writer.personId, posts: people.stranger.posts }
    const content = givenContent({ title: '尚未公开的调整方案', body: '草稿。' })
    draft = must(await createDocument(site, officer, { unitId: other.id, content }))
    const roles = ['information-officer', 'reviewer', 'secrecy-reviewer', 'signer'] as const
    const posts = roles.map((role) => ({ role, unitPath: other.path }))
    const all = (who: keyof typeof cast) => ({ ...cast[who], posts })
    const others = { writer: all('writer'), head: all('head'), secrecy: all('secrecy'), signer: all('signer'), office: all('office') }
    open = await givenPublished(site, others, other, { title: '已经公开的学区划分', body: '全文如下，各校周知。' })
  })

  test('may be those that everybody may read; a draft is refused as if there were none', async () => {
    const related = await given.write({ title: '关联公开信息', related: open.indexNumber })
    expect(related.status).toBe(303)
    expect((await given.desk.get(given.people.writer, `/zh/desk/documents/${idIn(related)}`)).text).toContain('已经公开的学区划分')
    const refused = await given.write({ title: '关联草稿', related: draft.indexNumber })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`没有索引号为 ${draft.indexNumber} 的信息`)
  })

  test('show of a draft its index number only, but to those who may read it; the form keeps what is related already', async () => {
    const id = idIn(await given.write({ title: '早已关联' }))
    await given.site.database.transaction((db) => saveRelated(db, id, [draft.id]))
    const page = await given.desk.get(given.people.writer, `/zh/desk/documents/${id}`)
    expect(page.text).toContain(draft.indexNumber)
    expect(page.text).not.toContain('尚未公开的调整方案')
    const [post] = given.people.writer.posts
    const both = { ...given.people.writer, posts: [post!, ...given.people.stranger.posts] }
    expect((await given.desk.get(both, `/zh/desk/documents/${id}`)).text).toContain('尚未公开的调整方案')
    const form = { ...usual, version: '1', title: '早已关联', body: '新的正文。', related: draft.indexNumber }
    expect((await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/edit`, form)).status).toBe(303)
  })
})
