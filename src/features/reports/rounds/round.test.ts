import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { periodFrom } from '../figures/period.ts'
import { proposeDay } from './load-round-rules.ts'
import type { ReportState } from '../making/made.ts'
import { coveredBy, isMissing, openRefusals, remindable, tellsOfBelow } from './round.ts'

const today = asDay('2026-10-12')
const asked = { kind: 'quarter', dueOn: asDay('2026-10-15'), words: '', asked: 3 } as const

describe('a round', () => {
  test('asks for a period of its kind that has begun, by a day after it, of at least one unit', () => {
    expect(openRefusals(asked, periodFrom('2026-Q3'), today)).toEqual([])
    expect(openRefusals(asked, periodFrom('2026-H1'), today)).toEqual(['period-wrong'])
    expect(openRefusals(asked, undefined, today)).toEqual(['period-wrong'])
    expect(openRefusals({ ...asked, dueOn: asDay('2027-04-15') }, periodFrom('2027-Q1'), today)).toEqual(['period-to-come'])
    expect(openRefusals({ ...asked, dueOn: asDay('2026-09-30'), asked: 0 }, periodFrom('2026-Q3'), today)).toEqual([
      'due-early',
      'nobody-asked',
    ])
    expect(openRefusals({ ...asked, dueOn: undefined, words: '字'.repeat(2001) }, periodFrom('2026-Q3'), today)).toEqual([
      'due-wrong',
      'words-long',
    ])
  })

  test.each([
    ['2026-Q3', '2026-10-15', 'unsure'],
    ['2026-Q4', '2027-01-15', 'unsure'],
    ['2026-H1', '2026-07-31', 'unsure'],
    ['2026-H2', '2027-01-31', 'unsure'],
    ['2025', '2026-01-31', 'certain'],
    ['2015', '2016-03-31', 'certain'],
  ])('over %s is proposed to be due on %s', (code, on, confidence) => {
    expect(proposeDay(periodFrom(code)!)).toMatchObject({ on, confidence })
  })

  test('counts what was returned as missing', () => {
    expect((['not-begun', 'in-making', 'returned', 'filed', 'accepted'] as const).map(isMissing)).toEqual([true, true, true, false, false])
  })

  test('reminds whoever is missing once a day, when the day is near', () => {
    const lines = [{ state: 'in-making', remindedOn: today }, { state: 'returned' }, { state: 'filed' }] as const
    const soon = asDay('2026-10-19')
    expect(remindable(lines, asked.dueOn, { today, soon })).toEqual({ ok: true, value: [lines[1]] })
    expect(remindable(lines.slice(0, 1), asked.dueOn, { today, soon })).toEqual({ ok: false, refusals: ['reminded-today'] })
    expect(remindable(lines.slice(2), asked.dueOn, { today, soon })).toEqual({ ok: false, refusals: ['nobody-missing'] })
    expect(remindable(lines, asDay('2026-10-20'), { today, soon })).toEqual({ ok: false, refusals: ['not-due-yet'] })
  })

  test('lets a unit tell of those below it, unless one of them reports on its own', () => {
    const paths = ['/1/', '/1/2/', '/1/3/', '/1/3/7/'].map((path) => ({ path }))
    expect(paths.map(({ path }) => tellsOfBelow(path, paths))).toEqual([false, true, false, true])
  })

  test('finds whose accepted filing tells of a unit already', () => {
    const line = (path: string, state: ReportState, withBelow: boolean) => ({ unit: { path }, state, report: { withBelow } })
    const lines = [
      line('/1/', 'filed', true),
      line('/1/2/', 'accepted', true),
      line('/1/2/3/', 'accepted', true),
      line('/1/20/', 'accepted', true),
    ]
    const covering = (some: typeof lines) => some.map((one) => coveredBy(one, some)?.unit.path)
    expect(covering(lines)).toEqual([undefined, undefined, '/1/2/', undefined])
    expect(covering([line('/1/2/', 'accepted', false), ...lines.slice(2)])).toEqual([undefined, undefined, undefined])
    expect(covering([line('/1/', 'accepted', true), ...lines.slice(1)])).toEqual([undefined, '/1/', '/1/', '/1/'])
  })
})
