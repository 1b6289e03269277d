import { beforeAll, expect, test } from 'vitest'
import { givenFiled, givenPublishedReport, givenReady } from '../../../../test/support/annual-samples.ts'
import { givenAnnualTown, type AnnualTown } from '../../../../test/support/annual-town.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenPublished, must } from '../../../../test/support/given.ts'
import { writeReport } from '../../../../test/support/reports.ts'
import { givenUnit, givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { closeUnit } from '../../organisations/index.ts'
import { changeDocument, findDocument } from '../../publishing/index.ts'
import { cellsOf } from '../annual/form.ts'
import { enterFigure } from '../entered/enter-figure.ts'
import { periodFrom } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'
import { routes } from '../routes.ts'
import { beginReport } from './begin-report.ts'
import type { MadeReport } from './made.ts'
import { markNumbers } from './mark-numbers.ts'
import { findReport, listFilings } from './queries.ts'
import { readMade } from './read-made.ts'

let given: AnnualTown
let desk: Desk
let people: Record<'writer' | 'elsewhere' | 'office', Visitor>
let making: MadeReport
let published: MadeReport

beforeAll(async () => {
  if (!hasServer) return
  given = await givenAnnualTown(['2021'])
  const { site, cast, safety, water, city } = given
  making = must(await beginReport(site, cast.writer, { unitId: safety.id, period: '2025', withBelow: false }))
  published = await givenPublishedReport(site, cast, safety, '2026')
  desk = await openDesk(site, routes)
  people = {
    writer: givenVisitor(cast.writer.personId, ['information-officer', safety]),
    elsewhere: givenVisitor(cast.head.personId, ['information-officer', water], ['office', water]),
    office: givenVisitor(cast.office.personId, ['office', city]),
  }
}, 240_000)

const now = async ({ id }: MadeReport): Promise<MadeReport> => (await findReport(given.site.database.read, id))!
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const form = annualForms.at(-1)!

describeWithDatabase('the desk of annual reports', { timeout: 120_000 }, () => {
  test('begins a report for a unit in reach, once, and says why not', async () => {
    const begin = (visitor: Visitor, unit: string, period = '2024') => desk.post(visitor, '/en/desk/reports', { unit, period })
    for (const unit of ['water', 'nothing']) {
      const { status, text } = await begin(people.writer, unit)
      expect([status, text.includes('Choose a unit')]).toEqual([422, true])
    }
    const begun = await begin(people.writer, 'safety')
    expect([begun.status, begun.location]).toEqual([303, expect.stringMatching(/^\/en\/desk\/reports\/\d+\?done=begun$/)])
    expect((await desk.get(people.writer, begun.location ?? '')).text).toContain('The report is begun')
    expect((await begin(people.writer, 'safety')).text).toContain('This report is begun already')
    expect((await begin(people.writer, 'safety', '1999')).text).toContain('There is no form for this year')
  })

  test('shows in both languages what comes next, what is in the way, and leads to each cell that is blank', async () => {
    for (const lang of ['zh', 'en']) {
      const { status, text } = await desk.get(people.writer, `/${lang}/desk/reports/${making.id}`)
      expect(status).toBe(200)
      expect(text).toContain(lang === 'en' ? 'Before it can be filed' : '报备之前还需要')
      expect(text).toContain(`/${lang}/desk/reports/${making.id}/cell?cell=t1%2Fcharges%2Famount`)
      expect(text).not.toContain(`action="/${lang}/desk/reports/${making.id}/file"`)
      for (const { numeral } of form.sections) expect(text).toContain(`name="text-${numeral}"`)
      for (const { address } of cellsOf(form)) expect(text, address).toContain(`cell?cell=${encodeURIComponent(address)}`)
    }
  })

  test('takes a number by hand with what shows it, and no number that records show', async () => {
    const path = `/en/desk/reports/${making.id}/cell`
    const none = markNumbers([])
    const send = (cell: string, value: string, evidence = '财务报表') =>
      desk.post(people.writer, path, { cell, value, evidence, atLeast: 'yes', numbers: none })
    const wrong = await send('t1/charges/amount', '12,5', '')
    expect(wrong.status).toBe(422)
    for (const kept of ['value="12,5"', 'checked', 'Error:']) expect(wrong.text).toContain(kept)
    expect((await send('t2/1/person', '3')).status).toBe(422)
    expect((await send('t9/1/person', '3')).status).toBe(404)
    expect((await send('t1/charges/amount', '12.5')).location).toBe(`/en/desk/reports/${making.id}?done=entered`)
    const page = main((await desk.get(people.writer, `${path}?cell=t1%2Fcharges%2Famount`)).text)
    for (const said of ['12.5', '财务报表', 'reported by hand']) expect(page).toContain(said)
    const cases = main((await desk.get(people.writer, `/en/desk/reports/${published.id}/cell?cell=t2%2F1%2Ftotal`)).text)
    expect(cases).toMatch(/\/en\/desk\/applications\/[0-9a-f-]{36}/)
  })

  test('enters and files over no number by hand that was not seen', async () => {
    const { site, cast, safety } = given
    const report = await givenReady(site, cast, safety, '2021')
    const page = `/en/desk/reports/${report.id}`
    const cell = 't1/charges/amount'
    const seenOn = async (path: string) => /name="numbers" value="(\w+)"/.exec((await desk.get(people.writer, path)).text)?.[1] ?? ''
    const [onPage, onCell] = [await seenOn(page), await seenOn(`${page}/cell?cell=${encodeURIComponent(cell)}`)]
    expect([onPage, onCell]).toEqual([expect.stringMatching(/^\w{8}$/), onPage])
    const { version } = report
    const send = (numbers: string, value: string) =>
      desk.post(people.writer, `${page}/cell`, { cell, value, evidence: '财务报表', numbers })
    expect((await send(onCell, '8')).status).toBe(303)
    const late = await send(onCell, '9')
    expect([late.status, late.text.includes('Somebody changed the report'), late.text.includes('value="9"')]).toEqual([422, true, true])
    const file = (numbers: string) => desk.post(people.writer, `${page}/file`, { version: String(version), numbers })
    const unseen = await file(onPage)
    expect([unseen.status, unseen.text.includes('Somebody changed the report')]).toEqual([422, true])
    expect((await file(await seenOn(page))).location).toBe(`${page}?done=filed`)
  })

  test('says whose part a number by hand is, and whose numbers it says can be mended until it is filed', async () => {
    const { site, cast, safety } = given
    const report = must(await beginReport(site, cast.writer, { unitId: safety.id, period: '2020', withBelow: true }))
    const section = await givenUnit(site, { code: 'fire-desk', kind: 'section' }, safety)
    const empty = (await readMade(site, report)).made.cells.find(({ origin, cell }) => origin === 'none' && !cell.isSigned)!
    const entry = { figure: empty.cell.address, span: periodFrom('2020'), evidence: '台账', isAtLeast: false, decimals: 0 }
    must(await enterFigure(site, cast.writer, { ...entry, unitId: section.id, value: '37' }))
    must(await enterFigure(site, cast.writer, { ...entry, unitId: safety.id, value: '3' }))
    const page = `/en/desk/reports/${report.id}`
    const at = `${page}/cell?cell=${encodeURIComponent(empty.cell.address)}`
    const text = main((await desk.get(people.writer, at)).text)
    expect(text).toMatch(/>40<[^]*safety bureau itself[^]{0,200}>3<[^]*Entered by the units below[^]{0,200}>37</)
    expect(text).toContain('Enter only what is safety bureau’s own')
    const cover = (version: number, form: Record<string, string>) =>
      desk.post(people.writer, `${page}/below`, { version: String(version), ...form })
    expect((await cover(report.version + 1, {})).text).toContain('Somebody changed the report')
    expect((await cover(report.version, {})).location).toBe(`${page}?done=covered`)
    expect(await now(report)).toMatchObject({ withBelow: false, version: report.version + 1 })
    const alone = main((await desk.get(people.writer, at)).text)
    expect([/>3</.test(alone), alone.includes('itself')]).toEqual([true, false])
    expect((await desk.post(people.elsewhere, `${page}/below`, {})).status).toBe(403)
    const done = await desk.post(people.writer, `/en/desk/reports/${published.id}/below`, { version: '9', withBelow: 'yes' })
    expect([done.status, done.text.includes('whose numbers it says is not changed any more')]).toEqual([422, true])
    expect((await desk.get(people.writer, `/en/desk/reports/${published.id}`)).text).not.toContain('/below"')
  })

  test('keeps what was typed when somebody else saved meanwhile', async () => {
    const { version } = await now(making)
    const path = `/en/desk/reports/${making.id}/texts`
    expect((await desk.post(people.writer, path, { version: String(version), 'text-五': '甲写的' })).status).toBe(303)
    const late = await desk.post(people.writer, path, { version: String(version), 'text-五': '乙写的', 'text-六/en': 'Mine' })
    expect(late.status).toBe(422)
    for (const kept of ['乙写的', 'Mine', 'Somebody changed this', '甲写的']) expect(late.text).toContain(kept)
    expect((await now(making)).texts).toEqual({ 五: '甲写的' })
  })

  test('refuses a filing with every reason on the page, and files what has none', async () => {
    const { site, cast, safety } = given
    const bare = must(await beginReport(site, cast.writer, { unitId: safety.id, period: '2023', withBelow: false }))
    const refused = await desk.post(people.writer, `/en/desk/reports/${bare.id}/file`, { version: '9' })
    expect(refused.status).toBe(422)
    for (const reason of ['Somebody changed the report', 'Errors are left', 'Write the section on problems'])
      expect(refused.text).toContain(reason)
    const { report } = await givenFiled(site, cast, safety, '2022')
    const page = (await desk.get(people.office, `/en/desk/reports/${report.id}`)).text
    expect(page).toContain('Next: judge the filing')
    const [filing] = await listFilings(given.site.database.read, [report.id])
    const judge = (form: Record<string, string>) => desk.post(people.office, `/en/desk/reports/${report.id}/judge`, form)
    const wordless = await judge({ filing: String(filing?.id), verdict: 'returned', remark: '' })
    expect([wordless.status, wordless.text.includes('Say why it is returned')]).toEqual([422, true])
    expect((await judge({ filing: String(filing?.id), verdict: 'accepted', remark: '' })).status).toBe(303)
    expect((await desk.get(people.writer, `/en/desk/reports/${report.id}`)).text).toContain('accepted')
  })

  test('is closed to whoever has no post in the unit, and to nobody is there what is not', async () => {
    for (const path of ['', '/cell?cell=t2%2F1%2Ftotal', '/report.json', '/report.xlsx'])
      for (const [visitor, status] of [
        [people.elsewhere, 403],
        [undefined, 303],
      ] as const)
        expect((await desk.get(visitor, `/en/desk/reports/${published.id}${path}`)).status, path).toBe(status)
    for (const act of ['texts', 'file', 'judge', 'cell'])
      expect((await desk.post(people.elsewhere, `/en/desk/reports/${published.id}/${act}`, {})).status, act).toBe(403)
    expect((await desk.post(people.writer, `/en/desk/reports/${published.id}/judge`, {})).status).toBe(403)
    expect((await desk.post(people.office, `/en/desk/reports/${published.id}/file`, {})).status).toBe(403)
    for (const path of ['999999', 'x', '1e3']) expect((await desk.get(people.office, `/en/desk/reports/${path}`)).status).toBe(404)
    const list = main((await desk.get(people.elsewhere, '/en/desk/reports?year=2026')).text)
    expect(list).toContain('water bureau')
    expect(list).not.toContain('safety bureau')
  })
})

describeWithDatabase('annual reports in public', { timeout: 120_000 }, () => {
  const report = '/en/reports/annual/2026'
  const cell = (address: string) => `${report}/cell?unit=safety&cell=${encodeURIComponent(address)}`

  test('are listed and read in both languages, every number open', async () => {
    for (const lang of ['zh', 'en']) {
      expect((await desk.get(undefined, `/${lang}/reports`)).text).toContain(`/${lang}/reports/annual/2026?unit=safety`)
      const { status, text } = await desk.get(undefined, `/${lang}/reports/annual/2026?unit=safety`)
      expect(status).toBe(200)
      for (const { address } of cellsOf(form)) expect(text, address).toContain(`cell=${encodeURIComponent(address)}`)
      expect(text).toContain(lang === 'en' ? 'Publication is not always prompt.' : '公开的时效还不够强')
    }
    expect((await desk.get(undefined, report)).status).toBe(200)
  })

  test('open each number to what stood behind it: documents by name, of cases nothing but how many', async () => {
    for (const { address, table } of cellsOf(form)) {
      const { status, text } = await desk.get(undefined, cell(address))
      expect(status, address).toBe(200)
      if (table.code === 't1') continue
      expect(main(text), address).not.toMatch(/applications\/|id="records"|2026-\d\d-\d\d|safety-2026/)
    }
    const listed = main((await desk.get(undefined, cell('t1/rules/issued'))).text)
    expect(listed).toContain('2026有效文件rules')
    expect(listed).not.toContain('water bureau')
    expect((await desk.get(undefined, cell('t9/1/person'))).status).toBe(404)
  })

  test('say nothing of whoever asked, of drafts and of texts for staff, on no page and in no file', async () => {
    const pages = [
      `${report}?unit=safety`,
      '/en/reports',
      `${report}/report.json?unit=safety`,
      ...cellsOf(form).map(({ address }) => cell(address)),
    ]
    for (const path of pages) {
      const { text } = await desk.get(undefined, path)
      for (const canary of given.canaries) expect(text, path).not.toContain(canary)
    }
  })

  test('are not there for a unit, a year or a cell that has none, and not before their release', async () => {
    for (const path of [
      `${report}?unit=water`,
      `${report}?unit=nobody`,
      '/en/reports/annual/2022?unit=safety',
      '/en/reports/annual/20260',
      '/en/reports/annual/x',
    ])
      expect((await desk.get(undefined, path)).status, path).toBe(404)
    for (const kind of ['json', 'xlsx', 'docx', 'pdf'])
      expect((await desk.get(undefined, `/en/reports/annual/2022/report.${kind}?unit=safety`)).status, kind).toBe(404)
  })

  test('list the records that changed behind a number since, and of cases nothing but how many', async () => {
    const { site, cast, safety, lines } = given
    const title = '年报之后补登的办法'
    await givenPublished(site, cast, safety, { title, body: `${title}，现予公布。`, formedOn: asDay('2026-12-30') }, lines.rules)
    await given.enter(safety, '2026-12-29')
    desk = await openDesk(site, routes)
    const at = (path: string, cell: string) => `${path}cell=${encodeURIComponent(cell)}`
    const page = main((await desk.get(undefined, `${report}?unit=safety`)).text)
    expect(page).toContain('/en/reports/annual/2026/drift?unit=safety&amp;cell=t1%2Frules%2Fissued')
    const read = async (path: string, visitor?: Visitor) => main((await desk.get(visitor, path)).text)
    const open = await read(at(`${report}/drift?unit=safety&`, 't1/rules/issued'))
    for (const words of ['Counted now, and not then', title, '/en/documents/']) expect(open).toContain(words)
    const closed = await read(at(`${report}/drift?unit=safety&`, 't2/1/person'))
    expect(closed).toContain('Of applications only the number is told')
    expect(closed).not.toMatch(/<table|\/desk\//)
    const inner = `/en/desk/reports/${published.id}/drift?`
    expect(await read(at(inner, 't2/1/person'), people.writer)).toContain('/en/desk/applications/')
    expect(await read(at(inner, 't1/penalties/decisions'), people.writer)).toContain('are the same as when it was filed')
    expect((await desk.get(people.writer, at(inner, 't1/nothing/issued'))).status).toBe(404)
    expect((await desk.get(people.elsewhere, at(inner, 't2/1/person'))).status).toBe(403)
    expect((await desk.get(people.writer, at(`/en/desk/reports/${making.id}/drift?`, 't2/1/person'))).status).toBe(404)
  })

  test('are gone with their publication', async () => {
    const { site, cast } = given
    const document = (await now(published)).documentId ?? 0
    must(await given.onDay('2027-02-03', () => changeDocument(site, cast.signer, document, { change: 'withdraw', reason: '内容有误。' })))
    // Ready-made pages are thrown away by whoever watches the record; here nobody does.
    desk = await openDesk(site, routes)
    expect((await desk.get(undefined, `${report}?unit=safety`)).status).toBe(404)
  })
})

describeWithDatabase('the report of a unit that ended', { timeout: 120_000 }, () => {
  test('is begun, written and filed by its successor, in whose name the text is handed over, and stays in the lists', async () => {
    const { site, cast, water, safety } = given
    must(await closeUnit(site, 'person:1', water.id, { on: asDay('2027-01-10'), reason: '机构合并', intoId: safety.id }))
    expect(main((await desk.get(people.writer, '/en/desk/reports?year=2026')).text)).toContain('water bureau')
    expect(main((await desk.get(people.elsewhere, '/en/desk/reports?year=2026')).text)).not.toContain('water bureau')
    expect((await desk.post(people.writer, '/en/desk/reports', { unit: 'water', period: '2028' })).status).toBe(422)
    const begun = await desk.post(people.writer, '/en/desk/reports', { unit: 'water', period: '2026' })
    const [page = ''] = (begun.location ?? '').split('?')
    const id = Number(page.split('/').at(-1))
    const merged = { ...given, cast: { ...cast, writer: { ...cast.writer, posts: people.writer.posts } } }
    const { version } = await writeReport(merged, await now({ id } as MadeReport))
    const shown = (await desk.get(people.writer, page)).text
    const numbers = /name="numbers" value="(\w+)"/.exec(shown)?.[1] ?? ''
    expect((await desk.post(people.writer, `${page}/file`, { version: String(version), numbers })).location).toBe(`${page}?done=filed`)
    const { documentId } = await now({ id } as MadeReport)
    expect(await findDocument(site.database.read, documentId ?? 0)).toMatchObject({ unitId: safety.id })
    const [filing] = await listFilings(site.database.read, [id])
    const judged = await desk.post(people.office, `${page}/judge`, { filing: String(filing?.id), verdict: 'accepted', remark: '' })
    expect(judged.status).toBe(303)
    expect(main((await desk.get(people.writer, '/en/desk/reports?year=2026')).text)).toMatch(/water bureau[^]{0,600}accepted/)
    expect((await desk.get(people.elsewhere, page)).status).toBe(403)
  })

  test('is not asked of a section, and of no unit for a year in which it was not there', async () => {
    const { site, cast } = given
    const section = await givenUnit(site, { code: 'desk-one', kind: 'section' }, given.safety)
    const begin = (unitId: number, period: string) => beginReport(site, cast.writer, { unitId, period, withBelow: false })
    expect(await begin(section.id, '2026')).toEqual({ ok: false, refusals: ['not-asked-yearly'] })
    expect(await begin(given.water.id, '2009')).toEqual({ ok: false, refusals: ['not-asked-yearly'] })
  })
})
