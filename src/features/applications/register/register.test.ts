import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenVisitor, openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Visitor } from '../../../platform/http/route.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { listingFrom, registerViews, type Listing } from './listing.ts'
import { findSearchedUntil, listCases } from './queries.ts'
import { questionOf, readRegister } from './read-register.ts'
import { registerRoutes } from './routes.tsx'
import { unitsInReach } from './units-in-reach.ts'

let given: GivenCases
let desk: Desk
let people: Record<'writer' | 'elsewhere' | 'office' | 'stranger', Visitor>
const numbers: Record<string, string> = {}

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-06-15')
  const { site, safety, water, city, cast, enter, change } = given
  const enterAs = async (name: string, ...args: Parameters<typeof enter>) => {
    const entered = await enter(...args)
    numbers[name] = entered.number
    return entered
  }
  await enterAs('late', safety, '2026-04-20', { wanted: '2025年度安全生产专项资金使用情况' })
  const mine = await enterAs('mine', safety, '2026-05-20', { applicant: { name: '=cmd()', identityNumber: 'G7654321' } })
  await change(mine.ref, '2026-05-21', [], { handlerId: cast.writer.personId })
  await enterAs('fresh', safety, '2026-06-12', {
    wanted: '山洪灾害危险区清单 100%_',
    applicant: { kind: 'company', name: '明川某公司', contactName: '李' },
  })
  await enterAs('letter', safety, '2026-06-10', { channel: 'ordinary-post' })
  const asked = await enterAs('unclear', safety, '2026-06-08')
  await change(asked.ref, '2026-06-09', [{ kind: 'clarification-asked', on: asDay('2026-06-09'), answerBy: asDay('2026-07-01') }])
  const third = await enterAs('consulted', safety, '2026-06-01')
  await change(third.ref, '2026-06-03', [{ kind: 'consultation-sent', consultation: 'c1', with: 'third-party', on: asDay('2026-06-03') }])
  const done = await enterAs('done', safety, '2026-03-02')
  await change(done.ref, '2026-03-20', [{ kind: 'replied', on: asDay('2026-03-20') }], { leaf: 'D4' })
  const slow = await enterAs('slow', safety, '2026-02-02')
  await change(
    slow.ref,
    '2026-05-20',
    [
      { kind: 'extended', decidedOn: asDay('2026-02-20'), toldOn: asDay('2026-02-20') },
      { kind: 'replied', on: asDay('2026-05-20') },
    ],
    { leaf: 'G1' },
  )
  await enterAs('water', water, '2026-06-11')
  desk = await openDesk(site, registerRoutes)
  people = {
    writer: givenVisitor(cast.writer.personId, ['information-officer', safety]),
    elsewhere: givenVisitor(cast.head.personId, ['information-officer', water]),
    office: givenVisitor(cast.office.personId, ['office', city]),
    stranger: givenVisitor(cast.signer.personId),
  }
})

async function listed(asked: Partial<Listing>, who: keyof typeof people = 'writer'): Promise<string[]> {
  const { personId, posts } = people[who]
  const register = await readRegister(given.site, { personId, posts }, { ...listingFrom({}), ...asked })
  expect(register.count).toBe(register.lines.length)
  return register.lines.map((line) => Object.entries(numbers).find(([, number]) => number === line.number)?.[0] ?? '?')
}

