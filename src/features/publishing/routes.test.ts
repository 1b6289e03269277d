import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenContent, givenDuty, givenPublished, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type Page, type TestSite } from '../../../test/support/site.ts'
import type { Role } from '../../kernel/policy.ts'
import type { Visitor } from '../../platform/http/route.ts'
import { grantPost } from '../accounts/index.ts'
import { registerMatter } from '../catalogue/index.ts'
import type { Unit } from '../organisations/index.ts'
import { createDocument } from './create-document.ts'
import { findDocument } from './queries.ts'
import { readPublic } from './read-public.ts'
import { routes } from './routes.tsx'

const body = '公共自行车每次使用前一小时免费，之后每小时收费一元。\n\n<script>alert(1)</script>'
const usual = { formedOn: '2026-06-01', attribute: 'proactive', audience: 'society', language: 'zh', subject: '2', genre: 'notice' }

describeWithDatabase('the desk of publishing', () => {
  let site: TestSite
  let desk: Desk
  let cast: Cast
  let unit: Unit
  let other: Unit
  let people: Record<'writer' | 'head' | 'secrecy' | 'signer' | 'office' | 'stranger', Visitor>

  beforeAll(async () => {
    site = await freshSite()
    const city = await givenUnit(site, { code: 'mc', nameZh: '明川市人民政府' })
    unit = await givenUnit(site, { code: 'bikes', nameZh: '市城管局', nameEn: 'Urban Management Bureau' }, city)
    other = await givenUnit(site, { code: 'schools', nameZh: '市教育局' }, city)
    cast = await givenCast(site, unit)
    const roleOf = { writer: 'information-officer', head: 'reviewer', secrecy: 'secrecy-reviewer', signer: 'signer', office: 'office' } as const
    for (const [who, role] of Object.entries(roleOf) as [keyof typeof roleOf, Role][]) {
      must(await grantPost(site, 'system', cast[who].personId, { role, unit: unit.code, sinceOn: site.day, untilOn: '', reason: '' }))
    }
    const visitor = (who: keyof typeof roleOf) => givenVisitor(cast[who].personId, [roleOf[who], unit])
    people = {
      ...{ writer: visitor('writer'), head: visitor('head'), secrecy: visitor('secrecy'), signer: visitor('signer'), office: visitor('office') },
      stranger: givenVisitor(cast.head.personId + 1000, ['information-officer', other]),
    }
    desk = await openDesk(site, routes)
  })
  afterAll(() => undefined)

  const write = (form: Record<string, string> = {}) =>
    desk.post(people.writer, '/zh/desk/documents/new', { unit: unit.code, title: '关于公布公共自行车收费标准的通知', body, ...usual, _once: randomUUID(), ...form })
  const idIn = (page: Page) => Number(/\/documents\/(\d+)/.exec(page.location ?? '')?.[1])
  const move = (who: Visitor, id: number, form: Record<string, string>) => desk.post(who, `/zh/desk/documents/${id}/move`, { version: '1', ...form })
  const stageOf = async (id: number) => (await findDocument(site.database.read, id))?.stage
  const clear = { move: 'clear', conclusion: 'may-publish', basis: '不涉及国家秘密' }

  test('a text goes from the form through four people to the public page', async () => {
    const written = await write({ _act: 'submit', body: '公共自行车每次使用前一小时免费，之后每小时收费一元。' })
    expect(written).toMatchObject({ status: 303, location: expect.stringMatching(/^\/zh\/desk\/documents\/\d+\?done=submit$/) as unknown })
    const id = idIn(written)
    const queue = await desk.get(people.head, '/zh/desk/reviews')
    expect(queue.text).toContain(`/zh/desk/documents/${id}"`)
    expect((await desk.get(people.secrecy, '/zh/desk/reviews')).text).not.toContain(`/desk/documents/${id}"`)
    const read = await desk.get(people.head, `/zh/desk/documents/${id}`)
    expect(read.text).toContain('审核通过</button>')
    expect(read.text).toContain('周明')
    expect(await move(people.head, id, { move: 'approve' })).toMatchObject({ status: 303, location: '/zh/desk/reviews?done=approve' })
    expect((await desk.get(people.secrecy, `/zh/desk/documents/${id}/move/clear`)).text).toContain('审查结论')
    expect(await move(people.secrecy, id, clear)).toMatchObject({ status: 303, location: '/zh/desk/reviews?done=clear' })
    expect(await move(people.signer, id, { move: 'sign' })).toMatchObject({ status: 303, location: `/zh/desk/documents/${id}?done=sign` })
    const document = await findDocument(site.database.read, id)
    expect(await readPublic(site.database.read, document?.indexNumber ?? '')).toMatchObject({ version: { language: 'zh' } })
    const end = await desk.get(people.signer, `/en/desk/documents/${id}?done=sign`)
    expect(end.text).toContain(`href="/en/documents/${document?.indexNumber}"`)
    for (const name of ['Lin Xiao', 'Zhou Ming', 'Han Xue', 'Gao Yuan']) expect(end.text).toContain(name)
  })

  test('the same form twice, as by a double click, leads to one document', async () => {
    const twice = { _once: randomUUID(), title: '双击' }
    const both = await Promise.all([write(twice), write(twice)])
    expect(new Set(both.map(idIn)).size).toBe(1)
  })

  test('a refused form keeps everything typed, names every reason, and creates nothing', async () => {
    const refused = await write({ formedOn: '2026-02-30', related: 'no/such-number', title: '标题保留', unit: '' })
    expect(refused.status).toBe(422)
    for (const words of ['标题保留', 'value="2026-02-30"', 'no/such-number', '请按“年-月-日”填写日期', '没有索引号为 no/such-number 的信息']) {
      expect(refused.text).toContain(words)
    }
    expect(refused.text).toContain('&lt;script>alert(1)')
    const list = await desk.get(people.writer, '/zh/desk/documents?q=标题保留')
    expect(list.text).toContain('没有符合条件的信息')
  })

  test('submitted with something missing, it is saved, and says what is missing and where to fill it in', async () => {
    const written = await write({ _act: 'submit', subject: '', title: '缺主题' })
    const id = idIn(written)
    expect(written.location).toBe(`/zh/desk/documents/${id}?tried=submit`)
    const page = await desk.get(people.writer, written.location ?? '')
    expect(page.text).toContain('未选择主题分类')
    expect(page.text).toContain(`/zh/desk/documents/${id}/edit#subject`)
    expect(page.text).not.toContain('报送审核</button>')
  })

  test('the preview shows the text as its readers will see it, script and all made harmless, and saves nothing', async () => {
    const id = idIn(await write({ title: '预览' }))
    const preview = await desk.post(people.writer, `/zh/desk/documents/${id}/edit`, { ...usual, version: '1', title: '预览', body: `# 收费\n\n${body}`, _act: 'preview' })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('<h2>收费</h2>')
    expect(preview.text).not.toContain('<script>alert')
    expect((await findDocument(site.database.read, id))?.currentVersion).toBe(1)
  })

  test('of two editors the second sees theirs, his own and the difference, and can save his over theirs', async () => {
    const id = idIn(await write({ title: '两人同改', body: '原来的正文。' }))
    const save = (version: string, text: string) => desk.post(people.writer, `/zh/desk/documents/${id}/edit`, { ...usual, version, title: '两人同改', body: text })
    expect((await save('1', '甲改的正文。')).status).toBe(303)
    const second = await save('1', '乙改的正文。')
    expect(second.status).toBe(409)
    for (const words of ['甲改的正文', '乙改的正文', '<del>甲</del>', '<ins>乙</ins>', 'name="version" value="2"']) expect(second.text).toContain(words)
    expect((await save('2', '乙改的正文。')).status).toBe(303)
  })

  test('a text on its way is edited only by somebody who says that the sign-offs may become void', async () => {
    const id = idIn(await write({ title: '在途修改', body: '第一稿。', _act: 'submit' }))
    expect(await stageOf(id)).toBe('with-head')
    expect((await desk.get(people.writer, `/zh/desk/documents/${id}/edit`)).text).toContain('此前的全部审签随之失效')
    const form = { ...usual, version: '1', title: '在途修改', body: '第二稿。' }
    const warned = await desk.post(people.writer, `/zh/desk/documents/${id}/edit`, form)
    expect(warned.status).toBe(422)
    expect(warned.text).toContain('第二稿。')
    expect(await stageOf(id)).toBe('with-head')
    expect((await desk.post(people.writer, `/zh/desk/documents/${id}/edit`, { ...form, voids: 'yes' })).status).toBe(303)
    expect(await stageOf(id)).toBe('draft')
  })

  test('sent back with remarks on passages, it stands first for the officer and shows each passage', async () => {
    const id = idIn(await write({ title: '退回修改', body: '每小时收费一元。', _act: 'submit' }))
    const wordless = await move(people.head, id, { move: 'send-back', remark: '请核对', 'passage-1': '每小时收费一元' })
    expect(wordless.status).toBe(422)
    expect(wordless.text).toContain('请说明该段落存在的问题')
    expect(wordless.text).toContain('每小时收费一元</textarea>')
    const silent = await move(people.head, id, { move: 'send-back', remark: '' })
    expect(silent.text).toContain('请填写理由')
    await move(people.head, id, { move: 'send-back', remark: '请核对金额', 'passage-1': '每小时收费一元', 'words-1': '应为两元' })
    expect((await desk.get(people.writer, '/zh/desk/documents')).text).toContain('已退回，请修改后重新报送')
    const page = await desk.get(people.writer, `/zh/desk/documents/${id}`)
    for (const words of ['请核对金额', '应为两元', '文中仍有此内容']) expect(page.text).toContain(words)
  })

  test('the form of the secrecy review comes back whole when it is sent back without a remark', async () => {
    const id = idIn(await write({ title: '保密审查', body: '正文。', _act: 'submit' }))
    await move(people.head, id, { move: 'approve' })
    const empty = await move(people.secrecy, id, { move: 'clear' })
    expect(empty.text).toContain('请选择审查结论')
    const back = await move(people.secrecy, id, { move: 'send-back', conclusion: 'may-not', basis: '工作秘密', opinion: '含未公开规划' })
    expect(back.status).toBe(422)
    for (const words of ['工作秘密</textarea>', '含未公开规划</textarea>', 'value="may-not" checked', '请填写理由']) expect(back.text).toContain(words)
  })

  test('a text changed since it was read is not decided on; what changed is shown', async () => {
    const id = idIn(await write({ title: '已改动', body: '旧的正文。', _act: 'submit' }))
    await desk.post(people.writer, `/zh/desk/documents/${id}/edit`, { ...usual, version: '1', title: '已改动', body: '新的正文。', voids: 'yes', _act: 'submit' })
    const late = await move(people.head, id, { move: 'approve' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('<ins>新</ins>')
    expect(late.text).toContain('name="version" value="2"')
  })

  test('whoever wrote a text is told who must decide, and finds it counted but not listed in the queue', async () => {
    const id = idIn(await write({ title: '本人起草', body: '正文。', _act: 'submit' }))
    const both = givenVisitor(cast.writer.personId, ['information-officer', unit], ['reviewer', unit])
    const page = await desk.get(both, `/zh/desk/documents/${id}`)
    expect(page.text).toContain('此文本由您起草，须由他人办理')
    expect(page.text).not.toContain('审核通过</button>')
    const queue = await desk.get(both, '/zh/desk/reviews')
    expect(queue.text).not.toContain('本人起草')
    expect(queue.text).toContain('须由他人办理')
    expect((await move(both, id, { move: 'approve' })).status).toBe(422)
  })

  test('a finding is answered beside its passage; an empty answer is refused there', async () => {
    const id = idIn(await write({ title: '含电话', body: '联系电话：13912345678，工作时间请致电。' }))
    const page = await desk.get(people.writer, `/zh/desk/documents/${id}`)
    expect(page.text).toContain('<mark>13912345678</mark>')
    const passage = /name="passage" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? ''
    const name = `words-${passage.slice(0, 12)}`
    const empty = await desk.post(people.writer, `/zh/desk/documents/${id}/answer`, { check: 'mobile', passage, [name]: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain(`href="#${name}"`)
    await desk.post(people.writer, `/zh/desk/documents/${id}/answer`, { check: 'mobile', passage, [name]: '值班手机，可以公开' })
    expect((await desk.get(people.writer, `/zh/desk/documents/${id}`)).text).toContain('值班手机，可以公开')
  })

  test('from a task the form is filled: title, subject, kind, day, and what the duty asks for', async () => {
    const duty = await givenDuty(site, await givenCategory(site, 'fees', '收费', 'Fees'), [unit], { code: 'fees-1', titleZh: '收费标准', titleEn: 'Fee schedules' })
    const task = must(await registerMatter(site, 'system', { dutyId: duty.id, unitId: unit.id, matter: '公共自行车收费标准调整', formedOn: givenContent().formedOn }))
    const form = await desk.get(people.writer, `/zh/desk/documents/new?task=${task.id}`)
    for (const words of ['value="公共自行车收费标准调整"', 'value="2026-06-01"', '<option value="2" selected', '<option value="notice" selected', '收费标准']) {
      expect(form.text).toContain(words)
    }
    const id = idIn(await write({ task: String(task.id), title: '公共自行车收费标准调整' }))
    expect((await findDocument(site.database.read, id))?.taskId).toBe(task.id)
    expect((await desk.get(people.writer, `/zh/desk/documents/new?task=${task.id}`)).text).toContain('该公开任务已有信息正在起草')
    expect((await desk.get(people.writer, `/zh/desk/documents/${id}`)).text).toContain('对应的公开任务')
  })

  test('a published document is withdrawn, replaced and corrected with a public reason, each refused without one', async () => {
    const [one, two] = [await givenPublished(site, cast, unit, { title: '旧办法', body: '旧办法全文。' }), await givenPublished(site, cast, unit, { title: '新办法', body: '新办法全文。' })]
    const change = (id: number, kind: string, form: Record<string, string>) => desk.post(people.signer, `/zh/desk/documents/${id}/change/${kind}`, form)
    const refused = await change(one.id, 'replace', { reason: '', replacedBy: 'nowhere' })
    expect(refused.status).toBe(422)
    for (const words of ['请填写将向公众公布的理由', '请填写替代信息的索引号', 'value="nowhere"']) expect(refused.text).toContain(words)
    expect(await change(one.id, 'replace', { reason: '已修订', replacedBy: two.indexNumber })).toMatchObject({ status: 303 })
    expect(await findDocument(site.database.read, one.id)).toMatchObject({ standing: 'replaced', replacedBy: two.id })
    expect(await change(two.id, 'correct', { reason: '第三条有误' })).toMatchObject({ status: 303 })
    expect((await desk.get(people.writer, `/zh/desk/documents/${two.id}`)).text).toContain('更正：起草中')
    expect((await change(two.id, 'withdraw', { reason: '撤下' })).text).toContain('正在更正中')
    expect((await change(two.id, 'explode', { reason: 'x' })).status).toBe(404)
  })

  test('people of another unit, and roles without the right, are turned away from every address', async () => {
    const { id } = must(await createDocument(site, cast.writer, { unitId: unit.id, content: givenContent() }))
    for (const path of ['', '/edit', '/move/drop', '/change/withdraw', '/files/1']) {
      expect([path, (await desk.get(people.stranger, `/zh/desk/documents/${id}${path}`)).status]).toEqual([path, 403])
      expect([path, (await desk.get(people.writer, `/zh/desk/documents/999999${path}`)).status]).toEqual([path, 404])
    }
    expect((await desk.get(people.head, `/zh/desk/documents/${id}/edit`)).status).toBe(403)
    expect((await move(people.head, id, { move: 'drop', remark: '不需要' })).status).toBe(403)
    expect((await desk.get(people.office, '/zh/desk/documents/new')).status).toBe(403)
    expect((await desk.get(people.stranger, `/zh/desk/documents?unit=${unit.code}`)).text).not.toContain('公共自行车')
    expect((await desk.get(people.writer, '/zh/desk/documents/new?task=1&unit=schools')).text).not.toContain('市教育局')
  })

  test('strange filters and numbers harm nothing', async () => {
    for (const query of ["q=%27%3B+drop+table+x%3B--", 'q=%25_%5C', 'state=nonsense&unit=%00', `q=${'长'.repeat(3000)}`, 'before=-1', 'before=1e9', 'after=x']) {
      expect([query, (await desk.get(people.writer, `/zh/desk/documents?${query}`)).status]).toEqual([query, 200])
      expect([query, (await desk.get(people.head, `/zh/desk/reviews?${query}`)).status]).toEqual([query, 200])
    }
  })

  test('no page shows the key of a word instead of the word, in either language', async () => {
    const id = idIn(await write({ title: '词语', body: '联系电话：13912345678。', _act: 'submit' }))
    const published = await givenPublished(site, cast, unit, { title: '词语检查', body: '词语检查全文。' })
    for (const lang of ['zh', 'en']) {
      for (const path of ['', '/new', `/${id}`, `/${id}/edit?preview=1`, `/${id}/move/drop`, `/${published.id}`]) {
        const page = await desk.get(people.writer, `/${lang}/desk/documents${path}`)
        expect([path, page.status, page.text.match(/>[^<]*\b(publishing|checks|catalogue|accounts|ui)\.[a-z-]+[.a-z-]*/g)]).toEqual([path, 200, null])
      }
    }
  })
})
