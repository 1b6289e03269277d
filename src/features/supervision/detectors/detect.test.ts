import { describe, expect, it } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { loadThresholds } from '../runs/load-thresholds.ts'
import { findEmpty, findStale } from './columns.ts'
import { detect } from './detect.ts'
import { findDeadLinks } from './documents.ts'
import { findIntermittent, findUneven, median } from './rhythm.ts'
import { detectorNames } from './shortfall.ts'
import type { MonthOfUnit, SeenLine, SeenUnit, View } from './view.ts'
import { findColumnsVeto, findStaleHome } from './website.ts'

const thresholds = loadThresholds()
const unit = (id: number, more: Partial<SeenUnit> = {}): SeenUnit => ({
  ...{ id, kind: 'department', parentId: id === 1 ? undefined : 1, path: id === 1 ? '/1/' : `/1/${id}/` },
  ...{ sinceOn: asDay('2010-01-01'), profileOn: asDay('2025-01-01'), missing: [], ...more },
})
const line = (dutyId: number, more: Partial<SeenLine> = {}): SeenLine => ({
  ...{ dutyId, unitId: 2, code: `d${dutyId}`, categoryId: dutyId, waitsForEvent: true, isRequired: true, isForStaff: false },
  ...{ sinceOn: asDay('2025-01-01'), ...more },
})
const view = (more: Partial<View> = {}): View => ({
  ...{ today: asDay('2026-06-15'), units: [unit(1), unit(2)], lines: [], tasks: new Map(), published: new Map(), missed: [], outside: [] },
  ...{ months: [], released: new Map(), excused: new Set<string>(), newestOn: asDay('2026-06-14'), categories: [], texts: [], ...more },
})

describe('an empty column', () => {
  it('counts from the end of the time that a new duty has, and not before', () => {
    const since = (sinceOn: string) =>
      findEmpty(view({ lines: [line(1, { sinceOn: asDay(sinceOn) })] }), thresholds).map((one) => one.sinceOn)
    expect(since('2026-03-17')).toEqual([])
    expect(since('2026-03-16')).toEqual(['2026-06-15'])
  })

  it('is not one where a task says it already, where the duty is optional, or where it was decided to withhold', () => {
    const tasks = (more: object) => new Map([['1:2', { firstDueOn: asDay('2026-01-10'), ...more }]])
    const found = (more: Partial<View>, duty: Partial<SeenLine> = {}) =>
      findEmpty(view({ lines: [line(1, duty)], ...more }), thresholds).length
    expect(found({})).toBe(1)
    expect(found({}, { isRequired: false })).toBe(0)
    expect(found({ tasks: tasks({ overdueOn: asDay('2026-01-10') }) })).toBe(0)
    expect(found({ tasks: tasks({ settledOn: asDay('2026-01-10') }) })).toBe(0)
  })
})

it('a column stands still the day after its period is over, and a confirmation moves it like a publication', () => {
  const published = new Map([['1:2', { newestOn: asDay('2025-06-14') }]])
  const settled = new Map([['1:2', { firstDueOn: asDay('2025-07-01'), settledOn: asDay('2025-07-01') }]])
  expect(findStale(view({ lines: [line(1)], published }), thresholds)).toMatchObject([{ sinceOn: '2026-06-15' }])
  expect(findStale(view({ lines: [line(1)], published: new Map([['1:2', { newestOn: asDay('2025-06-15') }]]) }), thresholds)).toEqual([])
  expect(findStale(view({ lines: [line(1)], published, tasks: settled }), thresholds)).toEqual([])
})

describe('units that are compared', () => {
  const months = (shares: readonly number[], due = 20): Partial<View> => ({
    units: [unit(1, { kind: 'city' }), ...shares.map((_, at) => unit(at + 2))],
    months: shares.map((share, at): MonthOfUnit => ({
      unitId: at + 2,
      month: '2026-01',
      due,
      done: (due * share) / 100,
      publications: due,
    })),
  })
  const behind = (more: Partial<View>) => findUneven(view(more), thresholds).map((one) => one.unitId)

  it('name the one that is far behind the median of its kind', () => {
    expect(behind(months([100, 95, 100, 90, 100, 95, 100, 40]))).toEqual([9])
  })

  it('are left alone where the whole kind spreads, where there are few, and where somebody had little to do', () => {
    expect(behind(months([100, 80, 60, 45, 30, 75, 95, 50]))).toEqual([])
    expect(behind(months([100, 100, 100, 100, 100, 100, 0]))).toEqual([])
    expect(behind(months([100, 100, 100, 100, 100, 100, 100, 0], 4))).toEqual([])
  })

  it('are measured by a median that a few cannot shift', () => {
    expect(median([1, 2, 900])).toBe(2)
    expect(median([1, 2, 4, 900])).toBe(3)
    expect(median([])).toBe(0)
  })
})

it('a unit is intermittent when it fell silent in three months that wanted something, not when it never spoke', () => {
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => ({
    unitId: 2,
    month: `2026-${month}`,
    due: 1,
    done: 1,
    publications: 1,
  }))
  const all = [...months, { unitId: 2, month: '2025-12', due: 1, done: 1, publications: 1 }]
  const spoken = (...spoke: string[]) =>
    findIntermittent(view({ months: all, released: new Map(spoke.map((month) => [`2 ${month}`, 1])) }), thresholds).map(
      (one) => one.sinceOn,
    )
  expect(spoken('2025-12', '2026-01', '2026-05')).toEqual(['2026-02-01'])
  expect(spoken('2025-12', '2026-01', '2026-02', '2026-05')).toEqual([])
  expect(spoken()).toEqual([])
})

it('the home page may stand still for two weeks', () => {
  const stale = (newestOn: string) => findStaleHome(view({ newestOn: asDay(newestOn) }), thresholds).map((one) => one.sinceOn)
  expect(stale('2026-06-01')).toEqual([])
  expect(stale('2026-05-31')).toEqual(['2026-06-15'])
})

it('a site fails with five empty columns, and not while the office has excused one of them', () => {
  const lines = [1, 2, 3, 4, 5].map((duty) => line(duty, { sinceOn: asDay(`2025-0${duty}-01`) }))
  expect(findColumnsVeto(view({ lines: lines.slice(1) }), thresholds)).toEqual([])
  expect(findColumnsVeto(view({ lines }), thresholds)).toMatchObject([{ seen: { empty: 5, stale: 0, long: 0 }, sinceOn: '2025-07-31' }])
  expect(findColumnsVeto(view({ lines, excused: new Set(['3:2']) }), thresholds)).toEqual([])
})

it('a link is dead since the day on which its target went, or since the text came out', () => {
  const text = { id: 7, unitId: 2, publishedOn: asDay('2026-03-01') }
  const since = (goneOn?: string) =>
    findDeadLinks(
      view({ texts: [{ ...text, deadLinks: [{ address: 'units/x', goneOn: goneOn === undefined ? undefined : asDay(goneOn) }] }] }),
    )[0]
  expect(since('2026-04-05')).toMatchObject({ sinceOn: '2026-04-05', seen: { n: 1 } })
  expect(since('2026-02-01')?.sinceOn).toBe('2026-03-01')
  expect(since()?.sinceOn).toBe('2026-03-01')
})

it('every detector has its basis in the pack, and an empty city on its first day has no faults but missing columns', () => {
  expect(detectorNames.filter((name) => thresholds.bases[name].basisZh === '')).toEqual([])
  expect(new Set(detect(view(), thresholds).map((one) => one.detector))).toEqual(new Set(['required-column']))
})
