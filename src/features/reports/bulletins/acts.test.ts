import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenCast, givenCategory, givenDuty, givenPublished, must, release, type Cast } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../../test/support/site.ts'
import { loaders as everyLoader } from '../../../app.ts'
import { runVerify } from '../../../commands/verify.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { planTasks } from '../../catalogue/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { changeDocument, findDocument, readVersion, saveDraft, startCorrection, type StoredDocument } from '../../publishing/index.ts'
import { routes } from '../routes.ts'
import { beginBulletin } from './begin-bulletin.ts'
import { handBulletin } from './hand-bulletin.ts'
import { mapSections, readMapping } from './map-sections.ts'
import { findBulletin, listBulletins, listIssues } from './queries-bulletins.ts'
import { listPublicBulletins, readBulletin } from './read-bulletin.ts'
import { writeBulletin } from './write-bulletin.ts'

let site: TestSite
let desk: Desk
let town: Unit
let cast: Cast
let writer: Visitor
let office: Visitor
let money: StoredDocument
let relief: StoredDocument

const onDay = async <T>(day: string, act: () => Promise<T>): Promise<T> => {
  const before = site.day
  site.day = day
  try {
    return await act()
  } finally {
    site.day = before
  }
}
const content = (title: string, more: object = {}) => ({ title, body: `${title}，现予公布。`, summary: '', ...more })
const publish = (day: string, title: string, duty?: { id: number }, more: object = {}) =>
  onDay(day, () => givenPublished(site, cast, town, content(title, more), duty))
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

beforeAll(async () => {
  if (!hasServer) return
  site = await freshSite('2026-10-08')
  const city = await givenUnit(site, { code: 'mc' })
  town = await givenUnit(site, { code: 'guxian', kind: 'town', level: 'town', nameZh: '古贤镇', nameEn: 'Guxian' }, city)
  const village = await givenUnit(site, { code: 'liuxi', kind: 'village', level: 'village' }, town)
  cast = await givenCast(site, city)
  const purse = await givenCategory(site, 'town-money', '财政', 'Money')
  const accounts = await givenDuty(site, await givenCategory(site, 'accounts', '收支', 'Accounts', 'town-money'), [town], {
    code: 'accounts',
    titleZh: '收支',
    titleEn: 'Accounts',
  })
  const allowance = await givenDuty(site, await givenCategory(site, 'town-relief', '救助', 'Relief'), [town], {
    code: 'allowance',
    titleZh: '低保',
    titleEn: 'Allowance',
  })
  const rule = { kind: 'periodic', every: 'quarter', within: 15, count: 'calendar' } as const
  await givenDuty(site, purse, [town], { code: 'town-bulletin', titleZh: '季报', titleEn: 'Bulletin', rule })
  await onDay('2026-07-01', () => planTasks(site))
  money = await publish('2026-09-10', '第二季度财政收支', accounts)
  relief = await publish('2026-08-02', '低保名单（户主：王小明）', allowance)
  await publish('2026-07-05', '文艺汇演[一]通知')
  await publish('2026-06-30', '上季度的通知', accounts)
  await publish('2026-09-11', '只给工作人员的通知', undefined, { audience: 'staff' })
  await onDay('2026-09-12', () => givenPublished(site, cast, village, content('柳溪村账目')))
  writer = givenVisitor(cast.writer.personId, ['information-officer', town])
  office = givenVisitor(cast.office.personId, ['office', city])
  desk = await openDesk(site, routes)
})

const titles = async (id: number) => {
  const bulletin = await findBulletin(site.database.read, id)
  const { sections } = await readBulletin(site, bulletin!)
  return Object.fromEntries(
    sections.filter(({ items }) => items.length > 0).map(({ code, items }) => [code, items.map(({ title }) => title)]),
  )
}
const begun = async () =>
  (await listBulletins(site.database.read))[0] ?? must(await beginBulletin(site, cast.writer.personId, town, '2026-Q3'))

