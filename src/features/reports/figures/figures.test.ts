import { beforeAll, expect, test } from 'vitest'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenFigures, type GivenFigures } from '../../../../test/support/figures.ts'
import { givenContent, givenPublished, must, release } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Grouping } from '../../../platform/facts.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { changeDocument, createDocument, documentStands, documentsThat, saveDraft, startCorrection } from '../../publishing/index.ts'
import { figureOf, figures } from './all-figures.ts'
import { countFigures, hasMonths, partOf, scopeOf, type Figure, type Question } from './count-figures.ts'
import { periodFrom } from './period.ts'
import { readAccount } from './read-account.ts'
import { readFigure } from './read-figure.ts'
import { readTrend, trendMonths } from './read-trend.ts'

let given: GivenFigures
let units: Unit[]

beforeAll(async () => {
  if (!hasServer) return
  given = await givenFigures()
  units = await listUnits(given.site.database.read)
})

const counted = figures.filter(({ facts }) => facts !== undefined)
const asked = (period = '2026', unit?: Unit, cutOff = '2026-06-15'): Question => {
  const read = periodFrom(period)
  if (read === undefined) throw new Error(period)
  return { units, unit, period: read, cutOff: asDay(cutOff) }
}
const db = () => given.site.database.read

async function countOf(question: Question, figure: Figure, by: Grouping = 'all'): Promise<Map<string, number>> {
  return (await countFigures(db(), question, [figure], by)).get(figure.code) ?? new Map()
}
const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, n) => total + n, 0)
const values = async (question: Question) =>
  Object.fromEntries((await readAccount(given.site, question)).values.map(({ figure, value }) => [figure.code, value]))

/** The records of a figure, as one reads them page by page. */
async function leaf(question: Question, { facts, unitKinds }: Figure, size: number): Promise<number[]> {
  const scope = scopeOf(question, unitKinds)
  const read: number[] = []
  for (let after = 0; ;) {
    const page = (await facts?.list(db(), scope, after, size)) ?? []
    read.push(...page.map(({ id }) => id))
    const last = page.at(-1)
    if (last === undefined) return read
    after = last.id
  }
}

