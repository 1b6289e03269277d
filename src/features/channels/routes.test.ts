import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCarrier } from '../../../test/support/channels.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenPublished } from '../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, type TestSite } from '../../../test/support/site.ts'
import { NotFound } from '../../kernel/faults.ts'
import type { Visitor } from '../../platform/http/route.ts'
import { buildServer } from '../../platform/http/server.ts'
import { faultPage } from '../../ui/fault-page.tsx'
import type { Unit } from '../organisations/index.ts'
import type { StoredDocument } from '../publishing/index.ts'
import type { Carrier } from './carriers/carrier.ts'
import { listPostings, routes } from './index.ts'

const boundary = 'between'

describeWithDatabase('carriers at the desk and in public', () => {
  let site: TestSite
  let server: FastifyInstance
  let clerk: Visitor
  let who: Visitor | undefined
  let village: Unit
  let column: Carrier
  let notice: StoredDocument

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    site.config = { ...site.config, dataDir: await mkdtemp(join(tmpdir(), 'gongkai-posting-')) }
    const city = await givenUnit(site, { code: 'mc', organisationCode: 'MC0000012' })
    village = await givenUnit(site, { code: 'liuxi', nameZh: '柳溪村村民委员会', kind: 'village', level: 'village' }, city)
    const cast = await givenCast(site, city)
    clerk = givenVisitor(cast.writer.personId, ['information-officer', village])
    who = clerk
    column = await givenCarrier(site, village, { nameZh: '柳溪村村务公开栏' })
    notice = await givenPublished(site, cast, village, { title: '关于修整水渠的通知' })
    const edge = {
      identify: async () => who,
      confirmPassword: async () => 'wrong' as const,
      faultPage,
      nothingHere: () => new NotFound('nothing'),
    }
    server = (await buildServer(site, routes, { ...edge, confirmPage: (reader) => faultPage(reader, 403) })).server
  })
  afterAll(() => rm(site.config.dataDir, { recursive: true, force: true }))

  const get = (url: string) => server.inject(url)
  const send = (url: string, fields: Record<string, string>, photo?: Buffer) => {
    const part = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const texts = Object.entries({ _token: clerk.formToken, ...fields }).map(([name, value]) => part(name, value))
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="photo"; filename="wall.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
    const file = photo === undefined ? [] : [Buffer.from(head), photo, Buffer.from('\r\n')]
    const payload = Buffer.concat([Buffer.from(texts.join('')), ...file, Buffer.from(`--${boundary}--\r\n`)])
    return server.inject({ method: 'POST', url, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
  }
  const post = (url: string, fields: Record<string, string>) =>
    server.inject({
      ...{ method: 'POST', url, payload: new URLSearchParams({ _token: clerk.formToken, ...fields }).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  const photo = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: '#998866' } })
      .jpeg()
      .toBuffer()
  const address = () => `/zh/desk/channels/${column.code}/post`
  const hanging = () => listPostings(site.database.read, { carrierIds: [column.id], limit: 99 })

  test('the link of a sheet opens the form with its document ticked', async () => {
    const page = (await get(`${address()}?document=${encodeURIComponent(notice.indexNumber)}`)).body
    expect(page).toMatch(new RegExp(`value="${notice.id}"[^>]* checked`))
    expect(page).toContain('capture="environment"')
    expect(page).toContain('value="2026-06-15"')
  })

  test('a wrong day keeps everything typed, the photo too, and records nothing', async () => {
    const typed = { documents: String(notice.id), on: '2026-06-16', time: '09:30', note: '左起第二块', _once: randomUUID() }
    const answer = await send(address(), typed, await photo())
    expect(answer.statusCode).toBe(422)
    for (const words of ['日期或时间尚未到', 'value="2026-06-16"', 'value="左起第二块"', '照片已保留']) expect(answer.body).toContain(words)
    expect(answer.body).toMatch(new RegExp(`value="${notice.id}"[^>]* checked`))
    expect(await hanging()).toEqual([])
    const sealed = /name="sealed" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    expect((await send(address(), { ...typed, on: '2026-06-15', time: '09:59', sealed })).statusCode).toBe(422)
    const early = { ...typed, on: '2026-06-15', time: '09:59', sealed, earlyReason: '村民会议上先行张贴' }
    expect((await send(address(), early)).headers.location).toBe(`/zh/desk/channels/${column.code}?done=posted`)
    const [posting] = await hanging()
    expect(posting).toMatchObject({ earlyReason: '村民会议上先行张贴', proofType: 'image/jpeg', postedBy: clerk.personId })
    expect((await get(`/zh/desk/postings/${posting?.id}/proof`)).headers['content-type']).toBe('image/jpeg')
    expect((await get(`/postings/${posting?.id}/photo`)).statusCode, 'nobody opened it to the public').toBe(404)
    expect((await post(`/zh/desk/postings/${posting?.id}/take-down`, { on: '' })).statusCode).toBe(422)
    expect((await post(`/zh/desk/postings/${posting?.id}/take-down`, { on: '2026-06-15' })).statusCode).toBe(303)
  })

  test('the same form sent twice records one posting, and the public sees where it hangs with the photo that was opened', async () => {
    const form = { other: notice.indexNumber, on: '2026-06-15', time: '10:00', openProof: 'yes', _once: randomUUID() }
    const before = (await hanging()).length
    for (let turn = 0; turn < 2; turn += 1) expect((await send(address(), form, await photo())).statusCode).toBe(303)
    expect((await hanging()).length).toBe(before + 1)
    who = undefined
    const place = (await get(`/zh/channels/${column.code}`)).body
    expect(place).toContain('关于修整水渠的通知')
    const shown = /src="(\/postings\/\d+\/photo)"/.exec(place)?.[1] ?? ''
    expect((await get(shown)).headers['content-type']).toBe('image/jpeg')
    expect((await get('/zh/channels?unit=liuxi')).body).toContain('柳溪村村务公开栏')
    who = clerk
  })

  test('what is no picture, no document and no day is said field by field', async () => {
    const answer = await send(address(), { other: 'X/2026-1', on: 'soon', time: '', _once: '' }, Buffer.from('not a picture'))
    expect(answer.statusCode).toBe(422)
    for (const words of ['无法识别的图片', '没有这一索引号的公开信息']) expect(answer.body).toContain(words)
    const empty = await send(address(), { on: 'soon', time: '', _once: '' })
    for (const words of ['请至少勾选一条信息', '请填写日期（如 2026-11-20）']) expect(empty.body).toContain(words)
  })

  test('a carrier is entered, changed and refused with everything typed', async () => {
    const form = { unit: 'liuxi', kind: 'other', kindSaid: '', nameZh: '院坝会', nameEn: 'Yard meeting', placeZh: '', sinceOn: 'now' }
    const wrong = await post('/zh/desk/channels/new', form)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('请填写日期')
    const still = await post('/zh/desk/channels/new', { ...form, sinceOn: '2026-06-01' })
    for (const words of ['请写明具体是什么载体', '请填写设置地点', 'value="院坝会"']) expect(still.body).toContain(words)
    const whole = { ...form, sinceOn: '2026-06-01', kindSaid: '院坝会宣讲', placeZh: '一组院坝' }
    const kept = (await post('/zh/desk/channels/new', whole)).headers.location ?? ''
    expect(kept).toMatch(/^\/zh\/desk\/channels\/liuxi-\d+\?done=kept$/)
    const edit = kept.replace('?done=kept', '/edit')
    expect((await post(edit, { ...whole, version: '1', rhythm: 'monthly', placeZh: '二组院坝' })).statusCode).toBe(303)
    expect((await post(edit, { ...whole, version: '1', rhythm: 'monthly' })).body).toContain('其他人刚刚修改过')
    expect((await get(kept)).body).toContain('二组院坝')
  })

  test('a hall screen goes on by itself without script and shows each document with its code', async () => {
    const screen = await givenCarrier(site, village, { kind: 'screen', nameZh: '大厅屏' })
    const list = (await get(`/zh/screen/${screen.code}`)).body
    expect(list).toContain(`<noscript><meta http-equiv="refresh" content="20;url=/zh/screen/${screen.code}?page=1"/></noscript>`)
    const single = (await get(`/zh/screen/${screen.code}?page=1`)).body
    for (const words of ['水渠', 'class="gk-code"', `data-next="/zh/screen/${screen.code}?page=0"`]) expect(single).toContain(words)
    expect((await get(`/zh/screen/${column.code}`)).statusCode, 'a column is no screen').toBe(404)
  })

  test('an issue is composed in sections and, once published, read by everybody', async () => {
    const gazette = await givenCarrier(site, village, { kind: 'gazette', nameZh: '柳溪公报' })
    const begun = await post(`/zh/desk/channels/${gazette.code}/issues/new`, { year: '2026', number: '1', datedOn: '2026-06-15' })
    const issue = (begun.headers.location ?? '').replace('?done=composed', '')
    const arrange = (fields: Record<string, string>) => post(`${issue}/arrange`, { version: '1', datedOn: '2026-06-15', ...fields })
    const unnamed = await arrange({ add: String(notice.id), section: '' })
    expect(unnamed.statusCode).toBe(422)
    expect(unnamed.body, 'the tick stays').toMatch(new RegExp(`value="${notice.id}"[^>]* checked`))
    expect((await arrange({ add: String(notice.id), section: '村务' })).statusCode).toBe(303)
    expect((await get(`/zh/gazettes/${gazette.code}/2026-1`)).statusCode, 'nobody reads a draft').toBe(404)
    expect((await post(`${issue}/publish`, { version: '2' })).statusCode, 'an officer does not publish it').toBe(403)
    who = givenVisitor(clerk.personId, ['signer', village])
    expect((await post(`${issue}/publish`, { version: '2' })).headers.location).toBe(`${issue}?done=published`)
    who = undefined
    const page = (await get(`/zh/gazettes/${gazette.code}/2026-1`)).body
    for (const words of ['村务', '关于修整水渠的通知', `/print/gazettes/${gazette.code}/2026-1`]) expect(page).toContain(words)
    who = clerk
  })

  test('sheet and script are made of what is public, and of nothing else', async () => {
    const number = notice.indexNumber
    const sheet = await get(`/print/a4/${number}?carrier=${column.code}`)
    expect([sheet.statusCode, sheet.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await get(`/print/a3/${number}`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get(`/print/script/${number}`)).statusCode).toBe(200)
    const script = (await get(`/zh/scripts/${number}`)).body
    for (const words of ['下面播送《关于修整水渠的通知》', '二〇二六年六月十五日', '播送完毕', '播读约']) expect(script).toContain(words)
    for (const none of ['/print/a4/NONE/2026-00001', `/print/a4/${number}?carrier=none`, '/zh/scripts/NONE']) {
      expect((await get(none)).statusCode, none).toBe(404)
    }
  })
})
