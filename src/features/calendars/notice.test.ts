import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { kindOfDay, type Calendar } from '../../kernel/calendar.ts'
import { asDay, yearOf, type Day } from '../../kernel/day.ts'
import { loadPack, nationalPack } from '../../platform/pack.ts'
import { loadNoticeRules } from './load-notice-rules.ts'
import { readJson } from './machine.ts'
import { daysOfBlock, endsOf, refusalsOf, warningsOf, workingDaysOf } from './notice.ts'
import { blocksIn, calendarWith } from './overlay.ts'
import type { Block, Notice } from './paper.ts'

const { calendar } = loadPack()
const rules = loadNoticeRules()
const today = asDay('2026-11-28')

/** The pack's calendar as if nothing after this year had been announced yet. */
function until(year: number): Calendar {
  const isKnown = ([day]: [Day, unknown]): boolean => yearOf(day) <= year
  return {
    ...calendar,
    announcedUntil: endsOf(year)[1],
    off: new Map([...calendar.off].filter(isKnown)),
    makeUp: new Map([...calendar.makeUp].filter(isKnown)),
    sources: calendar.sources.filter((source) => source.year <= year),
  }
}

const block = (nameZh: string, from: string, to = from, statedDays?: number): Block => ({
  ...{ nameZh, nameEn: nameZh, from: asDay(from), to: asDay(to) },
  ...(statedDays === undefined ? {} : { statedDays }),
})

const notice = (rest: Partial<Notice> = {}): Notice => ({
  ...{ kind: 'year', year: 2026, number: '国办发明电〔2025〕1号', source: '', region: '', basis: '', announcedOn: asDay('2025-11-04') },
  off: [
    block('元旦', '2026-01-01', '2026-01-03', 3),
    block('春节', '2026-02-15', '2026-02-23', 9),
    block('清明节', '2026-04-04', '2026-04-06', 3),
    block('劳动节', '2026-05-01', '2026-05-05', 5),
    block('端午节', '2026-06-19', '2026-06-21', 3),
    block('中秋节', '2026-09-25', '2026-09-27', 3),
    block('国庆节', '2026-10-01', '2026-10-07', 7),
  ],
  working: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(asDay),
  ...rest,
})

const reasons = (one: Notice, over: Calendar = until(2025)) => refusalsOf(one, over, today).map(({ reason }) => reason)

describe('the notice for 2026', () => {
  it('is taken over the calendar that ends with 2025, and gives the days that everybody knows', () => {
    expect(refusalsOf(notice(), until(2025), today)).toEqual([])
    expect(warningsOf(notice(), until(2025), rules)).toEqual([])
    const after = calendarWith(until(2025), [notice()])
    expect(workingDaysOf(after, 2026)).toBe(248)
    for (const day of daysOfBlock({ from: asDay('2026-01-01'), to: asDay('2026-12-31') }))
      expect(kindOfDay(after, day), day).toBe(kindOfDay(calendar, day))
    expect(after.sources.at(-1)).toEqual({
      ...{ year: 2026, notices: ['国办发明电〔2025〕1号'], announcedOn: '2025-11-04', confidence: 'certain' },
    })
  })

  it('is refused over a calendar that knows 2026, and over one that lacks 2025', () => {
    expect(reasons(notice(), calendar)).toEqual(['year-known'])
    expect(reasons(notice(), until(2024))).toEqual(['year-gap'])
  })

  it('is refused with every reason: a wrong length, a weekday worked, a day off and worked, a day twice', () => {
    const off = [block('元旦', '2026-01-01', '2026-01-03', 4), block('元旦', '2026-01-03')]
    const working = ['2026-01-03', '2026-01-05'].map(asDay)
    expect(refusalsOf(notice({ off, working }), until(2025), today)).toEqual([
      { reason: 'block-length', name: { nameZh: '元旦', nameEn: '元旦' }, stated: 4, counted: 3 },
      { reason: 'twice', day: '2026-01-03' },
      { reason: 'off-and-worked', day: '2026-01-03' },
      { reason: 'make-up-on-weekday', day: '2026-01-05' },
    ])
  })

  it('is refused without a source, without its day, from the future, empty, backwards, or with days of another year', () => {
    expect(reasons(notice({ number: '', announcedOn: undefined }))).toEqual(['source-missing', 'announced-missing'])
    expect(reasons(notice({ announcedOn: asDay('2026-11-29') }))).toEqual(['announced-ahead'])
    expect(reasons(notice({ off: [], working: [] }))).toEqual(['empty'])
    expect(reasons(notice({ off: [block('元旦', '2026-01-03', '2026-01-01')] }))).toEqual(['block-backwards'])
    expect(reasons(notice({ off: [block('元旦', '2000-01-01', '2026-01-03')] }))).toEqual(['block-too-long'])
    expect(reasons(notice({ off: [block('元旦', '2027-01-01'), block('元旦', '2025-11-30')] }))).toEqual(['outside-year', 'outside-year'])
  })

  it('must be confirmed where a make-up day is missing, or where it changes the December before', () => {
    const short = notice({ working: notice().working.slice(1) })
    expect(warningsOf(short, until(2025), rules)).toEqual([{ reason: 'arithmetic', year: 2026, stated: 248, counted: 247 }])
    const early = notice({ off: [...notice().off, block('元旦', '2025-12-31')] })
    expect(reasons(early)).toEqual([])
    expect(warningsOf(early, until(2025), rules)).toEqual([{ reason: 'reaches-back', day: '2025-12-31' }])
  })
})

