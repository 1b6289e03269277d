import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { must } from '../../../../test/support/given.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { loaders } from '../../../app.ts'
import { runVerify } from '../../../commands/verify.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { listMails } from '../../../platform/mail/index.ts'
import { asDay } from '../../../kernel/day.ts'
import { addPerson, grantPost } from '../../accounts/index.ts'
import type { Unit } from '../../organisations/index.ts'
import { enterFigure } from '../entered/enter-figure.ts'
import { listEntries } from '../entered/queries.ts'
import { strikeFigure } from '../entered/strike-figure.ts'
import { periodFrom } from '../figures/period.ts'
import { judgeFiling } from '../making/judge-filing.ts'
import { listFilings, listReports } from '../making/queries.ts'
import { listFiledCells } from '../making/queries-cells.ts'
import { routes } from '../routes.ts'
import { beginStatement } from '../statements/begin-statement.ts'
import { fileStatement } from '../statements/file-statement.ts'
import { listBehindCell } from '../statements/list-behind-cell.ts'
import { statistics } from '../statements/load-statistics.ts'
import { freezeStatement } from '../statements/make-statement.ts'
import { readStatement } from '../statements/read-statement.ts'
import { addressOf, type Statement } from '../statements/statement.ts'
import { openRound } from './open-round.ts'
import { listRounds } from './queries.ts'
import { readRounds } from './read-round.ts'
import { readTotals } from './read-totals.ts'

let given: GivenFigures
let desk: Desk
let [clerk, neighbour, office]: Visitor[] = []

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  desk = await openDesk(given.site, routes)
  clerk = givenVisitor(given.cast.writer.personId, ['information-officer', given.safety])
  neighbour = givenVisitor(given.cast.head.personId, ['information-officer', given.water])
  office = givenVisitor(given.cast.office.personId, ['office', given.city])
})

const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const quarter = (more: Record<string, string | string[]> = {}) => ({
  ...{
    unit: 'mc',
    kind: 'quarter',
    period: '2026-Q1',
    dueOn: '2026-04-15',
    words: '请核对后报备',
    asked: ['mc', 'safety', 'water'],
    ...more,
  },
})
const roundOf = async (kind: string) => (await listRounds(given.site.database.read, {})).find((one) => one.kind === kind)!
const statementOf = async (kind: 'quarter' | 'half-year', unit: Unit) =>
  (await listReports(given.site.database.read, { unitIds: [unit.id], kind }))[0]!
const viewOf = async (kind: 'quarter' | 'half-year', unit: Unit) => readStatement(given.site, await statementOf(kind, unit))

/** Opens a statement, enters what no record shows and files it. */
async function fileQuarter(visitor: Visitor | undefined, unit: Unit, value: string, isAtLeast = false): Promise<string> {
  const round = await roundOf('quarter')
  await desk.post(visitor, `/en/desk/reports/rounds/${round.id}/begin`, { unit: unit.code })
  for (const { code } of statistics.figures.filter(({ facts }) => facts === undefined))
    must(
      await enterFigure(given.site, given.cast.writer, {
        ...{ unitId: unit.id, figure: code, span: periodFrom('2026-Q1'), value, evidence: '登记表', isAtLeast, decimals: 0 },
      }),
    )
  const { id, version } = await statementOf('quarter', unit)
  await desk.post(visitor, `/en/desk/reports/statements/${id}/words`, { version: String(version), words: '已核对', explanation: '' })
  await desk.post(visitor, `/en/desk/reports/statements/${id}/file`, { version: String(version + 1) })
  return `/en/desk/reports/statements/${id}`
}

