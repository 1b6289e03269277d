import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { describeWithDatabase } from '../../../../test/support/database.ts'
import { changed, figureRows, workbookOf, workbookWithRows, type Cells } from '../../../../test/support/figure-sheet.ts'
import { givenCast } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, type TestSite } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { NotFound } from '../../../kernel/faults.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { buildServer } from '../../../platform/http/server.ts'
import { findHead } from '../../../platform/journal/index.ts'
import { packRows } from '../../../platform/sheets/packed-rows.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import { faultPage } from '../../../ui/fault-page.tsx'
import type { Unit } from '../../organisations/index.ts'
import { listEntries } from '../entered/queries.ts'
import { routes } from '../routes.ts'

const path = '/desk/figures/sheet'
const boundary = 'between'

describeWithDatabase('the page of sheets of figures', () => {
  let site: TestSite
  let server: FastifyInstance
  let office: Visitor
  let clerk: Visitor
  let who: Visitor
  let safety: Unit

  beforeAll(async () => {
    site = await freshSite('2026-06-15')
    const city = await givenUnit(site, { code: 'mc' })
    safety = await givenUnit(site, { code: 'safety' }, city)
    await givenUnit(site, { code: 'water' }, city)
    const cast = await givenCast(site, city)
    office = givenVisitor(cast.office.personId, ['office', city])
    clerk = givenVisitor(cast.writer.personId, ['information-officer', safety])
    who = clerk
    server = (
      await buildServer(site, routes, {
        ...{ identify: async () => who, confirmPassword: async () => 'wrong' as const, faultPage },
        ...{ nothingHere: () => new NotFound('nothing'), confirmPage: (reader) => faultPage(reader, 403) },
      })
    ).server
  })

  const handIn = (bytes: Uint8Array, lang = 'en') => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="_token"\r\n\r\n${who.formToken}\r\n`
    const file = `--${boundary}\r\nContent-Disposition: form-data; name="sheet"; filename="x.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return server.inject({ method: 'POST', url: `/${lang}${path}`, payload, headers })
  }
  const enter = (sheet: string) => {
    const payload = new URLSearchParams({ _token: who.formToken, sheet }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return server.inject({ method: 'POST', url: `/en${path}/enter`, payload, headers })
  }
  const empty = (query: string) => server.inject(`/en${path}/empty?${query}`)
  const sheet = (...rows: Cells[]) => workbookOf(figureRows(site, ...rows))
  const lastEntry = async () => (await findHead(site.database.read))?.seq ?? 0

  it.each(['xlsx', 'csv'])(
    'gives an empty sheet as %s with a row for each unit in reach and each figure that no record counts',
    async (kind) => {
      who = office
      const answer = await empty(`unit=mc&period=2026-Q1&kind=${kind}`)
      expect(answer.statusCode).toBe(200)
      const [head, first, ...rest] = await readSheet(answer.rawPayload)
      expect(head).toEqual([
        ...['单位代码 / unit code', '单位 / unit', '指标代码 / figure code', '指标 / figure', '期间 / period', '数量 / number'],
        ...['至少 / at least', '依据 / evidence'],
      ])
      expect(first?.slice(0, 6)).toEqual(['mc', 'mc bureau', 'phone-enquiries', 'Enquiries by telephone', '2026-Q1', ''])
      expect(new Set(rest.map(([unit]) => unit))).toEqual(new Set(['mc', 'safety', 'water']))
      who = clerk
      expect(new Set((await readSheet((await empty('period=2026-Q1')).rawPayload)).slice(1).map(([unit]) => unit))).toEqual(
        new Set(['safety']),
      )
      expect((await empty('unit=mc&period=2026-Q1')).statusCode).toBe(404)
    },
  )

  it('what was filled into the empty sheet is shown first, entered when it is confirmed, and told', async () => {
    who = clerk
    const [head = [], ...rows] = await readSheet((await empty('unit=safety&period=2026-Q1')).rawPayload)
    const filled = rows.map((row) => (row[2] === 'trainings' ? [...row.slice(0, 5), '3', '是', '签到表'] : row))
    const before = await lastEntry()
    const trial = await handIn(await workbookOf([head, ...filled]))
    expect(trial.body).toContain('Enter 1 number')
    expect(trial.body).toContain('over 3')
    expect(await lastEntry()).toBe(before)
    const answer = await enter(/name="sheet" value="([^"]+)"/.exec(trial.body)?.[1] ?? '')
    expect(answer.headers.location).toBe(`/en${path}?done=1`)
    expect((await server.inject(`/en${path}?done=1`)).body).toContain('1 number is entered')
    expect((await server.inject(`/zh${path}?done=1`)).body).toContain('已报告 1 个数字')
    const entries = await listEntries(site.database.read, { unitIds: [safety.id], from: asDay('2026-01-01'), until: asDay('2026-12-31') })
    expect(entries).toMatchObject([{ figure: 'trainings', value: 3, isAtLeast: true, evidence: '签到表', enteredBy: clerk.personId }])
    const again = await handIn(await workbookOf([head, ...filled]))
    expect(again.body).not.toContain('name="sheet"')
    const other = await handIn(await sheet({ 'unit-code': 'safety', 'figure-code': 'trainings', number: '4' }), 'zh')
    expect(other.body).toContain('将报告 1 个数字，其中划去原有数字 1 个')
  })

  it('names each wrong cell in both languages and enters nothing', async () => {
    who = clerk
    const before = await lastEntry()
    const wrong = await sheet({ 'unit-code': 'mc', number: '-2' }, { 'unit-code': 'safety', 'figure-code': 'tasks-due', evidence: '' })
    const [en, zh] = [await handIn(wrong, 'en'), await handIn(wrong, 'zh')]
    expect([en.statusCode, zh.statusCode]).toEqual([422, 422])
    for (const words of [
      '4 cells are wrong',
      'You may not enter numbers for this unit',
      'cannot be below zero',
      'counted from the records',
    ])
      expect(en.body).toContain(words)
    for (const words of ['有 4 处错误', '您不能为这一单位报告数字', '数量不能小于零', '由记录计数', '请写明依据'])
      expect(zh.body).toContain(words)
    expect(await lastEntry()).toBe(before)
  })

  it('asks everything again of a sheet that comes back with its confirmation', async () => {
    who = clerk
    const before = await lastEntry()
    for (const text of [
      packRows(figureRows(site, { 'unit-code': 'mc' })),
      packRows(figureRows(site, ...Array.from({ length: 5100 }, (): Cells => ({ number: '' })))),
      ...['', 'x', Buffer.from('{}').toString('base64')],
    ])
      expect((await enter(text)).statusCode).toBe(422)
    expect(await lastEntry()).toBe(before)
  })

  it('takes the shown value of a formula, the first cell of merged ones, and nothing from a hidden second sheet', async () => {
    who = clerk
    const rows = figureRows(site, { 'unit-code': 'safety', number: '7' }, { 'unit-code': '', 'figure-code': 'complaints', number: '8' })
    const formula = changed(await workbookOf(rows), (xml) => xml.replace(/<c r="F2"[^>]*>.*?<\/c>/s, '<c r="F2"><f>3+4</f><v>9</v></c>'))
    const merged = changed(formula, (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'),
    )
    const hidden = changed(
      merged,
      (xml) => xml.replace('</sheets>', '<sheet name="hidden" sheetId="2" state="hidden" r:id="rId9"/></sheets>'),
      'xl/workbook.xml',
    )
    for (const file of [merged, hidden]) {
      const { body } = await handIn(file)
      expect(body).toContain('Enter 2 numbers')
      expect(body).toMatch(/>9</)
      expect(body).not.toMatch(/>7</)
    }
  })

  it.each<[string, () => Promise<Uint8Array>, string, string]>([
    ['nothing', async () => Buffer.alloc(0), 'Choose a file', '请选择文件'],
    ['no sheet at all', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'neither a workbook nor', '或者已经损坏'],
    ['a workbook of before 2007', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'before 2007', '2007 年以前'],
    ['a workbook that was cut off', async () => (await sheet({})).subarray(0, 900), 'damaged', '已经损坏'],
    ['an empty text', async () => Buffer.from('\n,\n'), 'The sheet is empty', '表格为空'],
    ['other headings', async () => Buffer.from('a,b\n1,2'), 'headings were not found', '未找到以下表头'],
    ['a text with too many rows', async () => Buffer.from('a,b\n'.repeat(6000)), 'more than 5000 rows', '超过 5000 行'],
    ['a larger file than may be', async () => randomBytes(4.5 * 1024 * 1024), 'larger than 4 MB', '文件超过 4 MB'],
    ['a larger form than may be', async () => randomBytes(6 * 1024 * 1024), 'larger than 4 MB', '文件超过 4 MB'],
  ])('says in both languages what is wrong with %s', async (_, bytes, en, zh) => {
    who = clerk
    const file = await bytes()
    const answers = [await handIn(file, 'en'), await handIn(file, 'zh')]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422])
    expect(answers[0]?.body).toContain(en)
    expect(answers[1]?.body).toContain(zh)
  })

  it('refuses a workbook of a hundred thousand rows before it is read', async () => {
    who = clerk
    const file = await workbookWithRows(100_000)
    const { statusCode, body } = await handIn(file)
    expect(statusCode).toBe(422)
    expect(body).toContain('than a sheet of 5000 rows can be')
  })

  it.each([
    ['2026-Q9', 'Write the period as'],
    ['2027', 'has not begun'],
  ])('an empty sheet for %s is not given, and the page says why', async (period, words) => {
    who = clerk
    const answer = await empty(`unit=safety&period=${period}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })

  it('the figures at the desk lead to it whoever may enter numbers', async () => {
    who = clerk
    expect((await server.inject('/en/desk/figures')).body).toContain('/en/desk/figures/sheet?unit=safety')
    expect((await server.inject(`/zh${path}`)).body).toContain('下载空表')
    who = givenVisitor(9, ['reviewer', safety])
    expect((await server.inject('/en/desk/figures')).body).not.toContain('/en/desk/figures/sheet')
    expect((await server.inject(`/en${path}`)).statusCode).toBe(403)
  })
})
