import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { givenCounter, typedApplication as typed } from '../../../../test/support/applications.ts'
import type { TestSite } from '../../../../test/support/site.ts'
import { numberAndCode, publicSite, type Stranger } from '../../../../test/support/strangers.ts'
import { readCase } from '../cases/read-case.ts'
import { findOwnCase } from './find-own-case.ts'
import { publicRoutes } from './routes.ts'

const key = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

describeWithDatabase('the public form', () => {
  let site: TestSite
  let stranger: Stranger
  let n = 0

  beforeAll(async () => {
    site = (await givenCounter()).site
  })
  beforeEach(async () => {
    stranger = await publicSite(site, publicRoutes)
    n += 1
  })
  const send = (form: Record<string, string> = {}) => stranger.post('/en/apply/water/send', { ...typed, _once: key(n), ...form })

  test('finds a unit by its name, and only those that take applications', async () => {
    expect((await stranger.get('/en/apply')).text).toContain('href="/en/apply/water"')
    expect((await stranger.get('/en/apply?q=water')).text).toContain('href="/en/apply/water"')
    expect((await stranger.get('/en/apply?q=forest')).text).not.toContain('href="/en/apply/water"')
    expect((await stranger.get('/en/apply/mc')).status).toBe(404)
  })

  test('goes from what is wanted to who asks, and carries every word along', async () => {
    const { kind, wanted, hint, reason, form, way } = typed
    const found = await stranger.post('/en/apply/water', { kind, wanted, hint, reason, form, way, go: 'found' })
    expect(found.status).toBe(200)
    expect(found.text).toContain('Nothing published matches')
    expect(found.text).toContain(`name="wanted" value="${wanted}"`)
    const who = await stranger.post('/en/apply/water', { kind, wanted, hint, reason, form, way, go: 'who' })
    expect(who.text).toContain('Who are you?')
    expect(who.text).toContain('enctype="multipart/form-data"')
    const back = await stranger.post('/en/apply/water/send', { ...typed, go: 'wish' })
    expect(back.text).toContain('What do you want to know?')
    expect(back.text).toContain('name="paper-number" value="E12345678"')
  })

  test('shows what is missing at its field, in order of the screens', async () => {
    const empty = await stranger.post('/en/apply/water', { go: 'found' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#wanted"')
    const nobody = await send({ name: '', 'paper-number': '', phone: '', who: '' })
    expect(nobody.status).toBe(422)
    for (const field of ['name', 'paper-number', 'phone', 'who']) expect(nobody.text).toContain(`href="#${field}"`)
    expect(nobody.text).toContain(`name="wanted" value="${typed.wanted}"`)
  })

  test('parts a request into its matters, and takes them as they were edited', async () => {
    const wanted = '1. 柳溪河2025年水质监测报告\n2. 2025年排污许可名单'
    const parts = await stranger.post('/en/apply/water', { ...typed, wanted, go: 'found' })
    expect(parts.text).toContain('You name 2 matters')
    const sent = await send({ wanted, split: wanted, 'item-1': '水质监测报告', 'item-2': '排污许可名单', 'item-3': '监测点位' })
    const own = await stranger.follow(sent)
    for (const item of ['水质监测报告', '排污许可名单', '监测点位']) expect(own.text).toContain(`<li>${item}</li>`)
  })

  test('sends nothing when somebody stops', async () => {
    const stopped = await stranger.post('/en/apply/water', { ...typed, go: 'stop' })
    expect(stopped.location).toBe('/en/apply/water/stopped')
    expect((await stranger.get('/en/apply/water/stopped')).text).toContain('Nothing was sent')
  })

  test('answers with a receipt: number, code, the day of receipt with its rule, the due day of twenty working days', async () => {
    const receipt = await send()
    expect(receipt.status).toBe(200)
    expect(receipt.text).toMatch(/water-2026-\d{4}/)
    expect(receipt.text).toMatch(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}/)
    expect(receipt.text).toContain('Mon 2 Mar 2026')
    expect(receipt.text).toContain('Mon 30 Mar 2026')
    expect(receipt.headers['cache-control']).toBe('no-store')
  })

  test('says of the same form sent again that it was sent, refuses it with other words, and takes it once when both come at one moment', async () => {
    expect((await send()).status).toBe(200)
    expect((await send()).text).toContain('This application was sent already')
    expect((await send({ wanted: '别的事项，完全不同' })).text).toContain('This form was used for another application')
    n += 1
    const both = await Promise.all([send(), send()])
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test('gives the receipt as a paper for number and code, and nothing for a wrong code', async () => {
    const { number, code } = numberAndCode(await send())
    const paper = await stranger.post('/zh/apply/receipt.pdf', { number, code })
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(paper.headers['content-disposition']).toContain(`${number}.pdf`)
    expect((await stranger.post('/zh/apply/receipt.pdf', { number, code: '0' })).location).toBe('/zh/track')
  })

  describe('with files', () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

    test('keeps the proof under seal and a name of ours', async () => {
      const answer = await stranger.upload('/en/apply/water/send', { ...typed, _once: key(n) }, [
        { field: 'proof', name: '王小明身份证.png', bytes: png },
      ])
      const ref = (await findOwnCase(site, numberAndCode(answer).number, numberAndCode(answer).code)) ?? ''
      const { files } = await readCase(site, site.database.read, ref)
      expect(files).toMatchObject([{ role: 'proof', name: 'proof.png', isSealed: true, sizeBytes: png.length }])
    })

    test('keeps every word when a file is of a wrong kind, too large, or cut in the middle', async () => {
      const form = { ...typed, _once: key(n) }
      const at = '/en/apply/water/send'
      const wrong = await stranger.upload(at, form, [{ field: 'proof', name: 'a.png', bytes: Buffer.from('no picture') }])
      const large = await stranger.upload(at, form, [{ field: 'proof', name: 'a.png', bytes: Buffer.alloc(21 * 1024 * 1024) }])
      const cut = await stranger.upload(at, form, [{ field: 'proof', name: 'a.png', bytes: png }], { cutAt: -40 })
      expect([wrong.status, large.status, cut.status]).toEqual([422, 413, 400])
      for (const answer of [wrong, large, cut]) {
        expect(answer.text).toContain('value="王小明"')
        expect(answer.text).toContain('please choose the files again')
        expect(answer.text).toContain('href="#proof"')
      }
      expect((await stranger.upload(at, form, [])).status).toBe(200)
    })
  })
})
