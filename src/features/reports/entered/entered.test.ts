import { beforeAll, beforeEach, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenCast, must, type Cast } from '../../../../test/support/given.ts'
import { freshSite, givenUnit, givenVisitor, openDesk, type Desk, type TestSite } from '../../../../test/support/site.ts'
import { loaders as everyLoader } from '../../../app.ts'
import { runVerify } from '../../../commands/verify.ts'
import { NotFound } from '../../../kernel/faults.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { asOwner } from '../../../platform/database/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { figures, figureOf } from '../figures/all-figures.ts'
import { periodFrom } from '../figures/period.ts'
import { readAccount } from '../figures/read-account.ts'
import { routes } from '../routes.ts'
import { enterFigure, type NewEntry } from './enter-figure.ts'
import { listEntries } from './queries.ts'
import { strikeFigure } from './strike-figure.ts'

let site: TestSite
let desk: Desk
let [city, safety, water]: Unit[] = []
let cast: Cast
let clerk: Visitor

beforeAll(async () => {
  if (!hasServer) return
  site = await freshSite('2026-06-15')
  city = await givenUnit(site, { code: 'mc' })
  safety = await givenUnit(site, { code: 'safety' }, city)
  water = await givenUnit(site, { code: 'water' }, city)
  cast = await givenCast(site, safety)
  clerk = givenVisitor(cast.writer.personId, ['information-officer', safety])
  desk = await openDesk(site, routes)
})

let period = '2026-Q1'
const enter = (more: Partial<NewEntry> = {}) =>
  enterFigure(site, cast.writer, {
    ...{ unitId: safety?.id ?? 0, figure: 'phone-enquiries', span: periodFrom(period), value: '1,204', evidence: '来电登记表' },
    ...{ isAtLeast: false, decimals: 0, ...more },
  })
const entries = (withStruck?: true) =>
  listEntries(site.database.read, {
    ...{ unitIds: [safety?.id ?? 0, water?.id ?? 0], figures: ['phone-enquiries'], ...(withStruck ? { withStruck } : {}) },
    ...(periodFrom(period) ?? { from: site.today(), until: site.today() }),
  })
const valueOf = async (code: string, asked = period) => {
  const units = await listUnits(site.database.read)
  const question = { units, period: periodFrom(asked)!, cutOff: site.today() }
  return (await readAccount(site, question, [figureOf(code)!])).values[0]
}
const acts = async () => {
  const { rows } = await asOwner(site.database, (client) =>
    client.query<{ act: string; subject: string }>(`select act, subject from journal.entry where act like 'reports.%' order by seq`),
  )
  return rows.map(({ act, subject }) => `${act} ${subject}`)
}
const form = (more: Record<string, string> = {}) => ({
  ...{ unit: 'safety', figure: 'phone-enquiries', period, value: '12', evidence: '登记表', ...more },
})

