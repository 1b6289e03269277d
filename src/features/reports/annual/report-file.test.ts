import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadWords } from '../../../platform/i18n/words.ts'
import { nationalPack } from '../../../platform/pack.ts'
import { packageRoot } from '../../../platform/root.ts'
import { annualForms } from '../load-annual-forms.ts'
import { readReport, reportSchema } from './report-file.ts'
import { sayFault } from './say-fault.ts'

const golden = readFileSync(join(nationalPack, 'cases', 'annual-report-2025.json'), 'utf8')
const words = loadWords()
const small = { format: 'gongkai-annual-report/1', edition: '2021', year: 2025, unit: { name: '示例市', kind: 'government' }, cells: {} }

/** The faults of a text as `kind path`; none for a report. */
function faultsOf(text: string): string[] {
  const read = readReport(text, annualForms)
  if (read.ok) return []
  for (const fault of read.faults) {
    for (const t of Object.values(words)) expect(sayFault(t, fault)).not.toMatch(/\{|reports\.fault/)
  }
  return read.faults.map(({ kind, path }) => `${kind} ${path}`.trim())
}

const faultsWith = (change: object) => faultsOf(JSON.stringify({ ...small, ...change }))

describe('a file of an annual report', () => {
  test('is read with its form, also behind a byte order mark', () => {
    expect(readReport(golden, annualForms)).toMatchObject({ ok: true, form: { id: '2021' }, report: { year: 2025 } })
    expect(readReport(`\uFEFF${golden}`, annualForms)).toEqual(readReport(golden, annualForms))
  })

  test('tells every fault with its place', () => {
    const change = { year: '2025', unit: { kind: 'county' }, cells: { 't2/1/total': 'many' }, publishedOn: '2026-02-30', colour: 'red' }
    expect(faultsWith(change).sort()).toEqual([
      ...['choice unit.kind', 'day publishedOn', 'missing unit.name', 'number cells.t2/1/total', 'unknown colour', 'year year'],
    ])
    expect(faultsWith({ cells: [], parts: {}, unit: 'x' }).sort()).toEqual(['list parts', 'object cells', 'object unit'])
    expect(faultsOf('{}')).toHaveLength(5)
  })

  test('is refused where its edition is not that of its year, or its year has none', () => {
    expect(faultsWith({ edition: '2019' })).toEqual(['edition edition'])
    expect(faultsWith({ year: 2020 })).toEqual(['edition edition'])
    expect(faultsWith({ year: 2000 })).toEqual(['no-form year'])
  })

  test('is refused for cells, sections and identities that its form does not have', () => {
    const cells = { 't2/3.6/total': 1, 't9/1/total': 1 }
    expect(faultsWith({ cells })).toEqual(['cell cells.t2/3.6/total', 'cell cells.t9/1/total'])
    expect(faultsWith({ parts: [{ name: 'a', cells: { x: 1 } }] })).toEqual(['cell parts.0.cells.x'])
    expect(faultsWith({ text: { 八: '' }, notes: { I16: '' } })).toEqual(['section text.八', 'identity notes.I16'])
  })

  test('holds the year before by the form of that year', () => {
    const previous = { year: 2020, cells: { 't2/3.6/total': 1 } }
    expect(faultsWith({ year: 2021, previous })).toEqual([])
    expect(faultsWith({ year: 2022, previous })).toEqual(['previous previous.year'])
    expect(faultsWith({ previous: { year: 2024, cells: { 't2/3.6/total': 1 } } })).toEqual(['cell previous.cells.t2/3.6/total'])
  })
})

describe('a hostile file', () => {
  test('that is cut off, empty or no JSON is told so', () => {
    expect(faultsOf(golden.slice(0, golden.length / 2))).toEqual(['not-json'])
    expect([faultsOf(''), faultsOf(' \n'), faultsOf('年度报告')]).toEqual([['empty'], ['empty'], ['not-json']])
    expect([faultsOf('null'), faultsOf('[]'), faultsOf('"x"')]).toEqual([['object'], ['object'], ['object']])
  })

  test('that nests without end does not exhaust the stack', () => {
    const deep = 1_000_000
    expect(faultsOf('['.repeat(deep))).toEqual(['too-deep'])
    expect(faultsOf('{"a":'.repeat(deep))).toEqual(['too-deep'])
    expect(faultsOf(`${'['.repeat(10)}${']'.repeat(10)}`)).toEqual(['object'])
  })

  test('that reaches for the making of objects is refused', () => {
    expect(faultsOf('{"__proto__": {"year": 2025}}')).toEqual(['forbidden __proto__'])
    expect(faultsOf('{"cells": {"\\u005f_proto__": 1}}')).toEqual(['forbidden cells.__proto__'])
    expect(faultsOf('{"cells": {"constructor": 1}}')).toEqual(['forbidden cells.constructor'])
    expect(Object.prototype).not.toHaveProperty('year')
    expect(faultsWith({ cells: { toString: 1 } })).toEqual(['cell cells.toString'])
  })

  test('that says one key twice is refused, however it is written', () => {
    expect(faultsOf('{"year": 2025, "year": 2024}')).toEqual(['twice year'])
    expect(faultsOf('{"cells": {"t2/1/total": 1, "t2\\/1\\u002ftotal" : 2}}')).toEqual(['twice cells.t2/1/total'])
    expect(faultsOf('{"parts": [{"name": "a"}, {"name": "b"}]}')).not.toContain('twice parts.name')
  })

  test('with numbers beyond counting is refused', () => {
    const withNumber = (n: string) =>
      faultsOf(JSON.stringify({ ...small, cells: { 't2/1/total': 0 } }).replace('"t2/1/total":0', `"t2/1/total":${n}`))
    expect(withNumber('7')).toEqual([])
    for (const n of ['1e400', '-1e400', '1e300', '9007199254740993']) expect(withNumber(n)).toEqual(['number cells.t2/1/total'])
    expect(withNumber('NaN')).toEqual(['not-json'])
  })

  test('with characters that print nothing or steer a terminal is refused', () => {
    expect(faultsOf(`${JSON.stringify(small).slice(0, -1)}\u0000}`)).toEqual(['not-json'])
    expect(faultsWith({ title: 'a\u0000b' })).toEqual(['text title'])
    expect(faultsWith({ title: 'a\u001b[31mb' })).toEqual(['text title'])
    expect(faultsWith({ unit: { name: '\u202Eabc', kind: 'town' } })).toEqual(['text unit.name'])
    expect(faultsWith({ 'a\u001b[2J': 1 })).toEqual(['unknown a\uFFFD[2J'])
  })

  test('with endless strings is read in a moment', () => {
    const long = 'x'.repeat(2_000_000)
    expect(faultsWith({ title: `${long}\u0001`, text: { 一: `${long}\u0001` }, [long]: 1 }).map((fault) => fault.slice(0, 9))).toEqual([
      ...['text titl', 'text text', 'unknown x'],
    ])
    expect(faultsWith({ text: { 一: '新收申请'.repeat(100_000) } })).toEqual([])
  })
})

test('the schema that is published is the one that is applied', () => {
  expect(JSON.parse(readFileSync(join(packageRoot, 'docs', 'annual-report.schema.json'), 'utf8'))).toEqual(reportSchema())
})