describeWithDatabase('a round of reports', () => {
  test('is proposed with a day and its basis, keeps what was typed where it is refused, and is opened once', async () => {
    const form = await desk.get(office, '/en/desk/reports/rounds/new?kind=half-year&period=2025-H2')
    expect(main(form.text)).toContain('value="2026-01-31"')
    expect(main(form.text)).toContain('not sure')
    const wrong = await desk.post(office, '/en/desk/reports/rounds', quarter({ dueOn: 'soon', words: 'kept words', asked: [] }))
    expect(wrong.status).toBe(422)
    for (const words of ['Write a day such as', 'Choose at least one unit', 'kept words', 'value="soon"'])
      expect(main(wrong.text)).toContain(words)
    const opened = await desk.post(office, '/en/desk/reports/rounds', quarter())
    expect(opened.location).toMatch(/\/en\/desk\/reports\/rounds\/\d+\?done=opened/)
    const again = await desk.post(office, '/en/desk/reports/rounds', quarter())
    expect([again.status, main(again.text).includes('asked for already')]).toEqual([422, true])
  })

  test('is opened by the office alone, and for units under it alone', async () => {
    expect((await desk.post(clerk, '/en/desk/reports/rounds', quarter({ period: '2025-Q4' }))).status).toBe(403)
    expect((await desk.post(clerk, `/en/desk/reports/rounds/${(await roundOf('quarter')).id}/remind`, {})).status).toBe(403)
  })

  test('stands on the desk of everybody who is asked, with what the office says, until it is filed', async () => {
    const { text } = await desk.get(clerk, '/en/desk/reports')
    expect(main(text)).toContain('Quarterly statistics')
    expect(main(text)).toContain('请核对后报备')
  })

  test('says who is missing first, and reminds each once a day', async () => {
    const { id } = await roundOf('quarter')
    const { person } = must(
      await addPerson(given.site, 'system', { login: 'wang', nameZh: '王某', nameEn: 'Wang', email: 'wang@example.org', isDemo: true }),
    )
    const post = { role: 'information-officer', unit: 'water', sinceOn: given.site.today(), untilOn: '', reason: '' }
    must(await grantPost(given.site, 'system', person.id, post))
    const page = main((await desk.get(office, `/en/desk/reports/rounds/${id}`)).text)
    expect(page.indexOf('Who is missing')).toBeLessThan(page.indexOf('Message to the units'))
    expect(page).toContain('3 missing')
    const reminded = await desk.post(office, `/en/desk/reports/rounds/${id}/remind`, {})
    expect(reminded.location).toContain('units=3')
    const again = await desk.post(office, `/en/desk/reports/rounds/${id}/remind`, {})
    expect([again.status, main(again.text).includes('was reminded today')]).toEqual([422, true])
    const mails = await listMails(given.site.database.read)
    expect(mails.map(({ to }) => to.address)).toEqual(['wang@example.org'])
    for (const words of ['2026-Q1', '2026-04-15', '/en/desk/reports']) expect(mails[0]?.text).toContain(words)
  })
})

