import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDay, yearOf, type Day } from '../../../kernel/day.ts'
import { applicantKinds } from '../law/kind.ts'
import { formOn, leavesOn } from '../law/leaf.ts'
import { outcomes } from '../load-outcomes.ts'
import { faultsIn, outcomeTable, type CountedCase } from './table.ts'

const formOf = (year: number) => formOn(outcomes, asDay(`${year}-12-31`))!
const codes = leavesOn(outcomes, asDay('2026-01-01')).map((leaf) => leaf.code)

const day = (back: number): Day => addDays(asDay('2026-12-31'), -back)
const oneCase = fc
  .record({
    back: fc.integer({ min: 0, max: 1400 }),
    lasts: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
    kind: fc.constantFrom(...applicantKinds),
    leaf: fc.constantFrom(...codes),
  })
  .map(({ back, lasts, kind, leaf }) => ({
    ...{ receivedOn: day(back), applicantKind: kind },
    ...(lasts === undefined ? { leaf: '' } : { leaf, endedOn: addDays(day(back), lasts) }),
  }))
const register = fc.array(oneCase, { maxLength: 120 }).map((cases): CountedCase[] => cases.map((one, at) => ({ ...one, id: at + 1 })))

describe('the statutory table', () => {
  it('keeps its identities whatever the register holds', () => {
    fc.assert(
      fc.property(register, fc.constantFrom(2023, 2024, 2025, 2026), (cases, year) => {
        expect(faultsIn(outcomeTable(outcomes, formOf(year), year, cases))).toEqual([])
      }),
    )
  })

  it('carries forward exactly what the next year carries over (I4)', () => {
    fc.assert(
      fc.property(register, fc.constantFrom(2023, 2024, 2025), (cases, year) => {
        const [before, after] = [year, year + 1].map((one) => outcomeTable(outcomes, formOf(one), one, cases))
        expect(after?.carriedOver).toEqual(before?.carriedForward)
      }),
    )
  })

  it('counts each case once in the year of its receipt and once in the year of its end', () => {
    fc.assert(
      fc.property(register, (cases) => {
        const tables = [2022, 2023, 2024, 2025, 2026, 2027, 2028].map((year) => outcomeTable(outcomes, formOf(year), year, cases))
        expect(tables.flatMap((table) => table.received.total).sort((a, b) => a - b)).toEqual(
          cases
            .filter((one) => yearOf(one.receivedOn) >= 2022)
            .map((one) => one.id)
            .sort((a, b) => a - b),
        )
        expect(tables.flatMap((table) => table.concluded.total).length).toBe(
          cases.filter((one) => one.endedOn !== undefined && yearOf(one.endedOn) <= 2028 && yearOf(one.endedOn) >= 2022).length,
        )
      }),
    )
  })

  it('puts a case received on New Year’s Eve and answered on New Year’s Day into two years', () => {
    const cases: CountedCase[] = [
      { id: 1, applicantKind: 'person', receivedOn: asDay('2025-12-31'), endedOn: asDay('2026-01-01'), leaf: 'G1' },
    ]
    const [old, fresh] = [2025, 2026].map((year) => outcomeTable(outcomes, formOf(year), year, cases))
    expect([old?.received.total, old?.concluded.total, old?.carriedForward.total]).toEqual([[1], [], [1]])
    expect([fresh?.received.total, fresh?.carriedOver.person, fresh?.concluded.total]).toEqual([[], [1], [1]])
    expect(fresh?.outcomes.find((row) => row.row === '3.1')?.cells.person).toEqual([1])
  })

  it('tells of a case that ended without an outcome instead of hiding it', () => {
    const cases: CountedCase[] = [
      { id: 1, applicantKind: 'company', receivedOn: asDay('2026-02-01'), endedOn: asDay('2026-03-01'), leaf: '' },
    ]
    const table = outcomeTable(outcomes, formOf(2026), 2026, cases)
    expect(table.unplaced).toEqual([1])
    expect(faultsIn(table)).toEqual(['I2', 'I10'])
  })

  it('counts the lapses of 2020 in the one row that its form has, and those of 2021 each in their own', () => {
    const lapsed = (year: number): CountedCase[] =>
      ['O1', 'O2', 'O3'].map((leaf, at) => ({
        ...{ id: at, applicantKind: 'person', leaf },
        ...{ receivedOn: asDay(`${year}-02-01`), endedOn: asDay(`${year}-03-01`) },
      }))
    const counts = (year: number) =>
      outcomeTable(outcomes, formOf(year), year, lapsed(year)).outcomes.flatMap(({ row, cells }) =>
        cells.total.length > 0 ? [[row, cells.total.length]] : [],
      )
    expect(counts(2020)).toEqual([['3.6', 3]])
    expect(counts(2021)).toEqual([
      ['3.6.1', 1],
      ['3.6.2', 1],
      ['3.6.3', 1],
    ])
  })
})
