import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenVisitor } from '../../../test/support/site.ts'
import { givenDesk, idIn, type GivenDesk, usual } from './given-desk.ts'
import { findDocument } from './queries.ts'
import { readPublic } from './read-public.ts'

const clear = { move: 'clear', conclusion: 'may-publish', basis: '不涉及国家秘密' }

describeWithDatabase('deciding at the desk', () => {
  let given: GivenDesk

  beforeAll(async () => {
    given = await givenDesk()
  })

  test('a text goes from the form through four people to the public page', async () => {
    const written = await given.write({ _act: 'submit', body: '公共自行车每次使用前一小时免费，之后每小时收费一元。' })
    expect(written).toMatchObject({ status: 303, location: expect.stringMatching(/^\/zh\/desk\/documents\/\d+\?done=submit$/) as unknown })
    const id = idIn(written)
    const queue = await given.desk.get(given.people.head, '/zh/desk/reviews')
    expect(queue.text).toContain(`/zh/desk/documents/${id}"`)
    expect((await given.desk.get(given.people.secrecy, '/zh/desk/reviews')).text).not.toContain(`/desk/documents/${id}"`)
    const read = await given.desk.get(given.people.head, `/zh/desk/documents/${id}`)
    expect(read.text).toContain('审核通过</button>')
    expect(read.text).toContain('周明')
    expect(await given.move(given.people.head, id, { move: 'approve' })).toMatchObject({
      status: 303,
      location: '/zh/desk/reviews?done=approve',
    })
    expect((await given.desk.get(given.people.secrecy, `/zh/desk/documents/${id}/move/clear`)).text).toContain('审查结论')
    expect(await given.move(given.people.secrecy, id, clear)).toMatchObject({ status: 303, location: '/zh/desk/reviews?done=clear' })
    expect(await given.move(given.people.signer, id, { move: 'sign' })).toMatchObject({
      status: 303,
      location: `/zh/desk/documents/${id}?done=sign`,
    })
    const document = await findDocument(given.site.database.read, id)
    expect(await readPublic(given.site.database.read, document?.indexNumber ?? '')).toMatchObject({ version: { language: 'zh' } })
    const end = await given.desk.get(given.people.signer, `/en/desk/documents/${id}?done=sign`)
    expect(end.text).toContain(`href="/en/documents/${document?.indexNumber}"`)
    for (const name of ['Lin Xiao', 'Zhou Ming', 'Han Xue', 'Gao Yuan']) expect(end.text).toContain(name)
  })

  test('sent back with remarks on passages, it stands first for the officer and shows each passage', async () => {
    const id = idIn(await given.write({ title: '退回修改', body: '每小时收费一元。', _act: 'submit' }))
    const wordless = await given.move(given.people.head, id, { move: 'send-back', remark: '请核对', 'passage-1': '每小时收费一元' })
    expect(wordless.status).toBe(422)
    expect(wordless.text).toContain('请说明该段落存在的问题')
    expect(wordless.text).toContain('每小时收费一元</textarea>')
    const silent = await given.move(given.people.head, id, { move: 'send-back', remark: '' })
    expect(silent.text).toContain('请填写理由')
    await given.move(given.people.head, id, {
      move: 'send-back',
      remark: '请核对金额',
      'passage-1': '每小时收费一元',
      'words-1': '应为两元',
    })
    expect((await given.desk.get(given.people.writer, '/zh/desk/documents')).text).toContain('已退回，请修改后重新报送')
    const page = await given.desk.get(given.people.writer, `/zh/desk/documents/${id}`)
    for (const words of ['请核对金额', '应为两元', '文中仍有此内容']) expect(page.text).toContain(words)
  })

  test('the form of the secrecy review comes back whole when it is sent back without a remark', async () => {
    const id = idIn(await given.write({ title: '保密审查', body: '正文。', _act: 'submit' }))
    await given.move(given.people.head, id, { move: 'approve' })
    const empty = await given.move(given.people.secrecy, id, { move: 'clear' })
    expect(empty.text).toContain('请选择审查结论')
    const back = await given.move(given.people.secrecy, id, {
      move: 'send-back',
      conclusion: 'may-not',
      basis: '工作秘密',
      opinion: '含未公开规划',
    })
    expect(back.status).toBe(422)
    for (const words of ['工作秘密</textarea>', '含未公开规划</textarea>', 'value="may-not" checked', '请填写理由'])
      expect(back.text).toContain(words)
  })

  test('a text changed since it was read is not decided on; what changed is shown', async () => {
    const id = idIn(await given.write({ title: '已改动', body: '旧的正文。', _act: 'submit' }))
    await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/edit`, {
      ...usual,
      version: '1',
      title: '已改动',
      body: '新的正文。',
      voids: 'yes',
      _act: 'submit',
    })
    const late = await given.move(given.people.head, id, { move: 'approve' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('<ins>新</ins>')
    expect(late.text).toContain('name="version" value="2"')
  })

  test('whoever wrote a text is told who must decide, and finds it counted but not listed in the queue', async () => {
    const id = idIn(await given.write({ title: '本人起草', body: '正文。', _act: 'submit' }))
    const both = givenVisitor(given.cast.writer.personId, ['information-officer', given.unit], ['reviewer', given.unit])
    const page = await given.desk.get(both, `/zh/desk/documents/${id}`)
    expect(page.text).toContain('此文本由您起草，须由他人办理')
    expect(page.text).not.toContain('审核通过</button>')
    const queue = await given.desk.get(both, '/zh/desk/reviews')
    expect(queue.text).not.toContain('本人起草')
    expect(queue.text).toContain('须由他人办理')
    expect((await given.move(both, id, { move: 'approve' })).status).toBe(422)
  })

  test('a finding is answered beside its passage; an empty answer is refused there', async () => {
    const id = idIn(await given.write({ title: '含电话', body: '联系电话：13912345678，工作时间请致电。' }))
    const page = await given.desk.get(given.people.writer, `/zh/desk/documents/${id}`)
    expect(page.text).toContain('<mark>13912345678</mark>')
    const passage = /name="passage" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? ''
    const name = `words-${passage.slice(0, 12)}`
    const empty = await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/answer`, { check: 'mobile', passage, [name]: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain(`href="#${name}"`)
    await given.desk.post(given.people.writer, `/zh/desk/documents/${id}/answer`, {
      check: 'mobile',
      passage,
      [name]: '值班手机，可以公开',
    })
    expect((await given.desk.get(given.people.writer, `/zh/desk/documents/${id}`)).text).toContain('值班手机，可以公开')
  })
})
