import { beforeAll, expect, test } from 'vitest'
import { anew, answer } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { must } from '../../../../test/support/given.ts'
import { openDesk, type Desk } from '../../../../test/support/site.ts'
import { asDay } from '../../../kernel/day.ts'
import { listEvents } from '../cases/queries-events.ts'
import { givenCases, type GivenCases } from '../given-cases.ts'
import { askClarification } from '../handling/ask-clarification.ts'
import { strikeEvent } from '../handling/strike-event.ts'
import { readTableFacts, readUnitFigures } from './facts.ts'
import { countNotices } from './queries-facts.ts'
import { figureRoutes } from './routes-figures.tsx'
import { faultsIn } from './table.ts'

let given: GivenCases
let desk: Desk

beforeAll(async () => {
  if (!hasServer) return
  given = await givenCases('2026-12-31')
  const { safety, water, enter, change } = given
  const answer = async (unit: typeof safety, from: string, on: string, leaf: string) => {
    const { ref } = await enter(unit, from)
    await change(ref, on, [{ kind: 'replied', on: asDay(on) }], { leaf })
    return ref
  }
  await answer(safety, '2025-12-30', '2026-01-06', 'G1')
  for (let n = 0; n < 6; n++) await answer(safety, '2026-03-02', '2026-03-09', 'G1')
  await answer(safety, '2026-03-02', '2026-03-10', 'D4')
  await answer(safety, '2026-03-02', '2026-06-30', 'D4')
  for (let n = 0; n < 7; n++) await answer(water, '2026-04-07', '2026-04-08', 'U1')
  await enter(water, '2026-12-30')
  const own = await enter(water, '2026-04-07', { kind: 'correction' })
  await change(own.ref, '2026-04-08', [{ kind: 'replied', on: asDay('2026-04-08') }], { leaf: 'O3' })
  desk = await openDesk(given.site, figureRoutes)
})

describeWithDatabase('figures of applications', () => {
  test('fill the statutory table from the register, without corrections of own records, each cell with its cases', async () => {
    const { site, safety, water } = given
    const table = await readTableFacts(site.database.read, [safety.id, water.id], 2026)
    if (table === undefined) throw new Error('no form')
    expect(faultsIn(table)).toEqual([])
    expect([table.received, table.carriedOver, table.concluded, table.carriedForward].map((row) => row.total.length)).toEqual([
      16, 1, 16, 1,
    ])
    expect(table.outcomes.flatMap(({ row, cells }) => (cells.total.length > 0 ? [[row, cells.total.length]] : []))).toEqual([
      ['3.1', 7],
      ['3.3.4', 2],
      ['3.4.1', 7],
    ])
    const before = await readTableFacts(site.database.read, [safety.id, water.id], 2025)
    expect(before?.carriedForward).toEqual(table.carriedOver)
    expect((await readTableFacts(site.database.read, [water.id], 2026))?.concluded.total.length).toBe(7)
    expect(await readTableFacts(site.database.read, [water.id], 2007)).toBeUndefined()
  })

  test('count endings and working days by unit', async () => {
    const { site, safety, water } = given
    const figures = new Map((await readUnitFigures(site, site.database.read, 2026)).map((row) => [row.unitId, row]))
    expect(figures.get(safety.id)).toMatchObject({
      counts: { received: 8, concluded: 9, inTime: 8, late: 1, closed: 0, granted: 7, withheld: 2 },
      medianDays: 5,
    })
    expect(figures.get(water.id)).toMatchObject({ counts: { received: 8, concluded: 7, unavailable: 7, other: 0 }, medianDays: 1 })
  })

  test('reach the public without a small number, and without one that gives it away', async () => {
    const page = (await desk.get(undefined, '/en/applications?year=2026')).text
    const table = (await desk.get(undefined, '/en/applications.csv?year=2026')).text
    for (const text of [page, table]) {
      expect(text).toMatch(/(&lt;|<)5/)
      expect(text).toContain('not shown')
      expect(text).not.toMatch(/data-label="(?!Median)[^"]*">[1-4]<\/td>/)
    }
    const [head, ...rows] = table
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const withheld = head?.indexOf('Withheld') ?? -1
    const cells = rows.map((row) => row[withheld])
    expect(cells).toEqual(['<5', '0', '<5'])
    const granted = head?.indexOf('Disclosed') ?? -1
    // 9 ended and 7 disclosed would say that 2 were withheld.
    const ended = head?.indexOf('Ended') ?? -1
    expect([rows[0]?.[granted], rows[0]?.[ended]]).toContain('not shown')
  })

  test('are drawn, and are there for a year without any', async () => {
    expect((await desk.get(undefined, '/zh/applications/chart.svg')).text).toContain('<svg')
    expect((await desk.get(undefined, '/zh/applications?year=1999')).status).toBe(200)
  })

  test('count the notices of a year, and none that was struck', async () => {
    const { site, cast, safety, enter, onDay } = given
    const scope = { unitIds: [safety.id], from: asDay('2027-01-01'), until: asDay('2027-12-31'), cutOff: asDay('2027-12-31') }
    const notices = () => countNotices(site.database.read, scope, 'clarification-asked')
    const { id, ref } = await enter(safety, '2027-01-04')
    const notice = { words: '请写明', sentOn: asDay('2027-01-06'), answerBy: asDay('2027-01-20') }
    const ask = () => onDay('2027-01-06', () => askClarification(site, cast.writer, anew(ref), notice))
    must(await ask())
    const event = (await listEvents(site.database.read, id)).at(-1)
    must(await onDay('2027-01-06', () => strikeEvent(site, cast.head, anew(ref), { eventId: event?.id ?? 0, reason: '登记到了别的件上' })))
    await answer(given, ref, '2027-01-08')
    expect(await notices()).toBe(0)
  })
})