describeWithDatabase('the bulletin of a town', () => {
  test('holds what the town itself released to everybody in the quarter, each document in its section, people hidden in that on relief', async () => {
    const { id } = await begun()
    expect(await titles(id)).toEqual({ money: ['第二季度财政收支'], relief: ['低保名单（户主：王**）'], other: ['文艺汇演[一]通知'] })
  })

  test('is begun once for a quarter', async () => {
    await begun()
    expect(await beginBulletin(site, cast.writer.personId, town, '2026-Q3')).toEqual({ ok: false, refusals: ['begun-before'] })
  })

  test('follows the codes that the office lays down, which are refused when the catalogue does not have them', async () => {
    const { id } = await begun()
    const wanted = (codes: string[]) => mapSections(site, cast.office.personId, new Map([['land', codes]]))
    const outcome = await wanted(['nobody-has-this', 'town-money'])
    expect(outcome.ok ? [] : outcome.refusals.map(({ section, refusal, codes }) => [section, refusal, codes.join()])).toEqual([
      ['money', 'code-twice', 'town-money'],
      ['land', 'code-unknown', 'nobody-has-this'],
      ['land', 'code-twice', 'town-money'],
    ])
    expect(must(await wanted(['accounts']))).toEqual(['land'])
    expect(await titles(id)).toMatchObject({ land: ['第二季度财政收支'] })
    expect(must(await wanted(['town-land']))).toEqual(['land'])
    expect((await readMapping(site.database.read)).get('land')).toEqual(['town-land'])
  })

  test('is frozen when it is handed over, goes through every hand under the town’s own line, and then everybody can read it', async () => {
    const { id } = await begun()
    const { version } = must(
      await writeBulletin(site, cast.writer.personId, id, { version: (await begun()).version, texts: { land: '本季度无征地。' } }),
    )
    expect(await handBulletin(site, cast.writer, id, version - 1)).toMatchObject({ refusals: ['edited-meanwhile'] })
    const handed = must(await handBulletin(site, cast.writer, id, version))
    const draft = await findDocument(site.database.read, handed.documentId)
    expect(draft).toMatchObject({ stage: 'draft', unitId: town.id })
    expect(draft?.taskId).toBeDefined()
    const text = await readVersion(site.database.read, handed.documentId, 1)
    expect(text?.title).toBe('《政务公开》季报：古贤镇2026年第3季度')
    expect(text?.body).toContain('## 六、征地拆迁政策、土地出让收益、宅基地审批\n\n本季度无征地。')
    expect(text?.body).toContain(`[第二季度财政收支](/documents/${money.indexNumber})（9月10日公开，索引号：${money.indexNumber}）。`)
    expect(text?.body).toContain('文艺汇演\\[一\\]通知')
    expect((await desk.get(undefined, '/en/reports/bulletins/guxian/2026-Q3')).status).toBe(404)
    await release(site, cast, draft!)
    const { status, text: html } = await desk.get(undefined, '/zh/reports/bulletins/guxian/2026-Q3')
    expect(status).toBe(200)
    for (const words of ['第二季度财政收支', '户主：王**', '文艺汇演[一]通知', '本季度无征地。']) expect(main(html)).toContain(words)
    expect(main(html)).not.toContain('王小明')
    expect(main((await desk.get(undefined, '/en/reports/bulletins')).text)).toContain('/en/reports/bulletins/guxian/2026-Q3')
    expect(await handBulletin(site, cast.writer, id, version + 1)).toMatchObject({ refusals: ['correction-first'] })
  })

  test('does not change with what it tells of, but says no more of what was taken back', async () => {
    must(await onDay('2026-10-09', () => changeDocument(site, cast.signer, relief.id, { change: 'withdraw', reason: '名单有误。' })))
    const [issue] = await listIssues(site.database.read)
    expect(issue?.content.sections.find(({ code }) => code === 'relief')?.items).toHaveLength(1)
    const { text } = await desk.get(undefined, '/en/reports/bulletins/guxian/2026-Q3')
    expect(main(text)).not.toContain('户主')
    expect(main(text)).toContain('can no longer be read')
    expect(main(text)).toContain('第二季度财政收支')
    expect((await titles((await begun()).id))['relief']).toBeUndefined()
  })

  test('is frozen anew when it is corrected, and until the correction is released the public reads what it read', async () => {
    const { id, documentId = 0, version } = await begun()
    must(await startCorrection(site, cast.signer, documentId, '撤回的信息不再列出'))
    must(await handBulletin(site, cast.writer, id, version))
    const shown = async () => (await listPublicBulletins(site, [await begun()]))[0]?.issue
    expect((await shown())?.serial).toBe(1)
    await release(site, cast, (await findDocument(site.database.read, documentId))!)
    expect((await shown())?.serial).toBe(2)
    expect((await shown())?.content.sections.find(({ code }) => code === 'relief')?.items).toEqual([])
  })

  test('is followed by another document where its own was taken out of public', async () => {
    const { id, documentId = 0, version } = await begun()
    must(await onDay('2026-10-10', () => changeDocument(site, cast.signer, documentId, { change: 'withdraw', reason: '内容有误。' })))
    const handed = must(await handBulletin(site, cast.writer, id, version))
    expect(handed.documentId).not.toBe(documentId)
    await release(site, cast, (await findDocument(site.database.read, handed.documentId))!)
    expect((await listPublicBulletins(site, [await begun()]))[0]?.issue?.id).toBe(handed.id)
  })

  test('shows the signed text alone where hands of the chain changed it, and never what they took out', async () => {
    const other = must(await beginBulletin(site, cast.writer.personId, town, '2026-Q2'))
    const words = { version: other.version, texts: { dynamics: '不该公开的一句。' } }
    const { version } = must(await writeBulletin(site, cast.writer.personId, other.id, words))
    const { documentId } = must(await handBulletin(site, cast.writer, other.id, version))
    const drafted = await readVersion(site.database.read, documentId, 1)
    const body = drafted!.body.replace('不该公开的一句。', '已改的一句。')
    await release(site, cast, must(await saveDraft(site, cast.writer, documentId, 1, { ...drafted!, body })))
    const { text } = await desk.get(undefined, '/zh/reports/bulletins/guxian/2026-Q2')
    expect(main(text)).toContain('已改的一句。')
    expect(main(text)).toContain('上季度的通知')
    expect(main(text)).not.toContain('不该公开的一句。')
  })

  test('is kept at the desk by forms that keep what was typed', async () => {
    const { id, version } = await begun()
    const typed = await desk.post(writer, `/en/desk/reports/bulletins/${id}/words`, {
      version: String(version - 1),
      'words-plans': '计划完成。',
    })
    expect(typed.status).toBe(422)
    expect(typed.text).toContain('计划完成。')
    const saved = await desk.post(writer, `/en/desk/reports/bulletins/${id}/words`, {
      version: String(version),
      'words-plans': '计划完成。',
    })
    expect(saved).toMatchObject({ status: 303, location: `/en/desk/reports/bulletins/${id}?done=saved` })
    expect((await desk.post(writer, '/en/desk/reports/bulletins', { unit: 'guxian', quarter: '2026-Q3' })).status).toBe(422)
    expect((await desk.post(writer, '/en/desk/reports/bulletins', { unit: 'liuxi', quarter: '2026-Q3' })).status).toBe(422)
    expect((await desk.post(writer, '/en/desk/reports/bulletins/sections', { 'codes-land': 'accounts' })).status).toBe(403)
    const wrong = await desk.post(office, '/en/desk/reports/bulletins/sections', { 'codes-land': 'nobody-has-this' })
    expect([wrong.status, wrong.text.includes('nobody-has-this')]).toEqual([422, true])
  })

  test('stands in the record as it stands in the database', async () => {
    const { exit, out } = await runVerify([], site.database, everyLoader)
    expect(exit, out).toBe(0)
  })
})
