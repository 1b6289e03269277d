import { beforeAll, expect, test } from 'vitest'
import { annualYears, givenAnnualTown, type AnnualTown } from '../../../../test/support/annual-town.ts'
import { decide } from '../../../../test/support/cases.ts'
import { describeWithDatabase, hasServer } from '../../../../test/support/database.ts'
import { givenContent, givenPublished } from '../../../../test/support/given.ts'
import { asDay } from '../../../kernel/day.ts'
import type { Scope } from '../../../platform/facts.ts'
import { readTableFacts } from '../../applications/index.ts'
import { listUnits, type Unit } from '../../organisations/index.ts'
import { scopeOf } from '../figures/count-figures.ts'
import { periodFrom } from '../figures/period.ts'
import { annualForms } from '../load-annual-forms.ts'
import { fillReport, type FilledCell } from './fill-report.ts'
import { findSource, type LinesByRow } from './find-source.ts'
import { cellsOf, type AnnualForm } from './form.ts'
import { breachesIn } from './identity.ts'
import { listBehind } from './list-behind.ts'
import { makeReport } from './make-report.ts'
import { listLineRows } from './queries-lines.ts'

let given: AnnualTown
let units: Unit[]
let lines: LinesByRow

beforeAll(async () => {
  if (!hasServer) return
  given = await givenAnnualTown()
  units = await listUnits(given.site.database.read)
  lines = await listLineRows(given.site.database.read)
}, 120_000)

const editions = annualForms.map((form) => [form.id, form] as const)
const db = () => given.site.database.read

function scopeIn(form: AnnualForm, unit: Unit, isAlone = false, cutOff = '2027-02-01'): Scope {
  const period = periodFrom(String(annualYears[form.id as keyof typeof annualYears]))
  if (period === undefined) throw new Error(form.id)
  return scopeOf({ units, unit, isAlone, period, cutOff: cutOff as Scope['cutOff'] })
}

const sourced = (form: AnnualForm) =>
  cellsOf(form).flatMap((cell) => {
    const facts = findSource(cell, lines)
    return facts === undefined ? [] : [{ cell, facts }]
  })
const valueOf = (cells: readonly FilledCell[], address: string) => cells.find(({ cell }) => cell.address === address)?.value

