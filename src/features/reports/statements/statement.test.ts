import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import { relations } from '../figures/relation.ts'
import { statementRefusals, type StatementColumn } from './statement.ts'

const cell = (column: StatementColumn, value: number | null) => ({ column, value, origin: 'counted', isAtLeast: false }) as const
const line = (...cells: ReturnType<typeof cell>[]) => ({ code: 'trainings', nameZh: '培训', nameEn: 'Training', cells })
const report = { kind: 'quarter', version: 2, texts: {}, notes: {} } as const
const asked = {
  ...{ version: 2, today: asDay('2026-10-01'), until: asDay('2026-09-30'), state: 'in-making' as const, contradictions: [] },
  lines: [line(cell('current', 1), cell('year', 4), cell('last-year', null))],
}
const broken = [{ relation: relations[0]!, left: 3, right: 2 }]

describe('a statement', () => {
  test('is filed once its period is over, with every number; last year may not be known', () => {
    expect(statementRefusals(report, asked)).toEqual([])
    expect(statementRefusals(report, { ...asked, today: asked.until, version: 1 })).toEqual(['edited-meanwhile', 'period-running'])
    expect(statementRefusals(report, { ...asked, lines: [line(cell('current', null), cell('year', 3))] })).toEqual(['number-missing'])
  })

  test('that contradicts itself wants a word', () => {
    expect(statementRefusals(report, { ...asked, contradictions: broken })).toEqual(['contradiction-unexplained'])
    expect(statementRefusals({ ...report, notes: { contradictions: '系统故障期间漏登' } }, { ...asked, contradictions: broken })).toEqual(
      [],
    )
  })

  test('is filed again when it was returned, never when it was accepted', () => {
    expect(statementRefusals(report, { ...asked, state: 'returned' })).toEqual([])
    expect(statementRefusals(report, { ...asked, state: 'accepted' })).toEqual(['accepted-already'])
  })

  test('of a half-year is confirmed by the unit in its own words', () => {
    expect(statementRefusals({ ...report, kind: 'half-year' }, asked)).toEqual(['words-missing'])
    expect(statementRefusals({ ...report, kind: 'half-year', texts: { words: '均已公开' } }, asked)).toEqual([])
  })
})
