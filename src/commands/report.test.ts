import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nationalPack } from '../platform/pack.ts'
import { runReport } from './report.ts'

const golden = join(nationalPack, 'cases', 'annual-report-2025.json')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-report-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A file with this content, or the worked report with one thing changed. */
function fileWith(content: string | Buffer | ((report: { cells: Record<string, unknown>; title: string }) => void)): string {
  const path = join(folder, 'report.json')
  if (typeof content !== 'function') writeFileSync(path, content)
  else {
    const report = JSON.parse(readFileSync(golden, 'utf8'))
    content(report)
    writeFileSync(path, JSON.stringify(report))
  }
  return path
}

describe('the command that checks an annual report', () => {
  it('ends with 0 and one line where nothing is wrong', () => {
    expect(runReport(['check', golden])).toEqual({ exit: 0, out: '示例市人民政府, 2025: nothing found.' })
    expect(runReport(['check', golden, '--lang', 'zh'])).toEqual({ exit: 0, out: '示例市人民政府2025年度报告：未发现问题。' })
  })

  it('says each breach in a sentence, and the counts last', () => {
    const file = fileWith(({ cells }) => Object.assign(cells, { 't3/reconsideration/total': 791 }))
    const { exit, out } = runReport(['check', file])
    const lines = out.split('\n')
    expect(exit).toBe(1)
    expect(lines[0]).toMatch(/^Error I5: Table 3, “reconsideration”: the total is 791, but the results add up to 790\.$/)
    expect(lines.at(-1)).toBe('示例市人民政府, 2025: 1 error, 1 warning.')
    expect(runReport(['check', file, '--lang', 'zh']).out).toContain('错误 I5：表3“行政复议”：总计为791，各项结果相加为790。')
  })

  it('ends with 0 where there are only warnings', () => {
    const { exit, out } = runReport(['check', fileWith((report) => Object.assign(report, { title: '2024年年度报告' }))])
    expect({ exit, last: out.split('\n').at(-1) }).toEqual({ exit: 0, last: '示例市人民政府, 2025: 0 errors, 1 warning.' })
  })

  it('gives machines the cells, both sums and the sentence', () => {
    const file = fileWith(({ cells }) => Object.assign(cells, { 't3/direct-suit/other': 13 }))
    const answer = JSON.parse(runReport(['check', file, '--json']).out)
    expect(answer).toMatchObject({ faults: [], errors: 1, warnings: 0, breaches: [{ id: 'I5', left: 56, right: 57, row: 'direct-suit' }] })
    expect(answer.breaches[0].cells).toContain('t3/direct-suit/other')
  })

  it('answers a wrong call with 2 and what to write', () => {
    for (const args of [
      [],
      ['check'],
      ['draw', golden],
      ['check', golden, golden],
      ['check', golden, '--lang', 'fr'],
      ['check', golden, '--all'],
    ]) {
      expect(runReport(args)).toEqual({ exit: 2, out: 'Write: gongkai report check <file.json> [--json] [--lang en|zh]' })
    }
    expect(runReport(['check', '--lang', 'zh']).out).toContain('写法')
  })
})

describe('a file that is no report', () => {
  const told = (content: string | Buffer) => runReport(['check', fileWith(content)])

  it('is told with every fault and its place', () => {
    const { exit, out } = told(
      '{"format": "gongkai-annual-report/1", "edition": "2021", "year": 2025, "unit": {"name": "a", "kind": "county"}, "cells": {}}',
    )
    expect(exit).toBe(1)
    expect(out.split('\n')).toEqual(['unit.kind: Must be: department / government / town', '1 fault in the file; nothing was checked.'])
  })

  it('is told when it is cut off, is no UTF-8 or holds NUL', () => {
    expect(told(readFileSync(golden, 'utf8').slice(0, 900)).out).toContain('no complete JSON')
    expect(told(Buffer.from([0x7b, 0xff, 0xfe])).out).toContain('no text in UTF-8')
    expect(told(Buffer.concat([readFileSync(golden), Buffer.alloc(3)])).out).toContain('no complete JSON')
    expect(told(Buffer.concat([Buffer.from('\uFEFF'), readFileSync(golden)])).exit).toBe(0)
  })

  it('is not read when it is larger than a report can be', () => {
    const path = fileWith('{')
    truncateSync(path, 100_000_000)
    expect(runReport(['check', path])).toMatchObject({ exit: 1, out: expect.stringContaining('larger than 5 MB') })
  })

  it('may be a folder, or not there', () => {
    for (const path of [folder, join(folder, 'none.json'), '/dev/null']) {
      expect(runReport(['check', path, '--json'])).toMatchObject({ exit: 1, out: expect.stringContaining('"unreadable"') })
    }
  })

  it('with thousands of faults names the first, and all to machines', () => {
    const cells = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`t2/x${at}/total`, 1]))
    const file = JSON.stringify({ ...JSON.parse(readFileSync(golden, 'utf8')), cells })
    expect(told(file).out.split('\n')).toHaveLength(202)
    expect(JSON.parse(runReport(['check', fileWith(file), '--json']).out).faults).toHaveLength(3_000)
  })
})