describeWithDatabase('the register of applications', () => {
  test('shows each part by the day that decides, and ended cases by number', async () => {
    expect(Object.fromEntries(await Promise.all(registerViews.map(async (view) => [view, await listed({ view })])))).toEqual({
      mine: ['mine'],
      open: ['late', 'mine', 'fresh', 'consulted', 'letter', 'unclear'],
      week: ['mine'],
      overdue: ['late'],
      waiting: ['unclear'],
      consulting: ['consulted'],
      unconfirmed: ['letter'],
      ended: ['slow', 'done'],
      all: ['slow', 'done', 'consulted', 'unclear', 'letter', 'fresh', 'mine', 'late'],
    })
  })

  test('filters by everything that its address may say', async () => {
    const all = (asked: Partial<Listing>, who?: 'office') => listed({ view: 'all', ...asked }, who)
    expect(await all({ leaf: 'D4' })).toEqual(['done'])
    expect(await all({ channel: 'ordinary-post' })).toEqual(['letter'])
    expect(await all({ kind: 'company' })).toEqual(['fresh'])
    expect(await all({ ended: '2026', timing: 'late' })).toEqual(['slow'])
    expect(await all({ ended: '2026', timing: 'in-time' })).toEqual(['done'])
    expect(await all({ extended: 'yes' })).toEqual(['slow'])
    expect(await all({ ended: '2025' })).toEqual([])
    expect(await all({ unit: 'water' }, 'office')).toEqual(['water'])
    expect((await all({ year: '2026' }, 'office')).length).toBe(9)
  })

  test('finds by a number, its beginning, or words of what is asked for, in which signs of patterns mean nothing', async () => {
    expect(await listed({ view: 'all', text: 'safety-2026-0003' })).toEqual(['fresh'])
    expect((await listed({ view: 'all', text: 'safety-2026' })).length).toBe(8)
    expect(await listed({ view: 'open', text: '专项资金' })).toEqual(['late'])
    expect(await listed({ view: 'open', text: '100%_' })).toEqual(['fresh'])
    expect(await listed({ view: 'open', text: '%' })).toEqual(['fresh'])
    expect(await listed({ view: 'all', text: '没有这样的' })).toEqual([])
  })

  test('goes on where a page ended, with what has no day last', async () => {
    const { site } = given
    const officer = { personId: people.office.personId, posts: people.office.posts }
    const units = await unitsInReach(site, 'applications.read', officer.posts)
    for (const view of ['open', 'all'] as const) {
      const question = questionOf(site, officer, listingFrom({ view }), units)
      const whole = (await listCases(site.database.read, question, { limit: 50 })).map((line) => line.id)
      const walked: number[] = []
      for (let after: Parameters<typeof listCases>[2]['after'] = undefined; ;) {
        const [next] = await listCases(site.database.read, question, { after, limit: 1 })
        if (next === undefined) break
        walked.push(next.id)
        after =
          view === 'open'
            ? { order: 'due', dueOn: next.dueOn, id: next.id }
            : { order: 'number', year: next.year, serial: next.serial, id: next.id }
      }
      expect(walked).toEqual(whole)
      expect(await findSearchedUntil(site.database.read, { ...question, text: '预案' }, undefined)).toBeUndefined()
    }
  })

  test('keeps the cases of a unit from those who do not reach it: by list, table, ledger, calendar and identity number', async () => {
    const own = ['/zh/desk/applications?view=all', '/zh/desk/applications?view=all&unit=safety', '/zh/desk/applications.csv?view=all']
    for (const path of [...own, '/zh/desk/applications?view=all&text=safety-2026-0001', '/zh/desk/applications/deadlines.ics']) {
      const answer = await desk.get(people.elsewhere, path)
      expect(answer.status, path).toBe(200)
      expect(answer.text.replaceAll('text=safety-2026-0001', '').replaceAll('value="safety-2026-0001"', ''), path).not.toMatch(
        /safety-2026-\d{4}/,
      )
    }
    for (const ledger of ['ledger', 'ledger.pdf'])
      expect((await desk.get(people.elsewhere, `/zh/desk/applications/${ledger}?unit=safety&year=2026`)).status, ledger).toBe(404)
    const found = await desk.post(people.elsewhere, '/zh/desk/applications/identity', { identity: 'G7654321' })
    expect(found.text).not.toContain(numbers['mine'])
    expect((await desk.get(people.stranger, '/zh/desk/applications')).status).toBe(403)
    expect((await desk.get(people.writer, '/zh/desk/applications/board')).status).toBe(403)
  })

  test('finds by identity number, however it is spelled, and repeats the number nowhere', async () => {
    const found = await desk.post(people.writer, '/zh/desk/applications/identity', { identity: ' g765-4321 ' })
    expect(found.text).toContain(numbers['mine'])
    expect(found.text).not.toContain(numbers['late'])
    expect(found.text).not.toMatch(/765-?4321/)
    const empty = await desk.post(people.writer, '/en/desk/applications/identity', { identity: ' ' })
    expect(empty.status).toBe(422)
  })

  test('goes on paper a unit and a year at a time, and asks for the unit where none is named', async () => {
    const paper = await desk.get(people.writer, '/zh/desk/applications/ledger.pdf?unit=safety&year=2026')
    expect([paper.status, paper.text.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect((await desk.get(people.writer, '/zh/desk/applications/ledger.pdf')).location).toBe('/zh/desk/applications/ledger')
  })

  test('says who asks only behind a mask, on the page and in the table, which no spreadsheet runs', async () => {
    for (const path of [
      '/zh/desk/applications?view=all',
      '/zh/desk/applications/ledger?unit=safety&year=2026',
      '/zh/desk/applications.csv?view=all',
    ]) {
      const { text } = await desk.get(people.writer, path)
      expect(text, path).toContain(numbers['mine'])
      for (const secret of ['王小明', 'cmd()', '13900001111', 'E12345678', 'G7654321'])
        expect(text, `${path} ${secret}`).not.toContain(secret)
    }
    expect((await desk.get(people.writer, '/zh/desk/applications.csv?view=all')).text).not.toMatch(/(^|,)"?[=+@-]/m)
  })

  test('nags about letters that nobody confirmed, on top, those who can confirm them', async () => {
    const page = (await desk.get(people.writer, '/en/desk/applications')).text
    expect(page).toMatch(/Letters to confirm[\s\S]*unconfirmed since[\s\S]*Wed 10 Jun/)
    expect((await desk.get(people.office, '/en/desk/applications')).text).not.toContain('Letters to confirm')
  })

  test('gives a calendar of the days of open cases with numbers and addresses alone', async () => {
    const { text } = await desk.get(people.writer, '/zh/desk/applications/deadlines.ics')
    const unfolded = text.replaceAll('\r\n ', '')
    expect([...unfolded.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map((match) => match[1])).toEqual([
      '20260520',
      '20260617',
      '20260713',
      '20260721',
    ])
    expect(unfolded).toContain(numbers['late'])
    expect(unfolded).toMatch(/UID:[0-9a-f-]{36}-due@127\.0\.0\.1/)
    for (const secret of ['防汛', '专项资金', '王']) expect(unfolded).not.toContain(secret)
  })

  test('shows the office every unit in a row, each number opening as many cases', async () => {
    const page = (await desk.get(people.office, '/en/desk/applications/board')).text
    const figures = [...page.matchAll(/gk-figure__value" href="([^"]+)"[^>]*>(\d+)</g)]
    expect(figures.length).toBeGreaterThan(5)
    for (const [, address = '', value] of figures) {
      const list = (await desk.get(people.office, address.replaceAll('&amp;', '&'))).text
      expect(/gk-listhead__count">(\d+) application/.exec(list)?.[1], address).toBe(value)
    }
    expect(page).toContain('50%')
  })
})
