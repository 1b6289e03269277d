import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCarrier, givenPosting } from '../../../test/support/channels.ts'
import { describeWithDatabase } from '../../../test/support/database.ts'
import { givenCast, givenCategory, givenDuty, givenPublished, must, type Cast } from '../../../test/support/given.ts'
import { freshSite, givenUnit, type TestSite } from '../../../test/support/site.ts'
import { loaders } from '../../app.ts'
import { asDay } from '../../kernel/day.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import type { Unit } from '../organisations/index.ts'
import { changeDocument, type StoredDocument } from '../publishing/index.ts'
import { changeCarrier } from './carriers/keep-carrier.ts'
import { readCarriers } from './carriers/read-carriers.ts'
import {
  arrangeIssue,
  composeIssue,
  countByChannel,
  keepCarrier,
  listPostings,
  postDocuments,
  publishIssue,
  readPostedOn,
} from './index.ts'
import { keepProof, readProof, sealProof, unsealProof } from './postings/keep-proof.ts'
import { readDue, readPosted } from './postings/read-hanging.ts'
import { takeDown } from './postings/take-down.ts'

describeWithDatabase('carriers and what hangs on them', () => {
  let site: TestSite
  let cast: Cast
  let village: Unit
  let notice: StoredDocument
  let accounts: StoredDocument

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    site.config = { ...site.config, dataDir: await mkdtemp(join(tmpdir(), 'gongkai-channels-')) }
    const city = await givenUnit(site, { code: 'mc', organisationCode: 'MC0000012' })
    village = await givenUnit(site, { code: 'liuxi', kind: 'village', level: 'village' }, city)
    cast = await givenCast(site, city)
    const top = await givenCategory(site, 'village', '村务公开', 'Village affairs')
    const duty = await givenDuty(site, top, [village], {
      code: 'village-month',
      titleZh: '村务月报',
      titleEn: 'Monthly',
      channels: ['notice-board'],
    })
    accounts = await givenPublished(site, cast, village, { title: '柳溪村二〇二六年五月村务月报' }, duty)
    notice = await givenPublished(site, cast, village, { title: '关于修整水渠的通知' })
  })
  afterAll(() => rm(site.config.dataDir, { recursive: true, force: true }))

  const ask = (...documents: StoredDocument[]) => ({ ...givenPosting(site), documentIds: documents.map((one) => one.id) })
  const put = (carrierId: number, ...documents: StoredDocument[]) => postDocuments(site, {}, carrierId, ask(...documents))

  test('a carrier is entered under its unit’s name and its own number, and a second editor overwrites nothing', async () => {
    const column = await givenCarrier(site, village)
    expect(column.code).toBe(`liuxi-${column.id}`)
    const later = { ...column, placeZh: '广场北侧' }
    must(await changeCarrier(site, 'system', column.id, column.version, later))
    expect(await changeCarrier(site, 'system', column.id, column.version, later)).toEqual({ ok: false, refusals: ['edited-meanwhile'] })
    const wrong = { ...column, keeperId: 9_999, categoryId: 9_999, unitId: 9_999 }
    expect(await keepCarrier(site, 'system', wrong)).toEqual({ ok: false, refusals: ['unit-gone', 'keeper-unknown', 'category-unknown'] })
  })

  test('a document on three carriers counts once, and once in its channel', async () => {
    const [column, wall, paper] = [
      await givenCarrier(site, village),
      await givenCarrier(site, village, { kind: 'openness-wall' }),
      await givenCarrier(site, village, { kind: 'newspaper' }),
    ]
    must(await put(column.id, accounts, notice))
    must(await put(wall.id, accounts))
    must(await postDocuments(site, {}, paper.id, { ...ask(accounts), issue: '2026年第12期', page: '第3版' }))
    const day = asDay('2026-06-15')
    expect(await countByChannel(site.database.read, [village.id], day, day)).toEqual({
      portal: 2,
      byChannel: new Map([
        ['notice-board', 2],
        ['newspaper', 1],
      ]),
      anywhere: 2,
    })
    expect(await countByChannel(site.database.read, [village.id], asDay('2026-06-16'), asDay('2026-06-30'))).toMatchObject({ anywhere: 0 })
    const places = await readPostedOn(site.database.read, accounts.id)
    expect(new Set(places.map((one) => one.carrier.id))).toEqual(new Set([column.id, wall.id, paper.id]))
  })

  test('what the catalogue wants on a column is due there until it hangs', async () => {
    const column = await givenCarrier(site, village)
    const titles = async () => {
      const { due, others } = await readDue(site, column, village)
      return [due.map((line) => line.id), others.map((line) => line.id)]
    }
    expect(await titles()).toEqual([[accounts.id], [notice.id]])
    must(await put(column.id, accounts))
    expect(await titles()).toEqual([[], [notice.id]])
    const young = await givenCarrier(site, village, { sinceOn: asDay('2026-06-16') })
    expect(await readDue(site, young, village)).toEqual({ due: [], others: [] })
  })

  test('all are recorded or none, and a form sent twice records once', async () => {
    const column = await givenCarrier(site, village)
    const hidden = { ...ask(accounts), documentIds: [accounts.id, 9_999], once: 'double' }
    expect(await postDocuments(site, {}, column.id, hidden)).toEqual({ ok: false, refusals: ['not-public'] })
    expect(await listPostings(site.database.read, { carrierIds: [column.id], limit: 9 })).toEqual([])
    const form = { ...ask(accounts, notice), once: 'double' }
    const first = must(await postDocuments(site, {}, column.id, form))
    const second = must(await postDocuments(site, {}, column.id, form))
    expect(new Set(second.map((one) => one.id))).toEqual(new Set(first.map((one) => one.id)))
    expect(await put(column.id, accounts)).toEqual({ ok: false, refusals: ['posted-already'] })
  })

  test('what hung before it was on the portal is refused without a reason and keeps the reason for good', async () => {
    const column = await givenCarrier(site, village)
    const early = { ...ask(accounts), postedAt: new Date('2026-06-14T09:00:00+08:00') }
    expect(await postDocuments(site, {}, column.id, early)).toEqual({ ok: false, refusals: ['before-portal'] })
    const [posting] = must(await postDocuments(site, {}, column.id, { ...early, earlyReason: '汛情紧急，先行张贴' }))
    expect(posting?.earlyReason).toBe('汛情紧急，先行张贴')
    const [onTime] = must(await postDocuments(site, {}, column.id, { ...ask(notice), earlyReason: '多写的原因' }))
    expect(onTime?.earlyReason).toBe('')
  })

  test('what was withdrawn must come down, and is taken down once, on a day that can be', async () => {
    const column = await givenCarrier(site, village)
    const wrong = await givenPublished(site, cast, village, { title: '误发的村务公开' })
    const [posting] = must(await put(column.id, wrong))
    must(await changeDocument(site, cast.signer, wrong.id, { change: 'withdraw', reason: '内容有误。' }))
    expect((await readPosted(site.database.read, column.id))[0]?.fault).toBe('gone')
    const down = (on: string) => takeDown(site, {}, posting?.id ?? 0, asDay(on))
    expect(await down('2026-06-14')).toEqual({ ok: false, refusals: ['down-before-up'] })
    expect(await down('2026-06-16')).toEqual({ ok: false, refusals: ['down-in-future'] })
    expect(must(await down('2026-06-15')).takenDownOn).toBe('2026-06-15')
    expect(await down('2026-06-15')).toEqual({ ok: false, refusals: ['down-already'] })
    expect((await readPosted(site.database.read, column.id))[0]?.fault).toBeUndefined()
  })

  test('a column that did not change for a quarter is overdue', async () => {
    const column = await givenCarrier(site, village, { sinceOn: asDay('2026-01-05') })
    const state = async () => (await readCarriers(site, [village.path])).find((line) => line.carrier.id === column.id)
    expect(await state()).toMatchObject({ dueOn: '2026-04-05', isOverdue: true, hanging: 0 })
    must(await put(column.id, accounts))
    expect(await state()).toMatchObject({ changedOn: '2026-06-15', dueOn: '2026-09-15', isOverdue: false, hanging: 1 })
  })

  test('an issue is composed, published once, and counts for its documents as the gazette', async () => {
    const gazette = await givenCarrier(site, village, { kind: 'gazette' })
    const form = { year: 2026, number: 2, datedOn: asDay('2026-06-15') }
    const begun = must(await composeIssue(site, 'system', gazette.id, form))
    expect(await composeIssue(site, 'system', gazette.id, form)).toEqual({ ok: false, refusals: ['number-taken'] })
    expect(await publishIssue(site, {}, begun.id, begun.version)).toEqual({ ok: false, refusals: ['nothing-in-it'] })
    const items = [accounts, notice].map((one, place) => ({ place, section: '村务', documentId: one.id }))
    const arranged = must(await arrangeIssue(site, 'system', begun.id, { version: begun.version, datedOn: form.datedOn, items }))
    expect(await publishIssue(site, {}, begun.id, begun.version)).toEqual({ ok: false, refusals: ['edited-meanwhile'] })
    const published = must(await publishIssue(site, {}, arranged.id, arranged.version))
    expect(published.items.map((item) => item.version)).toEqual([1, 1])
    const postings = await listPostings(site.database.read, { carrierIds: [gazette.id], limit: 9 })
    expect(postings.map((one) => one.issue)).toEqual(['2026-2', '2026-2'])
    const again = { version: published.version, datedOn: form.datedOn, items: [] }
    expect(await arrangeIssue(site, 'system', published.id, again)).toEqual({ ok: false, refusals: ['published-already'] })
  })

  test('a photo is kept without what the camera wrote into it, and what is no photo is not kept', async () => {
    const raw = sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#c8b48a' } })
    const exif = { IFD0: { Make: 'Camera', Model: 'Secret' }, IFD3: { GPSLatitude: '31/1 12/1 0/1', GPSLatitudeRef: 'N' } }
    const photo = await raw.withExif(exif).jpeg().toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const kept = await keepProof(site, photo)
    const clean = await readProof(site, kept?.sha256 ?? '')
    const { exif: left, width, height, format } = await sharp(clean).metadata()
    expect({ left, width, height, format }).toEqual({ left: undefined, width: 1600, height: 800, format: 'jpeg' })
    expect(clean.includes('Secret')).toBe(false)
    expect(await keepProof(site, Buffer.from('<svg onload="alert(1)"/>'.repeat(3)))).toBeUndefined()
    expect(await keepProof(site, photo.subarray(0, 200))).toBeUndefined()
    const sealed = sealProof(kept ?? { sha256: '', type: '' })
    expect(unsealProof(sealed)).toEqual(kept)
    expect(unsealProof(sealed.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')))).toBeUndefined()
  })

  test('leave a record that fits every row', async () => {
    const { findings } = await site.database.transaction((db) => verifyJournal(db, loaders))
    expect(findings).toEqual([])
  })
})
