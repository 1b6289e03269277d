import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkNames } from './index.ts'
import { checkRules, findingsIn } from '../../../test/support/checks.ts'
import en from '../../../locales/en/checks.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/checks.json' with { type: 'json' }

test('findings come in the order of the text, with line and column from 1', () => {
  const findings = findingsIn('全文\r\n见XX市，电话13812345678\r\n\r\n20**年')
  expect(findings.map(({ check, line, column, passage }) => ({ check, line, column, passage }))).toEqual([
    { check: 'placeholder', line: 2, column: 2, passage: 'XX' },
    { check: 'mobile', line: 2, column: 8, passage: '13812345678' },
    { check: 'placeholder', line: 4, column: 1, passage: '20**' },
  ])
})

test('a setting changes the weight of a check or turns it off', () => {
  expect(findingsIn('XX市')[0]?.weight).toBe('answer')
  expect(findingsIn('XX市', { weights: { placeholder: 'block' } })[0]?.weight).toBe('block')
  expect(findingsIn('XX市', { weights: { placeholder: 'off' } })).toEqual([])
})

test('of a check that finds very much only the first findings are listed', () => {
  const findings = findingsIn('XX '.repeat(checkRules.listedAtMost * 2))
  expect(findings).toHaveLength(checkRules.listedAtMost)
})

test('a text is found out through full-width signs as well, and the passage stays as written', () => {
  expect(findingsIn('ＸＸ市')[0]?.passage).toBe('ＸＸ')
})

test('every check has a title, an advice and a weight', () => {
  for (const name of checkNames) {
    for (const words of [en, zh] as Record<string, string>[]) {
      expect(words[`checks.${name}.title`], name).toBeTruthy()
      expect(words[`checks.${name}.advice`], name).toBeTruthy()
    }
    expect(checkRules.weights[name], name).toBeTruthy()
  }
})

test('every reason that a check may give has its words, and no words are left without a reason', () => {
  const folder = new URL('.', import.meta.url)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const code = sources.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  const given = new Set(
    [...code.matchAll(/because: '([a-z-]+)'/g), ...code.matchAll(/^\s+\['([a-z-]+)', (?:\/|new)/gm)].map((match) => match[1]),
  )
  const worded = new Set(Object.keys(en).flatMap((key) => /\.because\.([a-z-]+)$/.exec(key)?.[1] ?? []))
  for (const reason of given) expect(worded, reason).toContain(reason)
  for (const reason of worded) expect(code, reason).toContain(`'${reason}'`)
})
