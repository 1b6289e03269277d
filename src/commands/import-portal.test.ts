import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { addressOf, describeWithDatabase } from '../../test/support/database.ts'
import { givenCast, givenCategory, givenDuty, must, type Cast } from '../../test/support/given.ts'
import { givenOldSite } from '../../test/support/old-site.ts'
import { freshSite, givenUnit, type TestSite } from '../../test/support/site.ts'
import { edge, loaders, routes } from '../app.ts'
import { readConfig, type Config } from '../config.ts'
import { grantPost } from '../features/accounts/index.ts'
import { countKeptByUnit } from '../features/catalogue/index.ts'
import type { Unit } from '../features/organisations/index.ts'
import {
  decideBatch,
  enterBatch,
  listPublic,
  findByIndexNumber,
  findDocument,
  readVersion,
  saveDraft,
} from '../features/publishing/index.ts'
import { asDay } from '../kernel/day.ts'
import { buildServer } from '../platform/http/server.ts'
import { listBatches } from '../features/publishing/imports/queries.ts'
import { verifyJournal } from '../platform/journal/index.ts'
import { importCommand } from './import.ts'

const pages = 200 // with every kind of trouble that a folder of an older site holds

interface Report {
  counts: Record<'pages' | 'imported' | 'clean' | 'unmapped' | 'known' | 'refused', number>
  pages: {
    file: string
    address: string
    result: string
    indexNumber?: string
    isClean?: boolean
    reasons?: string[]
    filesLeftOut?: string[]
  }[]
}

