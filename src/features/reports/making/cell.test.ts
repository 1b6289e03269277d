import { describe, expect, test } from 'vitest'
import { asDay } from '../../../kernel/day.ts'
import type { FilledCell } from '../annual/fill-report.ts'
import { cellsOf, formOfYear } from '../annual/form.ts'
import type { Entry } from '../entered/entry.ts'
import { annualForms } from '../load-annual-forms.ts'
import { cellRefusals, originOf, partsOf } from './cell.ts'
import { markNumbers } from './mark-numbers.ts'

const [today, from] = [asDay('2026-06-15'), asDay('2025-01-01')]
const filled = cellsOf(formOfYear(annualForms, 2025)!).map((cell): FilledCell => ({
  ...{ cell, origin: cell.table.code === 't1' ? 'none' : 'counted', value: null, isAtLeast: false, entries: [] },
}))
const refused = (...numbers: [cell: string, value: string][]) =>
  cellRefusals(
    filled,
    numbers.map(([cell, value]) => ({ cell, value, evidence: '台账' })),
    { from },
    today,
  )

describe('a number for a cell of a report', () => {
  test('has decimals where it is money, and none where things are counted', () => {
    expect(refused(['t1/charges/amount', '12.5001'], ['t1/licences/decisions', '12.5'])).toEqual([[], ['value-not-whole']])
  })

  test('is below zero only in a column of changes', () => {
    const of2019 = cellsOf(formOfYear(annualForms, 2019)!).map((cell): FilledCell => ({
      ...{ cell, origin: 'none', value: null, isAtLeast: false, entries: [] },
    }))
    const refusalsOf = (cell: string) =>
      cellRefusals(of2019, [{ cell, value: '-3', evidence: '台账' }], { from: asDay('2019-01-01') }, today)
    const changes = of2019.filter(({ cell }) => cell.isSigned).map(({ cell }) => cell.address)
    expect(changes.length).toBeGreaterThan(2)
    expect(changes.map((cell) => refusalsOf(cell)[0])).toEqual(changes.map(() => []))
    expect(refusalsOf(of2019.find(({ cell }) => !cell.isSigned)!.cell.address)).toEqual([['value-wrong']])
  })

  test('is refused where records are counted, where there is no such cell, and for a cell that was named before', () => {
    expect(refused(['t2/1/person', '1'], ['t2/1/nobody', '1'], ['t1/licences/decisions', '1'], ['t1/licences/decisions', 'x'])).toEqual([
      ...[['cell-counted'], ['cell-unknown'], [], ['cell-twice', 'value-wrong']],
    ])
  })
})

test('where a number comes from is counted, a sum of others, by hand or nowhere', () => {
  const at = (address: string) => filled.find(({ cell }) => cell.address === address)!
  expect(['t2/1/person', 't2/1/total', 't1/charges/amount'].map((address) => originOf(at(address)))).toEqual(['counted', 'sum', 'empty'])
  expect(originOf({ ...at('t2/1/total'), origin: 'by-hand' })).toBe('by-hand')
})

test('numbers by hand are told apart by what was entered, in whatever order it is read', () => {
  const mark = (...ids: number[][]) => markNumbers(ids.map((some) => ({ entries: some.map((id) => ({ id })) })))
  expect(mark([1], [2, 3])).toBe(mark([3, 2], [1]))
  expect(new Set([mark([1], [2, 3]), mark([1], [2]), mark([12]), mark()]).size).toBe(4)
})

test('what a unit entered is told apart from what those below it entered', () => {
  const entry = (unitId: number, value: number) =>
    ({ ...{ id: value, unitId, figure: 't1/charges/amount', from, until: today }, value }) as Entry
  const parts = partsOf({ entries: [entry(1, 3), entry(2, 20), entry(3, 17)] }, 1)
  expect([parts.own?.value, parts.below?.value, partsOf({ entries: [] }, 1).own]).toEqual([3, 37, undefined])
})
