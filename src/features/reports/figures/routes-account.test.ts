import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { listUnits } from '../../organisations/index.ts'
import { documentsThat } from '../../publishing/index.ts'
import { routes } from '../routes.ts'
import { figures } from './all-figures.ts'
import { hasMonths } from './count-figures.ts'

let given: GivenFigures
let desk: Desk
let officer: Visitor
let office: Visitor

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  desk = await openDesk(given.site, routes)
  officer = givenVisitor(given.cast.writer.personId, ['information-officer', given.safety])
  office = givenVisitor(given.cast.office.personId, ['office', given.city])
})

const publicly = (path: string) => desk.get(undefined, path)
const cases = figures.filter(({ group }) => group === 'applications')
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describeWithDatabase('the account in public', () => {
  test('tells every figure in both languages, and opens each', async () => {
    for (const [lang, title, group] of [
      ['en', 'The account', 'On application'],
      ['zh', '公开账目', '依申请公开'],
    ] as const) {
      const { text } = await publicly(`/${lang}/account`)
      expect(text).toContain(`<h1`)
      for (const words of [title, group]) expect(main(text)).toContain(words)
      for (const { code, facts } of figures) {
        expect(main(text).includes(`/${lang}/account/${code}?period=2026`), code).toBe(facts !== undefined)
        expect((await publicly(`/${lang}/account/${code}`)).status, code).toBe(200)
      }
    }
  })

  test('opens each part of a figure by its own address, and none that it does not have', async () => {
    const { text } = await publicly('/en/account/applications-concluded?period=2026')
    const links = [...main(text).matchAll(/href="([^"]+by=(?:outcome|applicant)[^"]+)">([\d,]+)</g)]
    expect(links.length).toBe(12)
    for (const [, href = '', count] of links) {
      const page = await publicly(href.replaceAll('&amp;', '&'))
      expect([page.status, /gk-account__number">\s*(?:<[^>]+>)*([\d,]+)/.exec(main(page.text))?.[1]], href).toEqual([200, count])
    }
    expect(main((await publicly('/en/account/applications-received?by=channel&part=online')).text)).toContain('Applications received · ')
    for (const wrong of ['by=channel&part=pigeon', 'by=mood&part=online', 'by=outcome'])
      expect((await publicly(`/en/account/applications-received?${wrong}`)).status, wrong).toBe(404)
    expect((await publicly('/en/account/documents-released?by=channel&part=online')).status).toBe(404)
  })

  test('shows no number, no unit and no day of an application, but its outcome and its month, in list and table', async () => {
    const { safety, water, old } = given
    for (const { code } of cases)
      for (const lang of ['en', 'zh'])
        for (const path of [`/${lang}/account/${code}`, `/${lang}/account/${code}/records.csv`]) {
          const { status, text } = await publicly(path)
          const shown = path.endsWith('.csv') ? text : main(text).slice(main(text).indexOf('id="records"'))
          expect(status).toBe(200)
          for (const unit of [safety, water, old]) {
            expect(shown, `${path} ${unit.code}`).not.toContain(unit.nameZh)
            expect(shown, `${path} ${unit.code}`).not.toContain(unit.nameEn)
          }
          expect(shown, path).not.toMatch(/desk\/applications|\d{4}-\d{2}-\d{2}|〔|依申请/)
          expect(shown.replace(/after=\d+|period=\d+/g, ''), path).not.toContain('/applications/')
        }
    expect((await publicly('/en/account/applications-concluded/records.csv')).text).toMatch(/2026-01/)
    expect(main((await publicly('/en/account/applications-concluded')).text)).toContain('January 2026')
    expect(main((await publicly('/zh/account/applications-concluded')).text)).toContain('2026年1月')
  })

  test('ignores a unit that is asked for with figures of applications: page, tables and picture are those of the city', async () => {
    for (const path of cases.flatMap(({ code }) => [`/en/account/${code}`, `/en/account/${code}/records.csv`])) {
      const [city, unit, nobody] = [await publicly(path), await publicly(`${path}?unit=water`), await publicly(`${path}?unit=nobody`)]
      expect(path.endsWith('.csv') ? unit.text : main(unit.text)).toBe(path.endsWith('.csv') ? city.text : main(city.text))
      expect(nobody.status).toBe(200)
    }
    const months = '/en/account/applications-received/months.csv'
    expect((await publicly(`${months}?unit=water`)).text).toBe((await publicly(months)).text)
    const chart = '/en/account/applications-received/chart.svg'
    // Each drawing numbers its styles anew.
    const drawn = (text: string) => text.replace(/zr\d+-(cls-\d+|p\d+)/g, '')
    expect(drawn((await publicly(`${chart}?unit=water`)).text)).toBe(drawn((await publicly(chart)).text))
  })

  test('says nothing of applications on the account of a unit', async () => {
    for (const unit of ['water', 'safety', 'old']) {
      const { text, status } = await publicly(`/en/account?unit=${unit}`)
      expect(status).toBe(200)
      expect(main(text)).not.toContain('On application')
      expect(main(text)).not.toMatch(/account\/(applications-|reconsiderations|suits)/)
    }
  })

  test('never tells the title or number of what is not public: drafts, texts and lines for staff', async () => {
    const inner = await numbers()
    expect(inner.length).toBeGreaterThanOrEqual(4)
    for (const { code } of figures)
      for (const address of [`account/${code}`, `account/${code}/records.csv`])
        for (const query of ['', '?unit=safety', '?period=2026-H1', '?unit=safety&period=2026-Q2'])
          for (const lang of ['en', 'zh']) {
            const { text } = await publicly(`/${lang}/${address}${query}`)
            for (const secret of [...given.canaries, ...inner, '误建的草稿', '内部值守安排', '排水管网改造安排', '误发的名单'])
              expect(text.includes(secret), `${secret} in /${lang}/${address}${query}`).toBe(false)
          }
  })

  test('opens what is public, and says of the rest that it is not', async () => {
    const page = main((await publicly('/en/account/documents-released')).text)
    expect(page).toContain(`/en/documents/${given.released.indexNumber}`)
    expect(page).toContain('消防安全检查结果')
    expect(page).toContain('a record that is not open to the public')
    expect(main((await publicly('/zh/account/documents-released')).text)).toContain('未向社会公开的记录')
    expect(page).not.toContain('/desk/')
  })

  test('names in its tables what its lists name, and draws months only where there are some', async () => {
    for (const figure of figures) {
      const status = hasMonths(figure) ? 200 : 404
      for (const file of ['months.csv', 'chart.svg'])
        expect((await publicly(`/en/account/${figure.code}/${file}`)).status, `${figure.code} ${file}`).toBe(status)
      expect((await publicly(`/en/account/${figure.code}`)).text.includes('chart.svg'), figure.code).toBe(hasMonths(figure))
    }
    const { text } = await publicly('/en/account/documents-released/months.csv')
    expect(text.trim().split('\r\n').slice(-1)).toEqual(['2026-06,0'])
  })

  test('is not there for a figure, a unit or a period that is none, or has not begun', async () => {
    for (const query of ['unit=nobody', 'period=2026-13', 'period=2027', 'period=2026-Q3', 'period=9999', 'period=1899', 'period=x'])
      expect((await publicly(`/en/account?${query}`)).status, query).toBe(404)
    expect((await publicly('/en/account/nothing')).status).toBe(404)
  })

  test('leads only to periods that have begun', async () => {
    const { text } = await publicly('/en/account')
    const led = [...text.matchAll(/\/en\/account\?period=([\w-]+)/g)].map((match) => match[1])
    expect(led).toContain('2026-Q2')
    expect(led).not.toContain('2026-Q3')
    for (const period of new Set(led)) expect((await publicly(`/en/account?period=${period}`)).status, period).toBe(200)
  })
})

/** Index numbers of everything that was never public, or is no longer. */
async function numbers(): Promise<string[]> {
  const { site } = given
  const unitIds = (await listUnits(site.database.read)).map(({ id }) => id)
  const scope = { unitIds, from: asDay('2020-01-01'), until: site.today(), cutOff: site.today() }
  const all = await documentsThat({ stand: 'entered' }).list(site.database.read, scope, 0, 99)
  return all.filter(({ isInner }) => isInner === true).map(({ label }) => label)
}

describeWithDatabase('figures at the desk', () => {
  test('are those of the highest unit in reach, and of any in it', async () => {
    const own = main((await desk.get(officer, '/en/desk/figures')).text)
    expect(own).toContain('safety bureau')
    expect(main((await desk.get(office, '/en/desk/figures')).text)).toContain('mc bureau')
    for (const unit of ['safety', 'mines', 'liuxi']) expect((await desk.get(officer, `/en/desk/figures?unit=${unit}`)).status).toBe(200)
  })

  test('of a unit out of reach are not there: no page, no table, no picture, and no form', async () => {
    for (const unit of ['water', 'mc', 'old', 'nobody'])
      for (const path of [
        '',
        '/enter',
        ...figures.flatMap(({ code }) => [`/${code}`, `/${code}/records.csv`, `/${code}/months.csv`, `/${code}/chart.svg`]),
      ])
        expect((await desk.get(officer, `/en/desk/figures${path}?unit=${unit}`)).status, `${path} of ${unit}`).toBe(404)
  })

  test('are asked for by whoever has a post, and by nobody else', async () => {
    expect((await desk.get(undefined, '/en/desk/figures')).status).toBe(303)
    expect((await desk.get(givenVisitor(99), '/en/desk/figures')).status).toBe(403)
    expect((await desk.get(givenVisitor(98, ['operator', given.city]), '/en/desk/figures')).status).toBe(403)
  })

  test('open every record with its number, its day and its unit', async () => {
    const list = main((await desk.get(officer, '/en/desk/figures/applications-received')).text)
    expect(list).toMatch(/\/en\/desk\/applications\/\w+/)
    const table = (await desk.get(officer, '/en/desk/figures/documents-entered/records.csv')).text
    expect(table).toContain(given.canaries[0])
    expect(table).toContain('2026-03-01')
    expect(table).not.toContain('排水管网改造安排')
    expect((await desk.get(office, '/zh/desk/figures/documents-entered/records.csv')).text).toContain('排水管网改造安排')
  })

  test('of a unit alone count and list what is its own, on its page, in its table and in every address that leads on', async () => {
    const { site, city } = given
    const scope = { from: asDay('2026-01-01'), until: asDay('2026-12-31'), cutOff: site.today() }
    const below = (await listUnits(site.database.read)).map(({ id }) => id)
    const count = async (unitIds: number[]) =>
      (await documentsThat({ stand: 'entered' }).ids(site.database.read, { ...scope, unitIds })).length
    const [own, all] = [await count([city.id]), await count(below)]
    expect(all).toBeGreaterThan(own)
    for (const [alone, number] of [
      ['&alone=yes', own],
      ['', all],
    ] as const) {
      const asked = `?unit=${city.code}${alone}&period=2026`
      const page = main((await desk.get(office, `/en/desk/figures/documents-entered${asked}`)).text)
      expect(page.includes(`${city.nameEn} itself</p>`)).toBe(alone !== '')
      expect(page).toContain(`documents-entered/records.csv${asked.replaceAll('&', '&amp;')}"`)
      const table = (await desk.get(office, `/en/desk/figures/documents-entered/records.csv${asked}`)).text
      expect(table.trim().split('\r\n')).toHaveLength(number + 1)
    }
  })

  test('tell the unit itself apart from those below it', async () => {
    const page = main((await desk.get(office, '/en/desk/figures/documents-released')).text)
    expect(page).toContain('/en/desk/figures/documents-released?unit=old')
    expect(page).toMatch(/href="\/en\/desk\/figures\/documents-released\?unit=safety[^"]*"/)
    expect(main((await desk.get(officer, '/en/desk/figures/tasks-due')).text)).not.toContain('By unit')
  })
})
