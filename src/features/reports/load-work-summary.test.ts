import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nationalPack } from '../../platform/pack.ts'
import { loadWords } from '../../platform/i18n/words.ts'
import { placeholdersOf } from '../../kernel/translate.ts'
import type { WordKey } from '../../kernel/words.ts'
import { loadWorkSummary, workSummary } from './load-work-summary.ts'

const pack = readFileSync(join(nationalPack, 'work-summary.json'), 'utf8')
function loading(text: string): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-pack-'))
  writeFileSync(join(folder, 'work-summary.json'), text)
  return () => loadWorkSummary(folder)
}

test('a summary that names a figure that there is not is refused with its name', () => {
  expect(loading(pack)).not.toThrow()
  expect(loading(pack.replace('"documents-waiting"', '"documents-wating"'))).toThrow(/no figure documents-wating/)
  expect(loading(pack.replace('"atLeast": 0.05', '"atLeast": 5'))).toThrow(/work-summary.json/)
})

test('every sentence and every problem of the pack has words in both languages, with its own numbers in them', () => {
  const words = loadWords()
  const unfilled = (key: string) => (['zh', 'en'] as const).map((lang) => placeholdersOf(words[lang](key as WordKey)))
  for (const { say, figures, ranked } of workSummary.headings.flatMap(({ facts }) => facts)) {
    const names = ranked === undefined ? Object.keys(figures ?? {}) : ['count', 'peers', 'place']
    expect(unfilled(`summary.fact.${say}`), say).toEqual([names.toSorted(), names.toSorted()])
  }
  for (const { code, kind } of workSummary.problems) {
    const names = kind === 'uneven' ? ['part', 'unit', 'whole'] : ['part', 'whole']
    expect(unfilled(`summary.problem.${code}`), code).toEqual([names, names])
  }
})