describeWithDatabase('a report filled from the records', { timeout: 120_000 }, () => {
  test.each(editions)('has a number in every cell that records show, and the list behind it is as long: form of %s', async (_, form) => {
    for (const [unit, isAlone] of [
      [given.city, false],
      [given.safety, true],
      [given.water, false],
    ] as const) {
      const scope = scopeIn(form, unit, isAlone)
      const cells = await fillReport(db(), form, scope, lines)
      for (const { cell, facts } of sourced(form)) {
        const ids = await facts.ids(db(), scope)
        expect(valueOf(cells, cell.address), `${unit.code} ${cell.address}`).toBe(ids.length)
        const read: number[] = []
        for (let after = 0; ;) {
          const page = await facts.list(db(), scope, after, 2)
          read.push(...page.map(({ id }) => id))
          if (page.length === 0) break
          after = page.at(-1)?.id ?? after
        }
        expect(read, `${unit.code} ${cell.address} page by page`).toEqual(ids)
      }
      expect(cells.filter(({ origin }) => origin === 'counted').map(({ cell }) => cell.address)).toEqual(
        sourced(form).map(({ cell }) => cell.address),
      )
    }
  })

  test.each(editions)(
    'shows something in every cell that can be counted, so that none is right by being empty: form of %s',
    async (_, form) => {
      const cells = await fillReport(db(), form, scopeIn(form, given.city), lines)
      const empty = sourced(form).filter(({ cell }) => valueOf(cells, cell.address) === 0)
      expect(empty.map(({ cell }) => cell.address).filter((address) => !/^t2\/[\d.]+\/(?!total)/.test(address))).toEqual([])
    },
  )

  test.each(editions)('keeps behind each base cell the records that it counts: form of %s', async (_, form) => {
    const scope = scopeIn(form, given.city)
    const behind = await listBehind(db(), form, scope, lines)
    const cells = await fillReport(db(), form, scope, lines)
    const base = sourced(form).filter(({ cell }) => !cell.isTotal)
    expect([...behind.keys()].toSorted()).toEqual(base.map(({ cell }) => cell.address).toSorted())
    for (const { cell, facts } of base) {
      expect(behind.get(cell.address), cell.address).toEqual(await facts.ids(db(), scope))
      expect(valueOf(cells, cell.address), cell.address).toBe(behind.get(cell.address)?.length)
    }
  })

  test.each(editions)('breaks no identity but for what is blank: form of %s', async (_, form) => {
    const asked = { period: String(annualYears[form.id as keyof typeof annualYears]), withBelow: true, texts: {}, notes: {} }
    const made = await makeReport(given.site, given.city, asked, given.site.today())
    expect(made?.breaches.filter(({ kind }) => kind !== 'I6-blank')).toEqual([])
    const blank = made?.breaches.map(({ cells }) => cells[0])
    expect(blank?.toSorted()).toEqual(
      cellsOf(form)
        .filter((cell) => findSource(cell, lines) === undefined)
        .map(({ address }) => address)
        .toSorted(),
    )
    expect(
      breachesIn(form, { ...made!.report, cells: { ...made!.report.cells, 't2/1/total': 0, 't0/3.1/count': 0 } }).length,
    ).toBeGreaterThan(blank!.length)
  })

  test.each(editions.filter(([id]) => id !== '2014'))(
    'has in table 2 what a walk through the cases counts (I10): form of %s',
    async (id, form) => {
      const scope = scopeIn(form, given.city)
      const walked = (await readTableFacts(db(), scope.unitIds, annualYears[id as keyof typeof annualYears]))!
      const rows = [
        ...[{ row: '1', cells: walked.received }, { row: '2', cells: walked.carriedOver }, ...walked.outcomes],
        ...[
          { row: '3.7', cells: walked.concluded },
          { row: '4', cells: walked.carriedForward },
        ],
      ]
      const expected = rows.flatMap(({ row, cells }) => Object.entries(cells).map(([column, ids]) => [`t2/${row}/${column}`, ids.length]))
      const counted = (await fillReport(db(), form, scope, lines)).filter(({ cell }) => cell.table.code === 't2')
      expect(Object.fromEntries(counted.map(({ cell, value }) => [cell.address, value]))).toEqual(Object.fromEntries(expected))
    },
  )

  test('adds the units below up to what the city shows', async () => {
    const form = annualForms.at(-1)!
    const of = async (unit: Unit, isAlone = false) => fillReport(db(), form, scopeIn(form, unit, isAlone), lines)
    const [city, own, safety, water] = [await of(given.city), await of(given.city, true), await of(given.safety), await of(given.water)]
    for (const { cell } of sourced(form)) {
      const at = (cells: readonly FilledCell[]) => valueOf(cells, cell.address) ?? 0
      expect(at(own) + at(safety) + at(water), cell.address).toBe(at(city))
    }
  })

  test('is held against its publication and against what was written in both languages', async () => {
    const { site, cast, water } = given
    const { id } = await givenPublished(site, cast, water, givenContent({ title: '2025年政府信息公开工作年度报告', body: '年度报告。' }))
    const texts = { 一: '收到申请990001件。', 五: '继续改进。', '五/en': 'We received 990002 applications.' }
    const made = await makeReport(site, water, { period: '2026', withBelow: true, texts, notes: {}, documentId: id }, site.today())
    const found = made?.breaches.filter(({ kind }) => kind !== 'I6-blank').map(({ kind, left, said }) => [kind, left, said?.['section']])
    expect(found).toEqual([
      ['I9-title', 2025, undefined],
      ['I9-text', 990_001, '一'],
      ['I9-text', 990_002, '五'],
      ['I15', 1, undefined],
    ])
    expect(made?.report.text).toEqual({ 一: texts.一, 五: texts.五 })
  })

  test('finds what the register itself says wrong: an outcome that the form does not have, and as withheld what was handed over', async () => {
    const { site, safety, enter, change, onDay } = given
    const broken = async () => {
      const made = await makeReport(site, safety, { period: '2026', withBelow: true, texts: {}, notes: {} }, site.today())
      return made?.breaches.filter(({ kind }) => kind !== 'I6-blank').map(({ kind, left, right }) => [kind, left, right])
    }
    expect(await broken()).toEqual([])
    const [lost, parted] = [await enter(safety, '2026-10-12'), await enter(safety, '2026-10-12')]
    await onDay('2026-10-13', () => decide(given, parted.ref))
    const end = (ref: string, leaf: string) => change(ref, '2026-10-20', [{ kind: 'replied', on: asDay('2026-10-20') }], { leaf })
    await end(parted.ref, 'D4')
    expect(await broken()).toEqual([['I11', 1, 0]])
    await end(lost.ref, 'K1')
    expect((await broken())?.filter(([kind]) => kind !== 'I3')).toEqual([
      ['I10', 1, 0],
      ['I11', 1, 0],
    ])
  })

  test('says of an earlier last day what was known then', async () => {
    const form = annualForms.at(-1)!
    const cells = await fillReport(db(), form, scopeIn(form, given.city, false, '2026-03-10'), lines)
    expect(valueOf(cells, 't2/3.7/total')).toBe(1)
    const [received, over, forward] = ['t2/1/total', 't2/2/total', 't2/4/total'].map((address) => valueOf(cells, address) ?? 0)
    expect(forward).toBe(received! + over! - 1)
    expect(valueOf(cells, 't1/rules/repealed')).toBe(0)
    expect(valueOf(cells, 't1/rules/valid')).toBe(4)
  })
})
