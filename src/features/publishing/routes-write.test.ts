import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCategory, givenContent, givenDuty, must } from '../../../test/support/given.ts'
import { registerMatter } from '../catalogue/index.ts'
import { givenDesk, idIn, type GivenDesk, usual } from './given-desk.ts'
import { findDocument } from './queries.ts'

const body = '公共自行车每次使用前一小时免费，之后每小时收费一元。\n\n<script>alert(1)</script>'

describeWithDatabase('writing at the desk', () => {
  let given: GivenDesk

  beforeAll(async () => {
    given = await givenDesk()
  })

  test('the same form twice, as by a double click, leads to one document', async () => {
    const twice = { _once: randomUUID(), title: '双击' }
    const both = await Promise.all([given.write(twice), given.write(twice)])
    expect(new Set(both.map(idIn)).size).toBe(1)
  })

  test('a refused form keeps everything typed, names every reason, and creates nothing', async () => {
    const refused = await given.write({ formedOn: '2026-02-30', related: 'no/such-number', title: '标题保留', unit: '', body })
    expect(refused.status).toBe(422)
    for (const words of [
      '标题保留',
      'value="2026-02-30"',
      'no/such-number',
      '请按“年-月-日”填写日期',
      '没有索引号为 no/such-number 的信息',
    ]) {
      expect(refused.text).toContain(words)
    }
    expect(refused.text).toContain('&lt;script>alert(1)')
    const list = await given.desk.get(given.people.writer, '/zh/desk/documents?q=标题保留')
    expect(list.text).toContain('没有符合条件的信息')
  })

  test('submitted with something missing, it is saved, and says what is missing and where to fill it in', async () => {
    const written = await given.write({ _act: 'submit', subject: '', title: '缺主题' })
    const id = idIn(written)
    expect(written.location).toBe(`/zh/desk/documents/${id}?tried=submit`)
    const page = await given.desk.get(given.people.writer, written.location ?? '')
    expect(page.text).toContain('未选择主题分类')
    expect(page.text).toContain(`/zh/desk/documents/${id}/edit#subject`)
    expect(page.text).not.toContain('报送审核</button>')
  })

  test('the preview shows the text as its readers will see it, script and all made harmless, and saves nothing', async () => {
    const id = idIn(await given.write({ title: '预览' }))
    const preview = await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/edit`, {
      ...usual,
      version: '1',
      title: '预览',
      body: `# 收费\n\n${body}`,
      _act: 'preview',
    })
    expect(preview.status).toBe(200)
    expect(preview.text).toContain('<h2>收费</h2>')
    expect(preview.text).not.toContain('<script>alert')
    expect((await findDocument(given.site.database.read, id))?.currentVersion).toBe(1)
  })

  test('of two editors the second sees theirs, his own and the difference, and can save his over theirs', async () => {
    const id = idIn(await given.write({ title: '两人同改', body: '原来的正文。' }))
    const save = (version: string, text: string) =>
      given.desk.post(given.people.writer, `/zh/desk/documents/${id}/edit`, { ...usual, version, title: '两人同改', body: text })
    expect((await save('1', '甲改的正文。')).status).toBe(303)
    const second = await save('1', '乙改的正文。')
    expect(second.status).toBe(409)
    for (const words of ['甲改的正文', '乙改的正文', '<del>甲</del>', '<ins>乙</ins>', 'name="version" value="2"'])
      expect(second.text).toContain(words)
    expect((await save('2', '乙改的正文。')).status).toBe(303)
  })

  test('a text on its way is edited only by somebody who says that the sign-offs may become void', async () => {
    const id = idIn(await given.write({ title: '在途修改', body: '第一稿。', _act: 'submit' }))
    expect(await given.stageOf(id)).toBe('with-head')
    expect((await given.desk.get(given.people.writer, `/zh/desk/documents/${id}/edit`)).text).toContain('此前的全部审签随之失效')
    const form = { ...usual, version: '1', title: '在途修改', body: '第二稿。' }
    const warned = await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/edit`, form)
    expect(warned.status).toBe(422)
    expect(warned.text).toContain('第二稿。')
    expect(await given.stageOf(id)).toBe('with-head')
    expect((await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/edit`, { ...form, voids: 'yes' })).status).toBe(303)
    expect(await given.stageOf(id)).toBe('draft')
  })

  test('from a task the form is filled: title, subject, kind, day, and what the duty asks for', async () => {
    const duty = await givenDuty(given.site, await givenCategory(given.site, 'fees', '收费', 'Fees'), [given.unit], {
      code: 'fees-1',
      titleZh: '收费标准',
      titleEn: 'Fee schedules',
    })
    const task = must(
      await registerMatter(given.site, 'system', {
        dutyId: duty.id,
        unitId: given.unit.id,
        matter: '公共自行车收费标准调整',
        formedOn: givenContent().formedOn,
      }),
    )
    const form = await given.desk.get(given.people.writer, `/zh/desk/documents/new?task=${task.id}`)
    for (const words of [
      'value="公共自行车收费标准调整"',
      'value="2026-06-01"',
      '<option value="2" selected',
      '<option value="notice" selected',
      '收费标准',
    ]) {
      expect(form.text).toContain(words)
    }
    const id = idIn(await given.write({ task: String(task.id), title: '公共自行车收费标准调整' }))
    expect((await findDocument(given.site.database.read, id))?.taskId).toBe(task.id)
    expect((await given.desk.get(given.people.writer, `/zh/desk/documents/new?task=${task.id}`)).text).toContain(
      '该公开任务已有信息正在起草',
    )
    expect((await given.desk.get(given.people.writer, `/zh/desk/documents/${id}`)).text).toContain('对应的公开任务')
  })
})