describe('a change of a known year', () => {
  const change = (rest: Partial<Notice>) =>
    notice({ kind: 'change', year: 2020, number: '国办发明电〔2020〕1号', basis: '延长2020年春节假期', off: [], working: [], ...rest })

  it('adds days off and takes days away, and names its paper at each day', () => {
    const longer = change({ year: 2025, off: [block('防汛', '2025-07-10')], working: [asDay('2025-07-12'), asDay('2025-10-08')] })
    expect(reasons(longer)).toEqual([])
    const after = calendarWith(until(2025), [longer])
    expect(['2025-07-10', '2025-07-12', '2025-10-08'].map((day) => kindOfDay(after, asDay(day)))).toEqual(['holiday', 'make-up', 'working'])
    expect(after.off.get(asDay('2025-07-10'))?.basis).toBe('国办发明电〔2020〕1号')
    expect(after.announcedUntil).toBe('2025-12-31')
    expect(after.sources.at(-1)?.notices).toEqual(['国办发明电〔2024〕12号', '国办发明电〔2020〕1号'])
  })

  it('is refused where it changes nothing, where nothing is known, and without a basis', () => {
    expect(reasons(change({ off: [block('国庆节', '2020-10-01')] }))).toEqual(['changes-nothing'])
    expect(reasons(change({ off: [block('元旦', '2026-01-01')] }))).toEqual(['day-not-announced'])
    expect(reasons(change({ working: [asDay('2020-07-06')] }))).toEqual(['make-up-on-weekday', 'changes-nothing'])
    expect(reasons(change({ basis: '', off: [block('防汛', '2020-07-10')] }))).toEqual(['basis-missing'])
    expect(reasons(change({ kind: 'local', off: [block('雪顿节', '2020-08-19')] }))).toEqual(['region-missing'])
  })

  it('wins over what took effect before it', () => {
    const first = change({ year: 2025, off: [block('防汛', '2025-07-10')] })
    const second = change({ year: 2025, working: [asDay('2025-07-10')] })
    expect(kindOfDay(calendarWith(until(2025), [first, second]), asDay('2025-07-10'))).toBe('working')
    expect(kindOfDay(calendarWith(until(2025), [second, first]), asDay('2025-07-10'))).toBe('holiday')
  })
})

const years = (JSON.parse(readFileSync(join(nationalPack, 'calendar.json'), 'utf8')) as { years: { year: number }[] }).years
  .map((entry) => [entry.year, JSON.stringify(entry)] as const)
  .slice(1)

test.each(years)('the entry of %i as JSON gives, over the years before it, what the pack says', (year, json) => {
  const reading = readJson(json, rules.holidays)
  const read = notice({ year, off: reading?.off ?? [], working: reading?.working ?? [] })
  expect(reading?.doubts).toEqual([])
  expect(refusalsOf(read, until(year - 1), today)).toEqual([])
  expect(warningsOf(read, until(year - 1), rules)).toEqual([])
  const after = calendarWith(until(year - 1), [read])
  for (const day of daysOfBlock({ from: endsOf(year)[0], to: endsOf(year)[1] }))
    expect(kindOfDay(after, day), day).toBe(kindOfDay(calendar, day))
  expect(blocksIn(after, year).flatMap(daysOfBlock)).toEqual([...calendar.off.keys()].filter((day) => yearOf(day) === year).sort())
})