describeWithDatabase('figures', () => {
  test('of the city come to what happened in it', async () => {
    expect(await values(asked())).toEqual({
      ...{ 'applications-received': 5, 'applications-carried-over': 2, 'applications-concluded': 4, 'applications-open': 3 },
      ...{ 'applications-in-time': 3, 'applications-late': 1, 'applications-extended': 1 },
      ...{ reconsiderations: 1, suits: 1, 'suits-after-reconsideration': 1 },
      ...{ 'documents-released': 3, 'documents-entered': 6, 'documents-reviewed': 4, 'documents-waiting': 2, 'documents-corrected': 1 },
      ...{ 'tasks-due': 4, 'tasks-in-time': 1, 'tasks-late': 1, 'tasks-overdue': 2 },
      ...{ departments: 2, 'departments-practising': 1, 'villages-profiled': 1, 'sections-profiled': 1, 'units-profiled': 2 },
      ...{ categories: 1, 'sub-categories': 1, lines: 3, 'lines-required': 2, 'lines-optional': 1, 'lines-empty': 3 },
    })
  })

  test.each(counted.map((figure) => [figure.code, figure] as const))(
    'count what they list, page by page, and what they name: %s',
    async (_, figure) => {
      const { safety, water, mines, old } = given
      for (const unit of [undefined, safety, water, mines, old])
        for (const period of ['2026', '2025', '2026-Q1', '2026-05']) {
          const question = asked(period, unit)
          const ids = (await figure.facts?.ids(db(), scopeOf(question, figure.unitKinds))) ?? []
          const [count] = (await countOf(question, figure)).values()
          expect(count, `${unit?.code} ${period}`).toBe(ids.length)
          expect(await leaf(question, figure, 1)).toEqual(ids)
          expect(await leaf(question, figure, 50)).toEqual(ids)
        }
    },
  )

  test.each(counted.map((figure) => [figure.code, figure] as const))(
    'name records by their ids as they list them, also where they count no longer: %s',
    async (_, { facts, unitKinds }) => {
      const scope = scopeOf(asked('2026'), unitKinds)
      const listed = (await facts?.list(db(), scope, 0, 1_000)) ?? []
      const ids = listed.map(({ id }) => id)
      expect(await facts?.byIds(db(), scope, [...ids, 999_999_999])).toEqual(listed)
      const empty = { ...scope, from: asDay('1999-01-01'), until: asDay('1999-12-31'), cutOff: asDay('1999-12-31'), unitIds: [] }
      expect((await facts?.byIds(db(), empty, ids))?.map(({ id }) => id)).toEqual(ids)
      expect(await facts?.byIds(db(), scope, [])).toEqual([])
    },
  )

  test('by unit and by month add up to all, and are read together as they are read alone', async () => {
    for (const question of [asked(), asked('2026-H1', given.safety)]) {
      const together = await countFigures(db(), question, counted)
      for (const figure of counted) {
        const all = sum(await countOf(question, figure))
        expect(sum(together.get(figure.code) ?? new Map()), figure.code).toBe(all)
        expect(sum(await countOf(question, figure, 'unit')), `${figure.code} by unit`).toBe(all)
        expect(sum(await countOf(question, figure, 'month')), `${figure.code} by month`).toBe(all)
      }
    }
  })

  test('by month fall into their period where they are counted over it, and a list says the same month', async () => {
    for (const figure of counted.filter((one) => hasMonths(one))) {
      const question = asked('2026-H1')
      const months = await countOf(question, figure, 'month')
      expect(figure.code.startsWith('suit') ? [] : [...months.keys()].filter((month) => !/^2026-0[1-6]$/.test(month)), figure.code).toEqual(
        [],
      )
      const listed = (await figure.facts?.list(db(), scopeOf(question, figure.unitKinds), 0, 99)) ?? []
      const tally = new Map<string, number>()
      for (const { on } of listed) tally.set((on ?? '').slice(0, 7), (tally.get((on ?? '').slice(0, 7)) ?? 0) + 1)
      expect(tally, figure.code).toEqual(months)
    }
  })

  test('of a cut-off in the past say what stood then', async () => {
    const then = await values(asked('2026', undefined, '2026-03-01'))
    expect(then).toMatchObject({
      ...{ 'applications-received': 2, 'applications-carried-over': 2, 'applications-concluded': 1, 'applications-open': 3 },
      ...{ 'applications-late': 0, reconsiderations: 1, suits: 0, 'suits-after-reconsideration': 0 },
      ...{ 'documents-released': 2, 'documents-entered': 3, 'documents-reviewed': 2, 'documents-waiting': 1, 'documents-corrected': 0 },
      ...{ 'tasks-due': 2, 'tasks-in-time': 1, 'tasks-late': 0, 'tasks-overdue': 1, departments: 3 },
    })
    const late = figureOf('applications-open')
    const facts = await late?.facts?.list(db(), scopeOf(asked('2026', given.safety, '2026-03-01')), 0, 9)
    expect(facts?.map(({ titleZh }) => titleZh)).toEqual(['', ''])
  })

  test('of a quarter that is over stay as they were, whatever happens later', async () => {
    const open = async (cutOff: string) => (await values(asked('2026-Q1', undefined, cutOff)))['applications-open']
    expect([await open('2026-03-31'), await open('2026-06-15')]).toEqual([4, 4])
  })

  test('of tasks of a period that is over say how they stand on the cut-off', async () => {
    const { 'tasks-due': due, 'tasks-late': late, 'tasks-overdue': overdue } = await values(asked('2026-02', undefined, '2026-03-14'))
    expect([due, late, overdue]).toEqual([1, 0, 1])
    const later = asked('2026-02', undefined, '2026-03-15')
    expect(await values(later)).toMatchObject({ 'tasks-due': 1, 'tasks-in-time': 0, 'tasks-late': 1, 'tasks-overdue': 0 })
    for (const [code, count] of [['tasks-late', 1] as const, ['tasks-overdue', 0] as const])
      expect([(await leaf(later, figureOf(code)!, 9)).length, (await figureOf(code)!.facts?.ids(db(), scopeOf(later)))?.length]).toEqual([
        count,
        count,
      ])
  })

  test('count what a unit left behind that was merged into another, in the city and in itself', async () => {
    const { old, city } = given
    for (const period of ['2026', '2026-Q1', '2026-Q2']) {
      const [whole, below, own] = [await values(asked(period)), await values(asked(period, city)), await values(asked(period, old))]
      expect(below).toEqual(whole)
      expect(own['applications-open'], period).toBe(1)
    }
    expect(await values(asked('2026', old))).toMatchObject({ 'documents-released': 1, 'applications-concluded': 1, departments: 0 })
    expect(await values(asked('2026-Q1'))).toMatchObject({ departments: 3, 'departments-practising': 2 })
    expect(await values(asked('2026-Q1', undefined, '2026-06-15'))).toMatchObject({ departments: 3 })
  })

  test('are taken apart without a rest: each record is in one part, and each part lists as many as it says', async () => {
    const apart = figures.filter(({ dimensions }) => dimensions !== undefined)
    expect(apart.map(({ code }) => code)).toEqual(['applications-received', 'applications-concluded'])
    for (const figure of apart)
      for (const question of [asked('2026'), asked('2025'), asked('2026', given.safety)]) {
        const { value, byPart } = await readFigure(given.site, figure, question)
        for (const { by, parts } of byPart) {
          expect(
            parts.reduce((sum, { count }) => sum + count, 0),
            `${figure.code} ${by}`,
          ).toBe(value.value)
          for (const { code, count } of parts) {
            const { value: own, facts } = await readFigure(given.site, partOf(figure, by, code)!, question)
            expect([own.value, facts.length], `${figure.code} ${by} ${code}`).toEqual([count, count])
          }
        }
      }
  })

  test('never contradict each other where records show them', async () => {
    for (const period of ['2025', '2026', '2026-Q1', '2026-Q2', '2026-06'])
      for (const unit of [undefined, given.safety, given.water, given.old])
        expect((await readAccount(given.site, asked(period, unit))).contradictions, `${period} ${unit?.code}`).toEqual([])
  })

  test('are held against as many days of the period before as have passed of this one', async () => {
    const { values: read } = await readAccount(given.site, asked(), [figureOf('documents-released')!])
    // The one of 2025 was released on 20 December, later in its year than today.
    expect(read[0]).toMatchObject({ value: 3, growth: { base: 0, difference: 3, share: undefined } })
    const over = await readAccount(given.site, asked('2026-Q1'), [figureOf('documents-released')!])
    expect(over.values[0]).toMatchObject({ value: 2, growth: { base: 1, difference: 1 }, yearGrowth: { base: 0 } })
  })

  test('show whose they are, what is behind them, and a fingerprint of just that', async () => {
    const figure = figureOf('documents-released')!
    const view = await readFigure(given.site, figure, asked())
    expect(view.byUnit.map(({ unit, count }) => [unit.code, count])).toEqual([
      ['safety', 2],
      ['old', 1],
    ])
    expect(view.facts.length).toBe(3)
    expect((await readFigure(given.site, figure, asked())).fingerprint).toBe(view.fingerprint)
    expect((await readFigure(given.site, figure, asked('2026', undefined, '2026-06-14'))).fingerprint).not.toBe(view.fingerprint)
    const own = await readFigure(given.site, figureOf('tasks-due')!, asked('2026', given.safety))
    expect(own.byUnit.map(({ unit, count }) => [unit.code, count])).toEqual([['safety', 3]])
  })

  test('have a trend up to the period, and none where months mean nothing', async () => {
    const trend = await readTrend(given.site, figureOf('documents-released')!, asked())
    expect(trend.length).toBe(trendMonths)
    expect(trend.at(-1)?.month).toBe('2026-06')
    expect(trend.filter(({ count }) => count > 0)).toEqual([
      { month: '2025-12', count: 1 },
      { month: '2026-01', count: 1 },
      { month: '2026-02', count: 1 },
      { month: '2026-05', count: 1 },
    ])
    for (const code of ['applications-carried-over', 'lines', 'departments-practising', 'phone-enquiries'])
      expect(await readTrend(given.site, figureOf(code)!, asked()), code).toEqual([])
  })

  test.each(counted.filter((figure) => hasMonths(figure)).map((figure) => [figure.code, figure] as const))(
    'have a trend of which every month is the figure of that month alone: %s',
    async (_, figure) => {
      const moved = units.map((unit) => (unit.id === given.safety.id ? { ...unit, sinceOn: asDay('2026-02-15') } : unit))
      for (const question of [asked(), asked('2026', undefined, '2026-04-20'), asked('2026-Q1'), { ...asked(), units: moved }]) {
        const alone: { month: string; count: number | undefined }[] = []
        const trend = await readTrend(given.site, figure, question)
        for (const { month } of trend) {
          const period = periodFrom(month) ?? question.period
          alone.push({ month, count: (await countOf({ ...question, period }, figure)).get('') })
        }
        expect(trend).toEqual(alone)
      }
    },
  )

  test('leave out what was released for staff alone, whatever became of it later, and count it where it was begun', async () => {
    const { site, cast, onDay } = given
    const staff = { title: '内部值班安排', body: '内部值班安排，现予印发。', audience: 'staff', formedOn: asDay('2026-06-01') } as const
    const [kept, gone] = await onDay('2026-06-12', async () => [
      await givenPublished(site, cast, given.water, givenContent(staff)),
      await givenPublished(site, cast, given.water, givenContent({ ...staff, title: '内部用车安排' })),
    ])
    await onDay('2026-06-13', async () => {
      const { currentVersion } = must(await startCorrection(site, cast.signer, kept.id, '时间有误'))
      const text = givenContent({ ...staff, body: '内部值班安排，时间更正。' })
      await release(site, cast, must(await saveDraft(site, cast.writer, kept.id, currentVersion, text)))
      must(await changeDocument(site, cast.signer, gone.id, { change: 'cancel', reason: '不再执行。' }))
    })
    const scope = scopeOf(asked())
    const found = documentStands.filter((stand) => stand !== 'waiting')
    const ids = await Promise.all(found.map((stand) => documentsThat({ stand }).ids(db(), scope)))
    expect(found.filter((_, at) => ids[at]?.includes(kept.id) || ids[at]?.includes(gone.id))).toEqual(['entered', 'reviewed'])
  })

  test('take an instant late in the evening for the day that the clocks of the city show', async () => {
    const { site } = given
    const now = site.now
    site.now = () => new Date('2026-05-31T16:30:00Z')
    const before = (await values(asked('2026-06')))['documents-entered'] ?? 0
    must(await createDocument(site, given.cast.writer, { unitId: given.safety.id, content: givenContent({ title: '夜间登记' }) }))
    site.now = now
    expect((await values(asked('2026-06')))['documents-entered']).toBe(before + 1)
  })
})