describeWithDatabase('the statistics of a quarter', () => {
  test('want every number that no record shows before they are filed', async () => {
    const { id } = await roundOf('quarter')
    const begun = await desk.post(clerk, `/en/desk/reports/rounds/${id}/begin`, { unit: 'safety' })
    expect(begun.location).toMatch(/statements\/\d+\?done=begun/)
    const { id: own, version } = await statementOf('quarter', given.safety)
    const refused = await desk.post(clerk, `/en/desk/reports/statements/${own}/file`, { version: String(version) })
    expect([refused.status, main(refused.text).includes('A number is missing')]).toEqual([422, true])
    expect((await desk.get(neighbour, `/en/desk/reports/statements/${own}`)).status).toBe(403)
    expect((await desk.get(clerk, `/en/desk/reports/${own}`)).status).toBe(404)
  })

  test('are filed with the records behind every number: each list is as long as its number', async () => {
    const page = await fileQuarter(clerk, given.safety, '7')
    expect(main((await desk.get(clerk, page)).text)).toContain('filed, to be judged')
    const view = await viewOf('quarter', given.safety)
    const cells = await listFiledCells(given.site.database.read, view.filings[0]!.id)
    const counted = cells.filter(({ origin }) => origin === 'counted')
    expect(counted.length).toBeGreaterThan(30)
    for (const { cell, value, ids } of counted) expect([cell, ids?.length]).toEqual([cell, value])
    expect(counted.filter(({ value }) => value > 0).length).toBeGreaterThan(5)
    for (const { code, cells: shown } of view.made.lines)
      for (const { column, origin, value } of shown) {
        if (origin !== 'counted') continue
        const behind = await listBehindCell(given.site, view.made, addressOf(code, column), { after: 0, limit: 50 })
        expect([code, column, behind?.facts.length]).toEqual([code, column, value])
      }
    // A case that is registered between the two readings is in the number and in its list, or in neither.
    await given.enter(given.safety, '2026-03-20')
    const frozen = await freezeStatement(given.site, view.made)
    for (const { cell, origin, value, ids } of frozen.cells) if (origin === 'counted') expect([cell, ids?.length]).toEqual([cell, value])
    const received = ({ lines }: Statement) => lines.find(({ code }) => code === 'applications-received')?.values.current
    expect(received(frozen.content)).toBe((received(view.made.content) ?? 0) + 1)
    const opened = await desk.get(clerk, `${page}?cell=documents-released/current`)
    expect(main(opened.text)).toContain('消防安全检查结果')
  })

  test('go back with a remark and never without one, are filed again and accepted', async () => {
    const { id, version } = await statementOf('quarter', given.safety)
    const page = `/en/desk/reports/statements/${id}`
    const judge = async (verdict: string, remark: string) => {
      const [last] = await listFilings<Statement>(given.site.database.read, [id])
      return desk.post(office, `${page}/judge`, { filing: String(last?.id), verdict, remark })
    }
    expect((await judge('returned', '')).status).toBe(422)
    expect((await judge('returned', '来电数请核实')).location).toContain('done=judged')
    expect(main((await desk.get(clerk, '/en/desk/reports')).text)).toContain('来电数请核实')
    await desk.post(clerk, `${page}/file`, { version: String(version) })
    expect((await judge('accepted', '')).location).toContain('done=judged')
    const after = await desk.post(clerk, `${page}/file`, { version: String(version) })
    expect([after.status, main(after.text).includes('has accepted it')]).toEqual([422, true])
    expect((await listFilings<Statement>(given.site.database.read, [id])).map(({ serial }) => serial)).toEqual([2, 1])
  })

  test('say as drift what was entered anew by hand, and what nobody vouches for any more', async () => {
    expect((await viewOf('quarter', given.safety)).drift).toEqual([])
    const asked = { unitIds: [given.safety.id], figures: ['phone-enquiries'], from: asDay('2026-01-01'), until: asDay('2026-03-31') }
    const [entry] = await listEntries(given.site.database.read, asked)
    await strikeFigure(given.site, given.cast.writer, entry?.id ?? 0)
    const since = { filed: 7, added: [], removed: [] }
    const cells = ['phone-enquiries/current', 'phone-enquiries/year']
    const gone = cells.map((cell) => ({ cell, kind: 'entered-anew', now: null, ...since }))
    expect((await viewOf('quarter', given.safety)).drift).toEqual(gone)
    const span = periodFrom('2026-Q1')
    const anew = { unitId: given.safety.id, figure: 'phone-enquiries', span, evidence: '登记表', isAtLeast: false, decimals: 0 }
    must(await enterFigure(given.site, given.cast.writer, { ...anew, value: '8' }))
    expect((await viewOf('quarter', given.safety)).drift).toEqual(gone.map((one) => ({ ...one, now: 8 })))
    must(await enterFigure(given.site, given.cast.writer, { ...anew, value: '7' }))
    await given.enter(given.safety, '2026-03-21')
    const page = `/en/desk/reports/statements/${(await statementOf('quarter', given.safety)).id}`
    expect(main((await desk.get(clerk, page)).text)).toContain(`${page}/drift?cell=applications-received%2Fcurrent`)
    const listed = await desk.get(clerk, `${page}/drift?cell=applications-received%2Fcurrent`)
    for (const words of ['Counted now, and not then', '1 in all', '/en/desk/applications/']) expect(main(listed.text)).toContain(words)
    expect((await desk.get(neighbour, `${page}/drift?cell=applications-received%2Fcurrent`)).status).toBe(403)
    expect((await desk.get(clerk, `${page}/drift?cell=nothing`)).status).toBe(404)
  })

  test('add up over the accepted filings, figure by figure, beside what the records say now', async () => {
    await fileQuarter(neighbour, given.water, '5', true)
    const { id } = await statementOf('quarter', given.water)
    const [last] = await listFilings<Statement>(given.site.database.read, [id])
    await desk.post(office, `/en/desk/reports/statements/${id}/judge`, { filing: String(last?.id), verdict: 'accepted', remark: '' })
    const [view] = await readRounds(given.site.database.read, [await roundOf('quarter')])
    expect(view?.missing.map(({ unit }) => unit.code)).toEqual(['mc'])
    const byHand = { isByHand: true, isAtLeast: true }
    const totals = new Map((await readTotals(given.site, view!)).map((total) => [total.figure.code, total]))
    expect(totals.get('phone-enquiries')).toMatchObject({ sum: 12, mark: byHand, yearMark: byHand, now: { value: 12, ...byHand } })
    expect(totals.get('phone-enquiries')?.parts.map(({ value, isByHand, isAtLeast = false }) => [value, isByHand, isAtLeast])).toEqual([
      [7, true, false],
      [5, true, true],
    ])
    // The city tells of `old`, which ended, and has not filed: what that unit did is in the records and in no filing.
    for (const { sum, now, figure } of totals.values()) expect([figure.code, sum <= (now?.value ?? 0)]).toEqual([figure.code, true])
    const page = main((await desk.get(office, `/en/desk/reports/rounds/${view?.round.id}?figure=phone-enquiries`)).text)
    expect(page).toContain('Not in it: mc bureau.')
    expect(page).toContain('unit by unit')
    expect(page).toMatch(/>over 12<[^]{0,600}reported by hand/)
  })
})