describeWithDatabase('the import of an older site', { timeout: 300_000 }, () => {
  let site: TestSite
  let cast: Cast
  let unit: Unit
  let config: () => Config
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-old-'))
  const counts = givenOldSite(folder, pages)
  const mapping = join(folder, 'mapping.json')

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    const city = await givenUnit(site, { code: 'mc', organisationCode: 'MC0000012' })
    unit = await givenUnit(site, { code: 'safety', nameZh: '明川市应急管理局' }, city)
    cast = await givenCast(site, city)
    const given = { role: 'information-officer', unit: city.code, sinceOn: site.today(), untilOn: '', reason: '' }
    must(await grantPost(site, 'system', cast.writer.personId, given))
    const top = await givenCategory(site, 'notices', '通知公告', 'Notices')
    await givenDuty(site, top, [unit], { code: 'notices-of-safety', titleZh: '安全通知', titleEn: 'Safety notices' })
    writeFileSync(mapping, JSON.stringify({ 通知公告: { duty: 'notices-of-safety', subject: '20', genre: 'notice' } }))
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-old-files-'))
    site.config.dataDir = dataDir
    config = () => readConfig({ DATABASE_URL: addressOf(site.database), DATA_DIR: dataDir, TODAY: '2026-06-15' })
  })

  const run = async (...rest: string[]): Promise<{ exit: number; report: Report }> => {
    const args = ['portal', folder, '--unit', 'safety', '--source', '应急管理局旧网站', '--mapping', mapping, '--json', ...rest]
    const { exit, out } = await importCommand.run(args, config)
    return { exit, report: JSON.parse(out) as Report }
  }
  const ask = async (url: string) => {
    const { server } = await buildServer(site, routes, edge)
    return server.inject({ method: 'GET', url })
  }
  const everything = () => listPublic(site.database.read, { limit: 1000 })
  let first: Report

  test('tries out what would come in and keeps nothing', async () => {
    const { report } = await run('--dry-run')
    expect(report.counts).toMatchObject({ pages, imported: pages - counts.broken, known: 0 })
    expect(await listBatches(site.database.read)).toEqual([])
  })

  test('takes in what can be read, names what cannot, and goes on', async () => {
    const { exit, report } = await run()
    first = report
    expect(exit).toBe(0)
    expect(report.counts).toMatchObject({ pages, imported: pages - counts.broken, refused: counts.broken, known: 0 })
    const refused = report.pages.filter(({ result }) => result === 'refused')
    expect(refused.every(({ reasons }) => (reasons ?? []).length > 0)).toBe(true)
    expect(report.counts.unmapped).toBeGreaterThan(0)
  })

  test('keeps back what leaks and what came without its files', () => {
    const kept = first.pages.filter(({ result, isClean }) => result === 'imported' && isClean === false)
    expect(kept.length).toBeGreaterThanOrEqual(counts.leaking + counts.hostile)
    expect(first.pages.filter(({ filesLeftOut }) => (filesLeftOut ?? []).length > 0).length).toBe(counts.hostile)
  })

  test('takes in nothing twice', async () => {
    const { report } = await run()
    expect(report.counts).toMatchObject({ imported: 0, known: pages - counts.broken })
  })

  test('shows nothing to the public until the office decides; whoever brought it in does not', async () => {
    const [batch] = await listBatches(site.database.read)
    const id = batch!.id
    expect(await everything()).toEqual([])
    expect((await ask(first.pages[1]!.address)).statusCode).toBe(404)
    const reason = '原网站经信息公开审核后发布，2019 年起持续公开。'
    const own = { personId: cast.writer.personId, posts: cast.office.posts }
    expect(await decideBatch(site, own, id, { decision: 'enter', reason })).toEqual({ ok: false, refusals: ['own-import'] })
    expect(await decideBatch(site, cast.office, id, { decision: '', reason: '' })).toEqual({
      ok: false,
      refusals: ['choice-missing', 'reason-missing'],
    })
    must(await decideBatch(site, cast.office, id, { decision: 'enter', reason }))
    await enterBatch(site, id)
    await enterBatch(site, id)
    expect(await everything()).toHaveLength(first.counts.clean)
  })

  test('keeps the day of the older site apart from that of this one', async () => {
    const [newest] = await everything()
    expect(newest).toMatchObject({ publishedOn: '2019-12-05', publishedAt: new Date('2026-06-15T02:00:00.000Z') })
    const document = JSON.parse((await ask(`/api/v1/documents/${newest!.indexNumber}`)).body) as Record<string, unknown>
    expect(document).toMatchObject({
      publishedOn: '2019-12-05',
      publishedAt: '2026-06-15T02:00:00.000Z',
      olderSite: { name: '明川市应急管理局网站', publishedOn: '2019-12-05' },
      promise: null,
    })
    const page = (await ask(`/zh/documents/${newest!.indexNumber}`)).body
    expect(page).toContain('发布于明川市应急管理局网站')
    expect(page).not.toContain('版权所有')
  })

  test('reads pages in GBK, and what surrounds a text is not in it', async () => {
    const chinese = (await everything()).filter(({ title }) => title.startsWith('关于做好冬季取暖安全工作的通知'))
    expect(chinese.length).toBeGreaterThan(10)
  })

  test('leads from every older address to the page of today, and from nowhere else', async () => {
    const { address } = first.pages.find(({ isClean }) => isClean === true)!
    const moved = await ask(address)
    expect(moved.statusCode).toBe(301)
    expect(moved.headers.location).toMatch(/^\/documents\/MC0000012\/2026-\d+$|^\/documents\/safety\/2026-\d+$/)
    expect((await ask(String(moved.headers.location))).statusCode).toBe(200)
    for (const same of [`${address}?`, `${address}#top`, address.replace('/xxgk/', '//xxgk/./'), `${address}/`])
      expect((await ask(same)).statusCode, same).toBe(301)
    for (const other of [`${address}?id=1`, '//evil.example/', `/${encodeURIComponent('https://evil.example')}${address}`])
      expect((await ask(other)).statusCode, other).toBe(404)
    const keptBack = first.pages.find(({ isClean }) => isClean === false)!
    expect((await ask(keptBack.address)).statusCode).toBe(404)
  })

  test('makes nobody late: neither what entered nor what people mend', async () => {
    const kept = await countKeptByUnit(site.database.read, { from: asDay('2015-01-01'), until: asDay('2026-12-31') })
    expect(kept).toEqual([])
    const number = first.pages.find(({ isClean }) => isClean === false)?.indexNumber ?? ''
    const { id } = (await findByIndexNumber(site.database.read, number))!
    const version = await readVersion(site.database.read, id, 1)
    const { number: _, savedBy: __, savedAt: ___, ...text } = version!
    must(await saveDraft(site, cast.writer, id, 1, { ...text, title: '改过的标题', formedOn: asDay('2019-03-01') }))
    expect((await findDocument(site.database.read, id))?.taskId).toBeUndefined()
  })

  test('leaves a record that stands up to the check of every living row', async () => {
    expect((await verifyJournal(site.database.read, loaders)).findings).toEqual([])
  })

  test('reads a list, and no path in it leads out of its folder', async () => {
    const list = mkdtempSync(join(tmpdir(), 'gongkai-list-'))
    symlinkSync('/etc/hostname', join(list, 'host.txt'))
    writeFileSync(join(list, 'a.txt'), '附件')
    const rows = [
      'address,title,date,unit,column,body,attachments',
      'http://old.example.gov.cn/art/2018/3/5/art_12_345.html?page=2&id=7,关于停水的通知,2018年3月5日,,通知公告,今晚八时停水。,a.txt',
      '/art/b.html,关于来水的通知,2018/3/6,,通知公告,已经来水。,../../etc/passwd.txt;host.txt',
      '/documents/x,占用本站地址,2018-03-06,,通知公告,正文。,',
      '/art/c.html,别的单位,2018-03-06,mc,通知公告,正文。,',
      '/art/d.html,未来,2030-03-06,,通知公告,正文。,',
    ]
    writeFileSync(join(list, 'list.csv'), rows.join('\n'))
    const args = ['portal', join(list, 'list.csv'), '--unit', 'safety', '--source', '清单', '--json']
    const report = JSON.parse((await importCommand.run(args, config)).out) as Report
    expect(report.pages.map(({ result, address }) => [result, address])).toEqual([
      ['imported', '/art/2018/3/5/art_12_345.html?id=7&page=2'],
      ['imported', '/art/b.html'],
      ['refused', '/documents/x'],
      ['refused', ''],
      ['refused', '/art/d.html'],
    ])
    expect(report.pages[1]).toMatchObject({ isClean: false, filesLeftOut: ['../../etc/passwd.txt', 'host.txt'] })
  })
})
