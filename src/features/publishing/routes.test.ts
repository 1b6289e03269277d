import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenContent, givenPublished, must } from '../../../test/support/given.ts'
import { createDocument } from './create-document.ts'
import { givenDesk, idIn, type GivenDesk } from './given-desk.ts'
import { findDocument } from './queries.ts'

describeWithDatabase('the desk of publishing', () => {
  let given: GivenDesk

  beforeAll(async () => {
    given = await givenDesk()
  })

  test('a published document is withdrawn, replaced and corrected with a public reason, each refused without one', async () => {
    const [one, two] = [
      await givenPublished(given.site, given.cast, given.unit, { title: '旧办法', body: '旧办法全文。' }),
      await givenPublished(given.site, given.cast, given.unit, { title: '新办法', body: '新办法全文。' }),
    ]
    const change = (id: number, kind: string, form: Record<string, string>) =>
      given.desk.post(given.people.signer, `/zh/desk/documents/${id}/change/${kind}`, form)
    const refused = await change(one.id, 'replace', { reason: '', replacedBy: 'nowhere' })
    expect(refused.status).toBe(422)
    for (const words of ['请填写将向公众公布的理由', '请填写替代信息的索引号', 'value="nowhere"']) expect(refused.text).toContain(words)
    expect(await change(one.id, 'replace', { reason: '已修订', replacedBy: two.indexNumber })).toMatchObject({ status: 303 })
    expect(await findDocument(given.site.database.read, one.id)).toMatchObject({ standing: 'replaced', replacedBy: two.id })
    expect(await change(two.id, 'correct', { reason: '第三条有误' })).toMatchObject({ status: 303 })
    expect((await given.desk.get(given.people.writer, `/zh/desk/documents/${two.id}`)).text).toContain('更正：起草中')
    expect((await change(two.id, 'cancel', { reason: '取消' })).text).toContain('正在更正中')
    expect((await change(two.id, 'withdraw', { reason: '撤下' })).status).toBe(303)
    expect((await change(two.id, 'explode', { reason: 'x' })).status).toBe(404)
  })

  test('people of another given.unit, and roles without the right, are turned away from every address', async () => {
    const { id } = must(await createDocument(given.site, given.cast.writer, { unitId: given.unit.id, content: givenContent() }))
    for (const path of ['', '/edit', '/move/drop', '/change/withdraw', '/files/1']) {
      expect([path, (await given.desk.get(given.people.stranger, `/zh/desk/documents/${id}${path}`)).status]).toEqual([path, 403])
      expect([path, (await given.desk.get(given.people.writer, `/zh/desk/documents/999999${path}`)).status]).toEqual([path, 404])
    }
    expect((await given.desk.get(given.people.head, `/zh/desk/documents/${id}/edit`)).status).toBe(403)
    expect((await given.move(given.people.head, id, { move: 'drop', remark: '不需要' })).status).toBe(403)
    expect((await given.desk.get(given.people.office, '/zh/desk/documents/new')).status).toBe(403)
    expect((await given.desk.get(given.people.stranger, `/zh/desk/documents?unit=${given.unit.code}`)).text).not.toContain('公共自行车')
    expect((await given.desk.get(given.people.writer, '/zh/desk/documents/new?task=1&unit=schools')).text).not.toContain('市教育局')
  })

  test('what waits for any hand is one choice of the list, and a draft is not among it', async () => {
    const submitted = idIn(await given.write({ title: '在途信息', body: '在途信息全文。', _act: 'submit' }))
    const drafted = idIn(await given.write({ title: '起草信息', body: '起草信息全文。' }))
    const page = await given.desk.get(given.people.writer, '/zh/desk/documents?state=running')
    expect(page.text).toContain(`/documents/${submitted}"`)
    expect(page.text).not.toContain(`/documents/${drafted}"`)
    expect(page.text).toContain('>审签中</option>')
  })

  test('strange filters and numbers harm nothing', async () => {
    for (const query of [
      'q=%27%3B+drop+table+x%3B--',
      'q=%25_%5C',
      'state=nonsense&unit=%00',
      `q=${'长'.repeat(3000)}`,
      'before=-1',
      'before=1e9',
      'after=x',
    ]) {
      expect([query, (await given.desk.get(given.people.writer, `/zh/desk/documents?${query}`)).status]).toEqual([query, 200])
      expect([query, (await given.desk.get(given.people.head, `/zh/desk/reviews?${query}`)).status]).toEqual([query, 200])
    }
  })

  test('no page shows the key of a word instead of the word, in either language', async () => {
    const id = idIn(await given.write({ title: '词语', body: '联系电话：13912345678。', _act: 'submit' }))
    const published = await givenPublished(given.site, given.cast, given.unit, { title: '词语检查', body: '词语检查全文。' })
    for (const lang of ['zh', 'en']) {
      for (const path of ['', '/new', `/${id}`, `/${id}/edit?preview=1`, `/${id}/move/drop`, `/${published.id}`]) {
        const page = await given.desk.get(given.people.writer, `/${lang}/desk/documents${path}`)
        expect([path, page.status, page.text.match(/>[^<]*\b(publishing|checks|catalogue|accounts|ui)\.[a-z-]+[.a-z-]*/g)]).toEqual([
          path,
          200,
          null,
        ])
      }
    }
  })
})