describeWithDatabase('what two offices ask for', () => {
  test('is added up once, and a verdict of the other office says whose it is', async () => {
    const { site, cast, safety, mines, city } = given
    const ask = (owner: Unit, units: Unit[]) =>
      openRound(site, cast.office.personId, {
        ...{
          unitId: owner.id,
          kind: 'quarter',
          period: '2025-Q4',
          dueOn: asDay('2026-07-31'),
          words: '',
          unitIds: units.map(({ id }) => id),
        },
      })
    const fileFor = async (roundId: number, unit: Unit, value: string) => {
      const { id, version } = must(await beginStatement(site, cast.writer.personId, { roundId, unitId: unit.id }))
      for (const { code } of statistics.figures.filter(({ facts }) => facts === undefined)) {
        const entry = { unitId: unit.id, figure: code, span: periodFrom('2025-Q4'), value, evidence: '登记表' }
        must(await enterFigure(site, cast.writer, { ...entry, isAtLeast: false, decimals: 0 }))
      }
      return must(await fileStatement(site, cast.writer.personId, id, version))
    }
    const accept = async ({ id, reportId }: { id: number; reportId: number }) =>
      must(await judgeFiling(site, cast.office, reportId, { filingId: id, verdict: 'accepted', remark: '' }))
    const above = must(await ask(city, [safety]))
    const own = must(await ask(safety, [safety, mines]))
    const part = await fileFor(own.id, mines, '2')
    await accept(part)
    const sumOf = async () => {
      const [view] = await readRounds(site.database.read, [own])
      return (await readTotals(site, view!)).find(({ figure }) => figure.code === 'phone-enquiries')
    }
    expect(await sumOf()).toMatchObject({ sum: 2 })
    await accept(await fileFor(above.id, safety, '3'))
    expect(await sumOf()).toMatchObject({ sum: 5, parts: [{ value: 5 }] })
    const page = main((await desk.get(office, `/en/desk/reports/rounds/${own.id}`)).text)
    for (const said of ['In safety bureau’s report already', 'Judged by the office of mc bureau', 'From 1 accepted filing.'])
      expect(page).toContain(said)
    expect(main((await desk.get(office, `/en/desk/reports/rounds/${above.id}`)).text)).not.toContain('Judged by')
  })
})

describeWithDatabase('the half-year statement', () => {
  test('lists the lines that fell due, and wants the unit to confirm them', async () => {
    given.site.day = '2026-07-02'
    const asked = { unit: 'mc', kind: 'half-year', period: '2026-H1', dueOn: '2026-07-31', asked: ['safety', 'water'], words: '' }
    await desk.post(office, '/en/desk/reports/rounds', asked)
    const round = await roundOf('half-year')
    await desk.post(neighbour, `/en/desk/reports/rounds/${round.id}/begin`, { unit: 'water' })
    const view = await viewOf('half-year', given.water)
    const plans = view.made.lines.find(({ code }) => code === 'plans')
    expect(plans?.cells.map(({ column, value }) => [column, value])).toEqual([
      ['due', 2],
      ['in-time', 0],
      ['late', 0],
      ['overdue', 2],
    ])
    const page = `/en/desk/reports/statements/${view.report.id}`
    const refused = await desk.post(neighbour, `${page}/file`, { version: String(view.report.version) })
    expect([refused.status, main(refused.text).includes('own words first')]).toEqual([422, true])
    await desk.post(neighbour, `${page}/words`, { version: String(view.report.version), words: '两项排期至七月', explanation: '' })
    await desk.post(neighbour, `${page}/file`, { version: String(view.report.version + 1) })
    const cells = await listFiledCells(given.site.database.read, (await viewOf('half-year', given.water)).filings[0]!.id)
    expect(cells.map(({ cell, value, ids }) => [cell, value, ids?.length])).toContainEqual(['plans/overdue', 2, 2])
    const behind = await listBehindCell(given.site, view.made, 'plans/overdue', { after: 0, limit: 50 })
    expect(behind?.facts.map(({ label }) => label)).toEqual(['事项2026-03-10', '事项2026-06-05'])
  })

  test('leaves the whole record provable', async () => {
    given.site.day = '2026-07-02'
    expect(await runVerify([], given.site.database, loaders)).toMatchObject({ exit: 0 })
  })
})
