import { beforeAll, describe, expect, test } from 'vitest'
import { Client, givenApiTown, givenDraft, givenToken, type ApiTown } from '../../../test/support/client.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { filesOf } from '../../platform/files/index.ts'
import { findDocument, moveDocument, readDocument } from '../publishing/index.ts'
import { loaders } from '../../app.ts'
import { listNewest, verifyJournal } from '../../platform/journal/index.ts'
import { must } from '../../../test/support/given.ts'

describeWithDatabase('a system of a unit', () => {
  let town: ApiTown
  let client: Client
  let systemId: number

  beforeAll(async () => {
    town = await givenApiTown()
    const made = await givenToken(town, town.bureau)
    client = new Client(town.server, made.token)
    systemId = made.systemId
  })

  const countDocuments = async () => (await client.get('/api/v1/drafts?limit=100')).json<{ items: unknown[] }>().items.length
  const begin = async (rest: Record<string, unknown> = {}) => {
    const made = await client.post('/api/v1/drafts', givenDraft(town.bureau, rest))
    expect(made.statusCode, made.body).toBe(201)
    return { id: made.json<{ id: number }>().id, tag: String(made.headers.etag) }
  }

  test('begins a draft in the name of the person who answers for it, and the record names the system', async () => {
    const { id } = await begin({ reference: 'OA-2026-1' })
    const document = await findDocument(town.site.database.read, id)
    expect(document).toMatchObject({ createdBy: town.cast.writer.personId, stage: 'draft', unitId: town.bureau.id })
    const [newest] = await listNewest(town.site.database.read, { unitIds: [town.bureau.id], limit: 1 })
    expect(newest).toMatchObject({ actor: `system:${systemId}`, act: 'publishing.create', subject: `publishing.document:${id}` })
  })

  test('reads its own draft with what the checks found and what stands in the way', async () => {
    const { id } = await begin({ title: '关于发放补贴的通知', body: '联系人身份证号：11010519491231002X。', subject: '' })
    const answer = await client.get(`/api/v1/drafts/${id}`)
    const draft = answer.json<{ findings: { check: string; weight: string; reason: string }[]; obstacles: { code: string }[] }>()
    expect(draft.findings).toContainEqual(expect.objectContaining({ check: 'identity', weight: 'block' }))
    expect(draft.obstacles.map(({ code }) => code)).toEqual(expect.arrayContaining(['subject', 'blocked']))
  })

  test('is refused with every field that it wrote wrongly, in its own language', async () => {
    const before = await countDocuments()
    const wrong = { ...givenDraft(town.bureau), title: '', formedOn: '2026-02-30', stage: 'released', standing: 'published' }
    const answer = await client.post('/api/v1/drafts', wrong)
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = answer.json<{ type: string; status: number; errors: { field: string }[] }>()
    expect(problem).toMatchObject({ status: 422, title: 'The body does not have its form' })
    expect(problem.type).toBe('http://127.0.0.1:3000/api#problem-form-wrong')
    expect(problem.errors.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'formedOn', 'stage']))
    const chinese = await client.post('/api/v1/drafts', wrong, { lang: 'zh-CN' })
    expect(chinese.json()).toMatchObject({ title: '请求内容格式有误' })
    expect(await countDocuments()).toBe(before)
  })

  test('saves the text anew when it saw the one that stands, and else is told that somebody was quicker', async () => {
    const { id, tag } = await begin()
    const { unit: _, ...text } = givenDraft(town.bureau, { title: '关于调整公共自行车收费标准的通知' })
    expect(await client.put(`/api/v1/drafts/${id}`, text, tag)).toMatchObject({ statusCode: 200 })
    const late = await client.put(`/api/v1/drafts/${id}`, text, tag)
    expect(late.statusCode).toBe(412)
    const without = await client.send('PUT', `/api/v1/drafts/${id}`, JSON.stringify(text), {})
    expect(without.statusCode).toBe(428)
    expect((await findDocument(town.site.database.read, id))?.currentVersion).toBe(2)
  })

  test('attaches a file whose digest fits, and one that was cut on the way leaves nothing', async () => {
    const { id } = await begin()
    const bytes = Buffer.from('收费标准明细')
    const cut = await client.file(`/api/v1/drafts/${id}/files`, 'list.txt', bytes.subarray(0, 9), { digest: 'A'.repeat(43) + '=' })
    expect(cut).toMatchObject({ statusCode: 400 })
    expect(cut.json()).toMatchObject({ title: 'The bytes are not the ones that were sent' })
    expect((await readDocument(town.site.database.read, id))?.files).toEqual([])
    const kept = await client.file(`/api/v1/drafts/${id}/files`, '收费标准.txt', bytes)
    expect(kept.statusCode, kept.body).toBe(201)
    const { sha256 } = kept.json<{ sha256: string }>()
    expect(await filesOf(town.site.config).read(sha256)).toEqual(bytes)
    const program = await client.file(`/api/v1/drafts/${id}/files`, 'run.exe', bytes)
    expect(program.statusCode).toBe(422)
  })

  test('hands its draft to the head and can go no further; the person who answers for it is its author', async () => {
    const { id, tag } = await begin()
    const submitted = await client.post(`/api/v1/drafts/${id}/submit`, {}, { seen: tag })
    expect(submitted.json()).toMatchObject({ stage: 'with-head' })
    const { unit: _, ...text } = givenDraft(town.bureau)
    const changed = await client.put(`/api/v1/drafts/${id}`, text, String(submitted.headers.etag))
    expect(changed).toMatchObject({ statusCode: 409 })
    expect(changed.json()).toMatchObject({ errors: [{ code: 'on-its-way' }] })
    const head = { ...town.cast.writer, posts: [{ role: 'reviewer' as const, unitPath: town.city.path }] }
    const approval = { move: 'approve', version: 1, remark: '' } as const
    expect(await moveDocument(town.site, head, id, approval)).toEqual({ ok: false, refusals: ['own-text'] })
    must(await moveDocument(town.site, town.cast.head, id, approval))
  })

  test('sees why a draft was sent back', async () => {
    const { id, tag } = await begin()
    await client.post(`/api/v1/drafts/${id}/submit`, {}, { seen: tag })
    must(await moveDocument(town.site, town.cast.head, id, { move: 'send-back', version: 1, remark: '请补充依据' }))
    expect((await client.get(`/api/v1/drafts/${id}`)).json()).toMatchObject({ stage: 'draft', sentBack: { remark: '请补充依据' } })
  })

  test('uses a reference of its own once', async () => {
    await begin({ reference: 'OA-2026-2' })
    const again = await client.post('/api/v1/drafts', givenDraft(town.bureau, { reference: 'OA-2026-2' }))
    expect(again.json()).toMatchObject({ status: 409, errors: [{ field: 'reference', code: 'reference-used' }] })
  })

  describe('does not learn of what is not its own', () => {
    test('neither of another unit nor of another system of the same unit', async () => {
      const { id, tag } = await begin()
      for (const unit of [town.other, town.bureau]) {
        const stranger = new Client(town.server, (await givenToken(town, unit)).token)
        const { unit: _, ...text } = givenDraft(unit)
        const answers = [
          await stranger.get(`/api/v1/drafts/${id}`),
          await stranger.put(`/api/v1/drafts/${id}`, text, tag),
          await stranger.file(`/api/v1/drafts/${id}/files`, 'a.txt', Buffer.from('a')),
          await stranger.post(`/api/v1/drafts/${id}/submit`, {}, { seen: tag }),
        ]
        expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
        expect((await stranger.get('/api/v1/drafts')).json()).toEqual({ items: [], next: null })
      }
      expect(await readDocument(town.site.database.read, id)).toMatchObject({ document: { currentVersion: 1, stage: 'draft' }, files: [] })
    })

    test('and writes nothing for a unit out of its reach', async () => {
      const answer = await client.post('/api/v1/drafts', givenDraft(town.other))
      expect(answer.json()).toMatchObject({ status: 422, errors: [{ field: 'unit', code: 'unit-unknown' }] })
    })
  })

  test('leaves a record that stands up to the check of every living row', async () => {
    expect((await verifyJournal(town.site.database.read, loaders)).findings).toEqual([])
  })
})