describeWithDatabase('a number that no record shows', () => {
  beforeEach(() => {
    period = `${Number(period.slice(0, 4)) - 1}-Q1` // each test has a quarter of its own
  })

  test('counts from when it is entered, and is on the record', async () => {
    expect(await valueOf('phone-enquiries')).toMatchObject({ origin: 'none' })
    const entry = must(await enter({ isAtLeast: true }))
    expect(await valueOf('phone-enquiries')).toMatchObject({ origin: 'by-hand', value: 1204, isAtLeast: true })
    expect(await acts()).toContain(`reports.enter reports.entered:${entry.id}`)
  })

  test('entered again strikes the earlier one: both can be read, and both are on the record', async () => {
    const first = must(await enter())
    const second = must(await enter({ value: '1300' }))
    expect((await entries()).map(({ id, value }) => [id, value])).toEqual([[second.id, 1300]])
    expect((await entries(true)).map(({ id, struckBy }) => [id, struckBy])).toEqual([
      [first.id, cast.writer.personId],
      [second.id, undefined],
    ])
    expect((await acts()).slice(-3)).toEqual([
      `reports.enter reports.entered:${first.id}`,
      `reports.strike reports.entered:${first.id}`,
      `reports.enter reports.entered:${second.id}`,
    ])
    const page = (await desk.get(clerk, `/en/desk/figures/phone-enquiries?period=${period}`)).text
    for (const words of ['1,300', '1,204', 'Numbers that were struck', 'Struck by Lin Xiao on 15 June 2026']) expect(page).toContain(words)
    const chinese = (await desk.get(clerk, `/zh/desk/figures/phone-enquiries?period=${period}`)).text
    for (const words of ['已划去的数字', '林晓于2026年6月15日划去']) expect(chinese).toContain(words)
    const open = (await desk.get(undefined, `/en/account/phone-enquiries?period=${period}`)).text
    expect(open).toContain('1,300')
    for (const words of ['1,204', 'Lin Xiao', '来电登记表']) expect(open).not.toContain(words)
  })

  test('entered by two people at the same moment stands once', async () => {
    const outcomes = await Promise.all(['7', '8', '9', '10'].map((value) => enter({ value })))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect((await entries()).length).toBe(1)
    expect((await entries(true)).length).toBe(4)
  })

  test('that is struck counts no longer; struck twice, it is struck once', async () => {
    const { id } = must(await enter())
    await strikeFigure(site, cast.office, id)
    const before = await acts()
    await strikeFigure(site, cast.writer, id)
    expect(await acts()).toEqual(before)
    expect((await entries(true))[0]).toMatchObject({ struckBy: cast.office.personId })
    expect(await valueOf('phone-enquiries')).toMatchObject({ origin: 'none' })
    await expect(strikeFigure(site, cast.writer, 999_999)).rejects.toThrow(NotFound)
  })

  test('of a quarter counts in its year until the year itself is entered', async () => {
    const year = period.slice(0, 4)
    must(await enter({ value: '10' }))
    must(await enter({ value: '5', span: periodFrom(`${year}-Q2`) }))
    must(await enter({ value: '3', unitId: water?.id ?? 0 }))
    expect((await valueOf('phone-enquiries', year))?.value).toBe(18)
    must(await enter({ value: '40', span: periodFrom(year) }))
    expect((await valueOf('phone-enquiries', year))?.value).toBe(43)
    expect((await valueOf('phone-enquiries'))?.value).toBe(13)
  })

  test('of money keeps all its digits, on the page too', async () => {
    must(await enter({ figure: 'fees-charged', value: '1,234.5678', decimals: 4 }))
    expect((await desk.get(undefined, `/en/account/fees-charged?period=${period}`)).text).toContain('1,234.5678')
    expect((await desk.get(undefined, `/zh/account?period=${period}`)).text).toContain('1,234.5678')
  })

  test('is refused with every reason, keeps what was typed, and leaves no entry in the record', async () => {
    const before = await acts()
    const { status, text } = await desk.post(clerk, '/en/desk/figures/enter', form({ period: '2026-Q3', value: 'a lot', evidence: '' }))
    expect(status).toBe(422)
    expect(text).toContain('value="a lot"')
    expect(text.match(/govuk-error-message/g)?.length).toBe(3)
    expect((await desk.post(clerk, '/zh/desk/figures/enter', form({ period: 'x', value: '1.5' }))).text).toContain('这一指标只能是整数')
    expect(await acts()).toEqual(before)
  })

  test('cannot be entered where records are counted', async () => {
    for (const { code } of figures.filter(({ facts }) => facts !== undefined)) {
      const { status, text } = await desk.post(clerk, '/en/desk/figures/enter', form({ figure: code }))
      expect([code, status]).toEqual([code, 422])
      expect(text).toContain('govuk-error-summary')
    }
    expect((await desk.post(clerk, '/en/desk/figures/enter', form({ figure: 'nothing' }))).status).toBe(422)
  })

  test('goes by the form to the page that shows it, and is struck there', async () => {
    const entered = await desk.post(clerk, '/en/desk/figures/enter', form({ value: '１，２０４', atLeast: 'yes' }))
    expect(entered.status).toBe(303)
    expect(entered.location).toContain(`/en/desk/figures/phone-enquiries?unit=safety&period=${period}&done=enter`)
    const page = (await desk.get(clerk, entered.location ?? '')).text
    for (const words of ['over 1,204', '登记表', 'govuk-notification-banner']) expect(page).toContain(words)
    const action = /action="(\/en\/desk\/figures\/entries\/\d+\/strike)"/.exec(page)?.[1] ?? ''
    const struck = await desk.post(clerk, action, {})
    expect(struck.status).toBe(303)
    expect((await desk.get(clerk, struck.location ?? '')).text).toContain('not reported')
  })

  test('belongs to a unit: others neither enter nor strike it', async () => {
    const { id } = must(await enter())
    const before = await acts()
    const stranger = givenVisitor(cast.head.personId, ['information-officer', water!])
    const reviewer = givenVisitor(cast.head.personId, ['reviewer', safety!])
    expect((await desk.post(stranger, '/en/desk/figures/enter', form())).status).toBe(422)
    for (const unit of ['mc', 'nobody', '']) {
      const { status, text } = await desk.post(clerk, '/zh/desk/figures/enter', form({ unit }))
      expect(status).toBe(422)
      expect(text).toContain('请选择单位')
    }
    for (const visitor of [stranger, reviewer])
      expect([403, 404]).toContain((await desk.post(visitor, `/en/desk/figures/entries/${id}/strike`, {})).status)
    expect((await desk.post(reviewer, '/en/desk/figures/enter', form())).status).toBe(403)
    expect((await desk.get(reviewer, `/en/desk/figures/phone-enquiries?period=${period}`)).text).not.toContain('/strike')
    expect((await desk.post(clerk, '/en/desk/figures/entries/999999/strike', {})).status).toBe(404)
    expect(await acts()).toEqual(before)
  })

  test('that somebody changes behind the program is found by verify', async () => {
    const { id } = must(await enter())
    expect((await runVerify([], site.database, everyLoader)).exit).toBe(0)
    const change = (value: number) =>
      asOwner(site.database, (client) => client.query('update reports.entered set value = $1 where id = $2', [value, id]))
    await change(9)
    const { exit, out } = await runVerify(['--json'], site.database, everyLoader)
    const { findings } = JSON.parse(out) as { findings: { kind: string; params: Record<string, string> }[] }
    expect(exit).toBe(1)
    expect(findings.map(({ kind }) => kind)).toEqual(['row-changed'])
    expect(out).toContain(`reports.entered:${id}`)
    await change(1204)
    expect((await runVerify([], site.database, everyLoader)).exit).toBe(0)
  })
})
